import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { settleDistrict } from '../../background.ts';
import { theProgram } from '../../directory/index.ts';
import { type FactStatement, reverseFacts, stateFacts } from '../../facts/index.ts';
import type { Plan } from '../../plan/index.ts';
import { readFirstSheet } from '../../platform/sheets/index.ts';
import { type Asking, makeTestApp, type TestApp } from '../../testing/test-app.ts';
import type { Place } from '../../testing/test-people.ts';
import { recountCertificates } from '../certificates/index.ts';
import { lectures } from '../certificates/testing/certified-families.ts';
import { auditLedgerExport, exportLedger, recountPoints } from '../points/index.ts';
import { carryOn } from './carry-on.ts';

let here: TestApp;
let schoolClass: Place;
let officer: Asking;
let second: Asking;
let count = 0;

/** From 2026-09-01 an hour of guidance gives two points. */
function doubled(plan: Plan): Plan {
  return {
    ...plan,
    pointRules: plan.pointRules.map((rule) => {
      const last = rule.versions.at(-1);
      if (rule.id !== 'guidance-hours' || !last) return rule;
      const before = { ...last, effectiveUntil: '2026-08-31' };
      const next = { ...last, version: 3, effectiveFrom: '2026-09-01', amount: 200, caps: {} };
      return { ...rule, versions: [...rule.versions.slice(0, -1), before, next] };
    }),
  };
}

beforeAll(async () => {
  here = await makeTestApp({ at: '2026-11-01T02:00:00Z', changePlan: doubled });
  ({ schoolClass } = await here.people.school('第一小学'));
  const staff = async (name: string) => {
    const id = await here.people.adult(name);
    await here.people.post(id, 'district-officer', here.people.top);
    return here.as(id);
  };
  officer = await staff('李科长');
  second = await staff('赵主任');
});

const state = (...facts: FactStatement[]) =>
  here.database.write(theProgram, (transaction) => stateFacts(transaction, facts));

/** A mother with five lectures of two hours in spring: ten points, and twenty by the new wording. */
async function family() {
  count += 1;
  const child = await here.people.student(`孩子${count}`, schoolClass);
  const carer = await here.people.adult(`妈妈${count}`);
  await here.people.guardianship(carer, child);
  const attended = lectures(carer, schoolClass, '2026-03-07').slice(0, 5);
  await state(
    {
      ...{ kind: 'family.linked', at: here.clock(), organisation: schoolClass.id, subject: carer },
      ...{ quantity: 1, source: `family.linked:${carer}`, attributes: { student: child } },
    },
    ...attended,
  );
  await settleDistrict(here.district);
  return { carer, child, attended, asking: await here.as(carer) };
}

type Family = Awaited<ReturnType<typeof family>>;
let mine: Family;

beforeEach(async () => {
  mine = await family();
});

const order = (over: object = {}, by = officer) =>
  by.post('/api/v1/recalculations', {
    ...{ rules: ['guidance-hours'], from_on: '2026-03-01', until_on: '2026-08-31' },
    ...{ wording_of: '2026-09-01', reason: '春季的课时按新标准' },
    ...over,
  });

const shown = async (id: string) => (await officer.get(`/api/v1/recalculations/${id}`)).json();

const decide = async (id: string, decision: string, by: Asking) =>
  by.post(
    `/api/v1/recalculations/${id}/decision`,
    { decision },
    { 'if-match': `"${(await shown(id)).version}"` },
  );

const balance = async ({ asking }: Family) =>
  (await asking.get('/api/v1/carer/points')).json().balance as number;

/** Ordered by one and confirmed by the other, and carried out. */
async function recalculated(): Promise<string> {
  const { id } = (await order()).json();
  await settleDistrict(here.district);
  const answer = await decide(id, 'confirm', second);
  if (answer.statusCode !== 204) throw new Error(answer.body);
  await settleDistrict(here.district);
  return id;
}

async function everythingAgrees(): Promise<void> {
  expect(await recountPoints(here.district.plan, here.database)).toEqual([]);
  expect(await recountCertificates(here.district)).toEqual([]);
  const folder = await mkdtemp(join(tmpdir(), 'gongyu-recalculated-'));
  try {
    await exportLedger(here.district, folder);
    expect(await auditLedgerExport(folder)).toMatchObject({ passed: true, findings: [] });
  } finally {
    await rm(folder, { recursive: true });
  }
}

