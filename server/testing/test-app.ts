/**
 * The whole app on a database of its own, with a clock that stands still, for tests through HTTP:
 *
 * ```ts
 * const here = await makeTestApp();
 * const { schoolClass } = await here.people.school('第一小学');
 * const teacher = await here.people.adult('王老师', '10012345678');
 * await here.people.post(teacher, 'class-teacher', schoolClass);
 * const answer = await (await here.as(teacher)).get('/api/v1/students');
 * ```
 */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { LightMyRequestResponse } from 'fastify';
import { afterAll } from 'vitest';
import { createApp } from '../app.ts';
import { openKeyring } from '../counting/keys/index.ts';
import type { NoticesOptions } from '../notices/index.ts';
import { loadPlan, type Plan } from '../plan/index.ts';
import { localFiles } from '../platform/files/index.ts';
import {
  type App,
  createSealing,
  type District,
  fixedClock,
  type Messages,
  openSession,
  type PersonKind,
  SESSION_COOKIE,
  type Strength,
} from '../platform/index.ts';
import { makeTestDatabase, type TestDatabase } from '../platform/testing/test-database.ts';
import { type TestPeople, testPeople } from './test-people.ts';

/** Asks the app as one person, by the session's cookie; as nobody without. */
export interface Asking {
  readonly cookie: string | undefined;
  get(url: string): Promise<LightMyRequestResponse>;
  post(url: string, body?: object, headers?: Headers): Promise<LightMyRequestResponse>;
  put(url: string, body?: object, headers?: Headers): Promise<LightMyRequestResponse>;
  patch(url: string, body?: object, headers?: Headers): Promise<LightMyRequestResponse>;
  delete(url: string, headers?: Headers): Promise<LightMyRequestResponse>;
}

type Headers = Readonly<Record<string, string>>;

export interface SentCode {
  readonly phone: string;
  readonly code: string;
}

export interface TestApp extends TestDatabase {
  readonly app: App;
  readonly district: District;
  readonly clock: ReturnType<typeof fixedClock>;
  readonly people: TestPeople;
  /** Codes that would have gone out as text messages, in order. */
  readonly sentCodes: SentCode[];
  readonly nobody: Asking;
  /** Signed in with everything proven, unless told otherwise. */
  as(person: string, options?: { kind?: PersonKind; strength?: Strength }): Promise<Asking>;
  asking(cookie: string | undefined): Asking;
}

export interface TestAppOptions {
  /** When the clock stands still; a Wednesday morning in the autumn term if not given. */
  readonly at?: string;
  readonly personas?: boolean;
  readonly vcApi?: boolean;
  readonly publicUrl?: string;
  /** The plan with something else in it. */
  readonly changePlan?: (plan: Plan) => Plan;
  /** Instead of notices that stay in the app. */
  readonly notices?: NoticesOptions;
  /** Instead of the list `sentCodes`. */
  readonly messages?: Messages;
}

export async function makeTestApp({
  at = '2026-10-14T01:00:00Z',
  personas = false,
  vcApi = false,
  publicUrl = 'http://localhost:3000',
  messages,
  notices,
  changePlan = (plan) => plan,
}: TestAppOptions = {}): Promise<TestApp> {
  const here = await makeTestDatabase();
  const clock = fixedClock(at);
  const plan = changePlan(await loadPlan('plans/tianfu'));
  const district = await testDistrict(here, plan, clock, publicUrl);
  const sentCodes: SentCode[] = [];
  const app = await createApp({
    districtOf: () => district,
    log: false,
    strictAnswers: true,
    personas,
    vcApi,
    ...(notices && { notices }),
    messages: messages ?? {
      async sendCode(phone, code) {
        sentCodes.push({ phone, code });
      },
    },
  });
  afterAll(() => app.close());
  const asking = (cookie: string | undefined) => askingBy(app, cookie);
  return {
    ...here,
    app,
    district,
    clock,
    sentCodes,
    people: await testPeople(district),
    nobody: asking(undefined),
    asking,
    async as(person, { kind = 'adult', strength = 'password+totp' } = {}) {
      const madeBy = strength === 'code' ? 'code' : 'password';
      const { token } = await here.database.write({ person: null, reach: [] }, (transaction) =>
        openSession(transaction, { person, kind, strength, madeBy, device: 'Test' }, clock()),
      );
      return asking(`${SESSION_COOKIE}=${token}`);
    },
  };
}

async function testDistrict(
  { database }: TestDatabase,
  plan: Plan,
  clock: ReturnType<typeof fixedClock>,
  publicUrl: string,
): Promise<District> {
  const sealing = createSealing(Buffer.alloc(32, 1), 'tianfu');
  const keyring = await openKeyring(database, sealing, publicUrl);
  const folder = await mkdtemp(join(tmpdir(), 'gongyu-test-files-'));
  afterAll(() => rm(folder, { recursive: true, force: true }));
  const files = localFiles(folder);
  return {
    ...{ id: 'tianfu', plan, clock, publicUrl, sealing, database, files },
    get keys() {
      return keyring.keys;
    },
    get formerKeys() {
      return keyring.former;
    },
    renewKeys: () => keyring.renew(),
  };
}

function askingBy(app: App, cookie: string | undefined): Asking {
  const ask = (
    method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE',
    url: string,
    payload?: object,
    headers: Headers = {},
  ) =>
    app.inject({
      method,
      url,
      headers: { ...(cookie && { cookie }), ...headers },
      ...(payload && { payload }),
    });
  return {
    cookie,
    get: (url) => ask('GET', url),
    post: (url, body, headers) => ask('POST', url, body, headers),
    put: (url, body, headers) => ask('PUT', url, body, headers),
    patch: (url, body, headers) => ask('PATCH', url, body, headers),
    delete: (url, headers) => ask('DELETE', url, undefined, headers),
  };
}
