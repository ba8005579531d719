import { beforeAll, describe, expect, test } from 'vitest';
import { theProgram } from '../../directory/index.ts';
import { type FactStatement, placeStatedFacts, stateFacts } from '../../facts/index.ts';
import { loadPlan } from '../../plan/index.ts';
import { readFirstSheet } from '../../platform/sheets/index.ts';
import { type Asking, makeTestApp, type TestApp } from '../../testing/test-app.ts';
import type { Place } from '../../testing/test-people.ts';
import { lectures, settleCertificates } from '../certificates/testing/certified-families.ts';
import { balancesOf } from '../points/index.ts';
import { frozenOn } from './rules/frozen.ts';
import { simulate } from './simulate.ts';

let here: TestApp;
let officer: Asking;
let school: Place;
const carers: string[] = [];

const program = { person: null, reach: 'all' } as const;
const state = (...facts: FactStatement[]) =>
  here.database.write(theProgram, (transaction) => stateFacts(transaction, facts));

/** A family with so many lectures of two points each in the autumn and as many in spring. */
async function family(name: string, schoolClass: Place, many: number, relationships = ['52']) {
  const child = await here.people.student(name, schoolClass);
  for (const [index, relationship] of relationships.entries()) {
    const carer = await here.people.adult(`${name}的家长${index}`);
    await here.people.guardianship(carer, child, relationship);
    await state({
      ...{ kind: 'family.linked', at: here.clock(), organisation: schoolClass.id, subject: carer },
      ...{ quantity: 1, source: `family.linked:${carer}`, attributes: { student: child } },
    });
    if (index > 0) continue;
    carers.push(carer);
    await state(
      ...lectures(carer, schoolClass, '2025-09-06').slice(0, many),
      ...lectures(carer, schoolClass, '2026-03-07').slice(0, many),
    );
  }
}

beforeAll(async () => {
  here = await makeTestApp({ at: '2026-11-01T02:00:00Z' });
  const one = await here.people.school('第一小学');
  const other = await here.people.school('第二小学');
  ({ school } = one);
  for (let index = 0; index < 6; index += 1) {
    await family(`甲${index}`, one.schoolClass, 6, ['52', '51']);
    await family(`乙${index}`, one.schoolClass, 3, ['62']);
  }
  // Too few to be shown.
  for (let index = 0; index < 3; index += 1) await family(`丙${index}`, other.schoolClass, 0);
  await settleCertificates(here);
  const id = await here.people.adult('区里的老师');
  await here.people.post(id, 'district-officer', here.people.top);
  officer = await here.as(id);
});

const textOf = async (file: string) =>
  (await officer.get(`/api/v1/plan-files/${file}`)).json().text as string;

async function tried(file: string, text: string) {
  const begun = await officer.post('/api/v1/simulations', { file, text });
  if (begun.statusCode !== 201) throw new Error(begun.body);
  const { id } = begun.json();
  for (;;) {
    const shown = (await officer.get(`/api/v1/simulations/${id}`)).json();
    if (shown.state !== 'running') return shown;
    // Asks again as soon as the server has had its turn.
    await placeStatedFacts(here.database, 1);
  }
}

describe('a change of rules is tried before it is published', () => {
  test('an hour worth twice as much: who gains, who reaches the score, and how far groups stand apart', async () => {
    const text = (await textOf('points')).replace(
      'perHour: 1.00\n        caps: { perDay: 4.00, perTerm: 16.00 }',
      'perHour: 2.00\n        caps: { perDay: 4.00, perTerm: 16.00 }',
    );
    const { state: end, result, asked_by_name } = await tried('points', text);
    expect(end).toBe('done');
    expect(asked_by_name).toBe('区里的老师');
    // 24 points and 12 of the score of 20; then the cap of 16 a term twice, and 24.
    expect(result.all).toMatchObject({
      ...{ families: 15, gain: 12, lose: 0, up: 6, down: 0 },
      ...{ share_before: 4000, share_after: 8000, median_before: 1200, median_after: 2400 },
    });
    const by = Object.fromEntries(
      result.dimensions.map((one: { key: string; groups: { key: string }[] }) => [
        one.key,
        Object.fromEntries(one.groups.map((group) => [group.key, group])),
      ]),
    );
    expect(by['raised-by'].grandparent).toMatchObject({
      ...{ families: 6, up: 6, share_before: 0, share_after: 10_000 },
      ...{ gap_before: -6667, gap_after: 3333, name: { zh: '祖辈' } },
    });
    expect(by.carers).toMatchObject({ one: { families: 9 }, several: { families: 6 } });
    // Three families of the other school: not shown, and so neither is the one that would give them away.
    expect(by.school).toEqual({});
    expect(JSON.stringify(result)).not.toContain(school.id);
  });

  test('what each carer has before is what the ledger has, where the wording has not changed since', async () => {
    const { plan } = here.district;
    const simulated = await simulate(here.district, plan);
    expect(simulated.all).toMatchObject({ families: 15, gain: 0, lose: 0, up: 0, down: 0 });
    const balances = await here.database.read(program, (transaction) =>
      balancesOf(transaction, carers),
    );
    const amounts = carers.map((carer) => balances.get(carer) ?? 0).toSorted((a, b) => a - b);
    expect(simulated.all.median_before).toBe(amounts[7]);
  });

  test('a higher score, and whose points count: who no longer reaches it', async () => {
    const text = (await textOf('certificates'))
      .replace('carers: sum, period: plan', 'carers: both, each: 50, period: plan')
      .replace(/(effectiveFrom: 2026-09-01\n\s+threshold: )20\.00/, '$124.00');
    const { result } = await tried('certificates', text);
    // Two carers of whom one has all: no longer. An only grandmother with 12: now half of 24 is enough.
    expect(result.all).toMatchObject({ up: 6, down: 6, families: 15 });
  });

  test('comes as a workbook too', async () => {
    const [newest] = (await officer.get('/api/v1/simulations')).json().items;
    const sheet = await officer.get(`/api/v1/simulations/${newest.id}/sheet`);
    const [header, all] = await readFirstSheet(sheet.rawPayload);
    expect(header?.slice(0, 3)).toEqual(['按什么分', '哪些家庭', '家庭数']);
    expect(all?.slice(0, 3)).toEqual(['全区', '全区', '15']);
  });
});

test('a file with mistakes is refused with every line, and nothing is counted', async () => {
  const text = (await textOf('points')).replace('fact: activity.spoke', 'fact: activity.spok');
  const answer = await officer.post('/api/v1/simulations', { file: 'points', text });
  expect(answer.statusCode).toBe(422);
  expect(answer.json()).toMatchObject({ code: 'simulation.plan-has-mistakes' });
  expect(answer.json().fields).toMatchObject([{ field: 'rules[6].fact' }]);
});

test('a version that begins later counts as if it had always held, and what is in force is compared with it', async () => {
  const plan = await loadPlan('plans/tianfu');
  expect(frozenOn(plan, '2022-01-01').plan.pointRules[0]?.versions).toMatchObject([
    { version: 1, amount: 80, effectiveFrom: '2021-09-01' },
  ]);
  expect(frozenOn(plan, '2026-11-01').certificate).toMatchObject({ version: 3 });
});

test('is for the district alone', async () => {
  const principal = await here.people.adult('周校长');
  await here.people.post(principal, 'principal', school);
  const asking = await here.as(principal);
  expect((await asking.get('/api/v1/simulations')).statusCode).toBe(403);
  expect((await asking.get('/api/v1/plan-files/points')).statusCode).toBe(403);
});