describe('a recalculation', () => {
  test('changes nothing before it is confirmed, and shows everybody before and after', async () => {
    const { id } = (await order()).json();
    await settleDistrict(here.district);
    expect(await shown(id)).toMatchObject({ state: 'ordered', ordered_by_name: '李科长', lose: 0 });
    const { items } = (await officer.get(`/api/v1/recalculations/${id}/lines?limit=100`)).json();
    expect(items).toContainEqual({
      ...{ carer_id: mine.carer, carer_name: `妈妈${count}`, deeds: 5, before: 1000, after: 2000 },
    });
    const sheet = await officer.get(`/api/v1/recalculations/${id}/lines/sheet`);
    const rows = await readFirstSheet(sheet.rawPayload);
    expect(rows.find(([, carer]) => carer === mine.carer)?.slice(2)).toEqual([
      ...['5', '10', '20', '10'],
    ]);
    expect(await balance(mine)).toBe(1000);
    await decide(id, 'withdraw', officer);
    await settleDistrict(here.district);
    expect(await shown(id)).toMatchObject({ state: 'withdrawn' });
    expect(await balance(mine)).toBe(1000);
  });

  test('confirmed by the same person is refused, by the page and by the table', async () => {
    const { id } = (await order()).json();
    await settleDistrict(here.district);
    expect((await decide(id, 'confirm', officer)).json()).toMatchObject({
      code: 'recalculations.second-officer-confirms',
    });
    expect(await shown(id)).toMatchObject({ state: 'ordered', may_confirm: false });
    await expect(
      here.pool.query(
        `update tianfu.recalculations set state = 'confirmed', decided_by = ordered_by where id = $1`,
        [id],
      ),
    ).rejects.toThrow('a_second_person_confirms');
    await decide(id, 'withdraw', second);
  });

  test('posts reversals and new entries that name it, decides certificates, tells families', async () => {
    const id = await recalculated();
    expect(await shown(id)).toMatchObject({ state: 'done', decided_by_name: '赵主任' });
    expect(await balance(mine)).toBe(2000);
    const { items } = (
      await mine.asking.get(`/api/v1/carers/${mine.carer}/points?limit=50`)
    ).json();
    expect(items).toHaveLength(15);
    const amounts = items.map(({ amount }: { amount: number }) => amount);
    expect(amounts.filter((amount: number) => amount === -200)).toHaveLength(5);
    expect(amounts.filter((amount: number) => amount === 400)).toHaveLength(5);
    const back = items.find(({ amount }: { amount: number }) => amount === -200);
    expect(back.reversal.reason).toContain('春季的课时按新标准');
    const { rows } = await here.pool.query(
      `select attributes ->> 'recalculation' as id from tianfu.facts
        where subject_id = $1 and attributes ? 'wordings'`,
      [mine.carer],
    );
    expect(rows).toEqual(Array.from({ length: 5 }, () => ({ id })));
    const [certificate] = (await mine.asking.get('/api/v1/carer/certificates')).json().items;
    expect(certificate).toMatchObject({ state: 'valid', threshold: 2000 });
    const notices = (await mine.asking.get('/api/v1/carer/home')).json().notices;
    expect(JSON.stringify(notices)).toContain('由 10 分变为 20 分');
    await everythingAgrees();
  });

  test('done again, or stopped half way and gone on with, it states nothing twice', async () => {
    const { id } = (await order()).json();
    await settleDistrict(here.district);
    await decide(id, 'confirm', second);
    for (let step = 0; step < 16; step += 1) {
      await carryOn(here.district);
      // As after a stop between the facts and the mark that they are done.
      await here.pool.query(
        `update tianfu.recalculations set slices_done = $2, state = 'confirmed' where id = $1`,
        [id, step],
      );
      await carryOn(here.district);
    }
    await settleDistrict(here.district);
    expect(await balance(mine)).toBe(2000);
    await recalculated();
    expect(await balance(mine)).toBe(2000);
    await everythingAgrees();
  });

  test('leaves a later correction what it was: the deed as it stands now is taken back', async () => {
    await recalculated();
    const [first] = mine.attended;
    const [kept] = await here.database.write(theProgram, (transaction) =>
      reverseFacts(transaction, [first?.source ?? ''], {
        actor: mine.carer,
        reason: '没有来',
        at: here.clock(),
      }),
    );
    // What is stated in its place would count by the same wording.
    expect(kept?.wordings).toEqual(['guidance-hours@2026-09-01']);
    await settleDistrict(here.district);
    expect(await balance(mine)).toBe(1600);
    await expect(
      here.database.write(theProgram, (transaction) =>
        reverseFacts(transaction, [first?.source ?? ''], {
          actor: mine.carer,
          reason: '没有来',
          at: here.clock(),
        }),
      ),
    ).rejects.toMatchObject({ kind: { code: 'facts.reversed-already' } });
    await recalculated();
    expect(await balance(mine)).toBe(1600);
    await everythingAgrees();
  });
});

describe('is refused', () => {
  test.each([
    ['rules that the plan does not have', { rules: ['no-such-rule'] }],
    ['a period that ends before it begins', { until_on: '2026-02-01' }],
    ['a period that is not over', { until_on: '2026-11-02' }],
    ['the wording of a day on which there was none', { wording_of: '2021-01-01' }],
  ])('%s', async (_, over) => {
    expect((await order(over)).json().code).toBe('recalculations.no-such-wording');
  });

  test('a second one while one is under way, and a decision on a list that is not there yet', async () => {
    const { id } = (await order()).json();
    expect((await order()).json().code).toBe('recalculations.one-at-a-time');
    expect((await decide(id, 'confirm', second)).json().code).toBe(
      'recalculations.not-to-be-decided',
    );
    expect((await decide(id, 'withdraw', officer)).statusCode).toBe(204);
    await settleDistrict(here.district);
    expect(await shown(id)).toMatchObject({ state: 'withdrawn', carers: 0 });
  });

  test('everybody but the district', async () => {
    const id = await here.people.adult('周校长');
    await here.people.post(id, 'principal', schoolClass);
    const principal = await here.as(id);
    expect((await order({}, principal)).statusCode).toBe(403);
    expect((await principal.get('/api/v1/recalculations')).statusCode).toBe(403);
  });
});
