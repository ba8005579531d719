import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { settleDistrict } from '../server/background.ts';
import { recountPoints } from '../server/counting/points/index.ts';
import { openDistricts } from '../server/districts.ts';
import { readSettings } from '../server/platform/index.ts';
import {
  type RunningDistrict,
  removeDistrict,
  startAgain,
  startSmallDistrict,
} from './running-district.ts';

const CALLERS = 40;
/** Share of a burst after which the lights go out. */
const CUT_AFTER = 0.4;

let district: RunningDistrict;
let activity: string;
let carers: string[];
/** Carers whose check-in was answered with a 2xx. */
const acknowledged = new Set<string>();

beforeAll(async () => {
  district = await startSmallDistrict();
  const cookie = await signIn();
  activity = await publishMeeting(cookie);
  carers = await listCarers(cookie);
}, 120_000);

afterAll(async () => {
  await district?.stop();
  if (district) await removeDistrict(district);
});

async function ask<Answer>(cookie: string, method: string, path: string, body?: object) {
  const headers = { cookie, ...(body && { 'content-type': 'application/json' }) };
  const request = { method, headers, ...(body && { body: JSON.stringify(body) }) };
  const answer = await fetch(`${district.url}/api/v1${path}`, request);
  if (!answer.ok) throw new Error(`${method} ${path}: ${answer.status} ${await answer.text()}`);
  return (await answer.json()) as Answer;
}

async function signIn(): Promise<string> {
  const answer = await fetch(`${district.url}/api/v1/demo/sign-in`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ persona: 'principal' }),
  });
  return answer.headers.get('set-cookie')?.split(';')[0] ?? '';
}

/** A parents' meeting that begins in a few minutes: being checked in counts, so each check-in is a fact. */
async function publishMeeting(cookie: string): Promise<string> {
  const me = await ask<{ posts: { organisation: { id: string } }[] }>(cookie, 'GET', '/me');
  const begins = new Date(Date.now() + 5 * 60_000);
  const { activity_id: made } = await ask<{ activity_id: string }>(cookie, 'POST', '/activities', {
    host_id: me.posts[0]?.organisation.id,
    kind: 'parents-meeting',
    title: '停电也不怕的家长会',
    place: '学校报告厅',
    begins_at: begins.toISOString(),
    ends_at: new Date(begins.getTime() + 90 * 60_000).toISOString(),
  });
  await ask(cookie, 'POST', `/activities/${made}/publish`, {});
  return made;
}

async function listCarers(cookie: string): Promise<string[]> {
  const ids: string[] = [];
  let next = '';
  do {
    const page = await ask<{ items: { id: string }[]; next?: string }>(
      cookie,
      'GET',
      `/carers?limit=100${next && `&cursor=${next}`}`,
    );
    ids.push(...page.items.map(({ id }) => id));
    next = page.next ?? '';
  } while (next !== '');
  return ids;
}

/** Checks carers in, many at once, until all are through or the server is gone; `cut` is called midway. */
async function burst(those: readonly string[], cut: () => Promise<void>): Promise<void> {
  const cookie = await signIn();
  const waiting = [...those];
  const limit = those.length * CUT_AFTER;
  let answered = 0;
  let cutting: Promise<void> | undefined;
  const caller = async () => {
    for (let carer = waiting.pop(); carer; carer = waiting.pop()) {
      try {
        await ask(cookie, 'POST', `/activities/${activity}/check-ins`, { carer_id: carer });
      } catch {
        // No answer came: it may have been written or not. Only what was acknowledged is promised.
        continue;
      }
      acknowledged.add(carer);
      answered += 1;
      if (answered >= limit) cutting ??= cut();
    }
  };
  await Promise.all(Array.from({ length: CALLERS }, caller));
  await (cutting ?? cut());
}

describe('when the power is cut in the middle of a rush', () => {
  test.each(['program', 'database', 'program', 'database'] as const)(
    'the %s is killed, and the next start recovers by itself',
    async (what) => {
      const still = carers.filter((carer) => !acknowledged.has(carer));
      const before = acknowledged.size;
      await burst(still, () => (what === 'program' ? district.killApp() : district.killDatabase()));
      district = await startAgain(district.folder);
      expect(acknowledged.size).toBeGreaterThan(before);
    },
  );

  test('no acknowledged check-in, fact or point is lost or doubled', async () => {
    await district.stop();
    const open = await openDistricts(readSettings({ GONGYU_DATA: district.folder }, 'demo'));
    try {
      const [own] = open.districts;
      if (!own) throw new Error('The folder has one district.');
      await settleDistrict(own);
      const { rows } = await open.pool.query<{ carer_id: string; facts: number; entries: number }>(
        `select carer_id,
                (select count(*) from tianfu.facts where source = 'attendance:' || attendances.id) as facts,
                (select count(*) from tianfu.ledger_entries join tianfu.facts on facts.id = fact_id
                  where source = 'attendance:' || attendances.id) as entries
           from tianfu.attendances where activity_id = $1`,
        [activity],
      );
      const present = new Set(rows.map(({ carer_id }) => carer_id));
      expect(rows.length).toBe(present.size);
      expect([...acknowledged].filter((carer) => !present.has(carer))).toEqual([]);
      expect(rows.filter(({ facts, entries }) => facts !== 1 || entries !== 1)).toEqual([]);
      expect(await recountPoints(own.plan, own.database)).toEqual([]);
    } finally {
      await open.close();
    }
  });
});
