import { beforeAll, describe, expect, test } from 'vitest';
import { type FactStatement, inStep, reverseFacts, settle, stateFacts } from '../../facts/index.ts';
import { loadPlan } from '../../plan/index.ts';
import { localFiles } from '../../platform/files/index.ts';
import { createSealing, type District, fixedClock, newId } from '../../platform/index.ts';
import { makeTestDatabase, type TestDatabase } from '../../platform/testing/test-database.ts';
import { keysOfGeneration } from '../keys/index.ts';
import { pointsCounter } from '../points/index.ts';
import {
  certificatesCounter,
  decideAtRuleChange,
  issueDueCertificates,
  listCertificatesOf,
  recountCertificates,
  verdictOf,
  verifyCertificate,
} from './index.ts';
import { statusListsFor } from './status-lists.ts';

const program = { person: null, reach: 'all' } as const;
const clock = fixedClock('2026-11-01T02:00:00Z');
let here: TestDatabase;
let district: District;

beforeAll(async () => {
  here = await makeTestDatabase();
  const sealing = createSealing(Buffer.alloc(32, 1), 'tianfu');
  const publicUrl = 'http://localhost:3000';
  district = {
    id: 'tianfu',
    plan: await loadPlan('plans/tianfu'),
    clock,
    publicUrl,
    sealing,
    database: here.database,
    // No photo is taken here.
    files: localFiles('/nowhere'),
    keys: await keysOfGeneration(sealing, publicUrl),
  };
});

const counter = () =>
  inStep(pointsCounter(district.plan, clock), certificatesCounter(district.plan, clock));

async function settleAll(): Promise<void> {
  await settle(here.database, [counter()]);
  while ((await decideAtRuleChange(district)) > 0);
  while ((await issueDueCertificates(district)) > 0);
}

/** A child with one carer, by name; nothing earned yet. */
async function makeFamily(name: string): Promise<{ child: string; carer: string }> {
  const [child, carer] = [newId(), newId()];
  await here.pool.query(
    `insert into tianfu.students (id, name, id_number_last_four) values ($1, $2, '002X')`,
    [child, name],
  );
  await state(link(carer, child, 'family.linked'));
  return { child, carer };
}

function link(carer: string, child: string, kind: string): FactStatement {
  return {
    kind,
    at: new Date('2024-09-01T00:00:00Z'),
    organisation: newId(),
    subject: carer,
    quantity: 1,
    source: `${kind}:${carer}:${child}`,
    attributes: { student: child },
  };
}

/** Two hours of guidance a week, so many weeks: the caps of a day and a term leave some of it. */
function attendances(carer: string, weeks: number, first: string): FactStatement[] {
  return Array.from({ length: weeks }, (_, week) => ({
    kind: 'activity.attended',
    at: new Date(Date.parse(first) + week * 7 * 86_400_000),
    organisation: newId(),
    subject: carer,
    quantity: 120,
    source: `attendance:${carer}:${first}:${week}`,
    attributes: {
      kind: 'guidance-lecture',
      counts_as: 'guidance',
      host_kind: 'school',
    },
  }));
}

async function state(...facts: FactStatement[]): Promise<void> {
  await here.database.write(program, (transaction) => stateFacts(transaction, facts));
}

async function certificateOf(child: string) {
  const [found] = await here.database.read(program, (transaction) =>
    listCertificatesOf(transaction, [child]),
  );
  return found;
}

/** Enough for any threshold of the plan: four terms at the cap. */
async function earnPlenty(carer: string): Promise<FactStatement[]> {
  const terms = ['2024-09-07', '2025-03-01', '2025-09-06', '2026-03-07'];
  const facts = terms.flatMap((first) => attendances(carer, 10, `${first}T06:00:00Z`));
  await state(...facts);
  return facts;
}

async function verdict(child: string) {
  const certificate = await certificateOf(child);
  const checks = await verifyCertificate(certificate?.credential, {
    now: clock(),
    trustedIssuers: [district.keys.didDocument],
    statusLists: await statusListsFor(district, certificate?.status_index ?? 0),
  });
  return { verdict: verdictOf(checks), failed: checks.filter((one) => one.outcome === 'failed') };
}

