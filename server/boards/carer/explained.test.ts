import { beforeAll, expect, test } from 'vitest';
import { settleDistrict } from '../../background.ts';
import { type Family, makeScene, type Scene } from '../../records/activities/testing/scene.ts';

let here: Scene;
let family: Family;
let attendance: string;

beforeAll(async () => {
  here = await makeScene();
  family = await here.family('高山');
  // Three long lectures within one day: the day gives four points at most.
  for (const hour of ['00', '04', '08']) await attend(hour);
});

async function attend(hour: string): Promise<void> {
  const begins_at = `2026-10-18T${hour}:00:00Z`;
  const ends_at = `2026-10-18T${String(Number(hour) + 2).padStart(2, '0')}:00:00Z`;
  here.clock.set('2026-10-14T01:00:00Z');
  const activity = await here.publish({ begins_at, ends_at, title: `${hour} 点的讲座` });
  await here.signUp(family, activity);
  for (const moment of [begins_at, ends_at]) {
    here.clock.set(moment);
    const scanned = await here.teacher.post(`/api/v1/activities/${activity}/check-ins`, {
      carer_id: family.carer,
    });
    attendance = scanned.json().attendance_id;
  }
  await settleDistrict(here.district);
}

const explained = (sequence: number, as = family.asking) =>
  as.get(`/api/v1/carers/${family.carer}/points/${sequence}`);

test('an entry leads from the clause to the record and to who confirmed it', async () => {
  expect((await explained(0)).json()).toMatchObject({
    carer: { name: '高山' },
    clause: { id: '2.4.1' },
    entry: { sequence: 0, amount: 200, rule: { id: 'guidance-hours', version: 2 } },
    record: {
      ...{ entered_at: '2026-10-18T00:00:00.000Z', left_at: '2026-10-18T02:00:00.000Z' },
      ...{ entry_method: 'staff', minutes: 120, corrections: [] },
    },
    confirmed_by: ['王老师'],
    by_code: false,
  });
});

test('of a corrected one the reason and who corrected it stand in the chain', async () => {
  await here.principal.post(`/api/v1/attendances/${attendance}/corrections`, {
    ...{ minutes: 60, reason: '提前离开' },
  });
  await settleDistrict(here.district);
  const { items } = (await family.asking.get(`/api/v1/carers/${family.carer}/points`)).json();
  expect(items[0].deed.quantity).toBe(60);
  const chain = (await explained(items[0].sequence)).json();
  expect(chain.record.corrections).toMatchObject([
    { minutes_before: 120, minutes_after: 60, reason: '提前离开', by: '周校长' },
  ]);
  expect(chain.confirmed_by).toEqual(['王老师', '周校长']);
});

test('a total is the sum of its rules and terms, and says which limit took how much', async () => {
  const total = (await family.asking.get(`/api/v1/carers/${family.carer}/points/sums`)).json();
  expect(total).toMatchObject({
    balance: 400,
    terms: [
      {
        ...{ term: '2026-2027-1', amount: 400 },
        rules: [
          {
            ...{ rule: 'guidance-hours', raw: 500, amount: 400 },
            held: [{ by: 'day', when: '2026-10-18', amount: 100 }],
          },
        ],
      },
    ],
  });
  expect(total.terms[0].rules[0].held[0].words.zh).toBe('2026年10月18日已到每天上限，少记 1 分');
});

test('both are the carer’s own, and those of staff with the family in reach', async () => {
  const sums = `/api/v1/carers/${family.carer}/points/sums`;
  expect((await here.principal.get(sums)).statusCode).toBe(200);
  expect((await explained(0, here.principal)).statusCode).toBe(200);
  const father = await here.otherCarer(family.student, '高峰');
  for (const other of [here.stranger, father.asking]) {
    expect((await other.get(sums)).statusCode).toBe(404);
    expect((await explained(0, other)).statusCode).toBe(404);
  }
  expect((await explained(9_999)).statusCode).toBe(404);
});