describe('the growth-hours certificate (2.4.1)', () => {
  test('is issued when the family reaches the score, and not before', async () => {
    const { child, carer } = await makeFamily('陈雨桐');
    await state(...attendances(carer, 7, '2024-09-07T06:00:00Z'));
    await settleAll();
    expect(await certificateOf(child)).toBeUndefined();
    await earnPlenty(carer);
    await settleAll();
    const certificate = await certificateOf(child);
    expect(certificate?.state).toBe('valid');
    expect(certificate?.events.map(({ event }) => event)).toEqual(['decided', 'issued']);
    expect(await verdict(child)).toEqual({ verdict: 'valid', failed: [] });
  });

  test('is suspended by a correction that takes the family below, and reinstated when it earns again', async () => {
    const { child, carer } = await makeFamily('李沐宸');
    const facts = await earnPlenty(carer);
    await settleAll();
    await here.database.write(program, (transaction) =>
      reverseFacts(
        transaction,
        facts.slice(0, 30).map(({ source }) => source),
        { actor: newId(), reason: 'another family was scanned', at: clock() },
      ),
    );
    await settleAll();
    expect((await certificateOf(child))?.state).toBe('suspended');
    const suspended = await certificateOf(child);
    expect(suspended?.events.at(-1)?.event).toBe('suspended');
    await state(
      ...attendances(carer, 10, '2026-09-05T06:00:00Z'),
      ...attendances(carer, 10, '2023-09-09T06:00:00Z'),
      ...attendances(carer, 10, '2024-03-02T06:00:00Z'),
    );
    await settleAll();
    expect((await certificateOf(child))?.state).toBe('valid');
    expect((await certificateOf(child))?.events.at(-1)?.event).toBe('reinstated');
  });

  test('falls with the carer whose points made it, when that carer is unlinked from the child', async () => {
    const { child, carer } = await makeFamily('王子轩');
    await earnPlenty(carer);
    await settleAll();
    await state(link(carer, child, 'family.unlinked'));
    await settleAll();
    expect((await certificateOf(child))?.state).toBe('suspended');
  });

  test('decided and taken back before it was signed, it is never signed', async () => {
    const { child, carer } = await makeFamily('刘诗涵');
    const facts = await earnPlenty(carer);
    await settle(here.database, [counter()]);
    expect((await certificateOf(child))?.state).toBe('due');
    await here.database.write(program, (transaction) =>
      reverseFacts(
        transaction,
        facts.map(({ source }) => source),
        { actor: newId(), reason: 'never took place', at: clock() },
      ),
    );
    await settleAll();
    expect(await certificateOf(child)).toMatchObject({ state: 'suspended', credential: null });
  });

  test('stands exactly where a recount from the entries says', async () => {
    expect(await recountCertificates(district)).toEqual([]);
    await here.pool.query(
      `update tianfu.certificates set state = 'suspended' where state = 'valid'`,
    );
    const differences = await recountCertificates(district);
    expect(differences.length).toBeGreaterThan(0);
    expect(differences[0]).toMatchObject({ counted: 'suspended', recounted: 'valid' });
  });
});

describe('on the day that a threshold is lowered', () => {
  /** The district's plan with a threshold of 8 points from the given day on. */
  function lowered(from: string): District {
    const certificates = district.plan.certificates.map((kind) => {
      const last = kind.versions.at(-1);
      if (!last) throw new Error('A certificate has a version.');
      const next = { ...last, version: last.version + 1, effectiveFrom: from, threshold: 800 };
      return { ...kind, versions: [...kind.versions, next] };
    });
    return { ...district, plan: { ...district.plan, certificates } };
  }

  const sweep = async (changed: District) => {
    while ((await decideAtRuleChange(changed, 2)) > 0);
    while ((await issueDueCertificates(changed)) > 0);
  };

  test('who has the points already gets the certificate, and nobody before that day', async () => {
    const reaching = await Promise.all(['赵一', '赵二', '赵三'].map(makeFamily));
    const below = await makeFamily('赵四');
    for (const { carer } of reaching) await state(...attendances(carer, 6, '2024-09-07T06:00:00Z'));
    await state(...attendances(below.carer, 2, '2024-09-07T06:00:00Z'));
    await settleAll();
    await sweep(lowered('2026-11-02'));
    for (const { child } of reaching) expect(await certificateOf(child)).toBeUndefined();
    const changed = lowered('2026-11-01');
    await sweep(changed);
    for (const { child } of reaching) {
      expect(await certificateOf(child)).toMatchObject({ state: 'valid', threshold: 800 });
      expect((await certificateOf(child))?.events[0]).toMatchObject({
        event: 'decided',
        fact_id: null,
      });
    }
    expect(await certificateOf(below.child)).toBeUndefined();
    expect(
      (await recountCertificates(changed)).filter(({ counted }) => counted === 'none'),
    ).toEqual([]);
  });

  test('a second look changes nothing, neither by this program nor by one that starts again', async () => {
    const read = () =>
      here.pool
        .query('select * from tianfu.certificate_events order by at, id')
        .then(({ rows }) => rows);
    const before = await read();
    expect(await decideAtRuleChange(lowered('2026-11-01'))).toBe(0);
    await sweep(lowered('2026-11-01'));
    expect(await read()).toEqual(before);
  });

  test('stopped half way, it goes on where it was, and the recount waits for it', async () => {
    const { child, carer } = await makeFamily('钱一');
    await state(...attendances(carer, 6, '2024-09-07T06:00:00Z'));
    const again = lowered('2026-10-31');
    await settle(here.database, [counter()]);
    expect(await decideAtRuleChange(again, 2)).toBe(2);
    expect(await certificateOf(child)).toBeUndefined();
    const waiting = await recountCertificates(again);
    expect(waiting.filter(({ counted }) => counted === 'none')).toEqual([]);
    await sweep({ ...again });
    expect(await certificateOf(child)).toMatchObject({ state: 'valid', threshold: 800 });
  });
});
