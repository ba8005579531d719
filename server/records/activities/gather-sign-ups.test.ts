import { beforeAll, expect, test } from 'vitest';
import { findWho } from '../../directory/index.ts';
import { type District, Refusal } from '../../platform/index.ts';
import { type Arrival, recordSignUp } from './gather-sign-ups.ts';
import { type Family, makeScene, type Scene } from './testing/scene.ts';

let here: Scene;
let families: Family[];
beforeAll(async () => {
  here = await makeScene();
  families = await Promise.all(
    Array.from({ length: 40 }, (_, index) => here.family(`同时报名${index}`)),
  );
});

async function arrival({ carer, student }: Family, over: Partial<Arrival> = {}): Promise<Arrival> {
  const session = { person: carer, kind: 'adult', strength: 'code' } as const;
  const who = await findWho(here.district, session);
  if (!who) throw new Error('The family was made.');
  const call = { at: here.clock(), language: 'zh' } as const;
  return { who, carer, students: [student], role: undefined, answers: [], call, ...over };
}

const codeOf = (outcome: unknown) => (outcome instanceof Refusal ? outcome.kind.code : 'seated');

test('who comes at the same moment is placed in the order of coming', async () => {
  const activity = await here.publish({ capacity: 5 });
  const arrivals = await Promise.all(families.map((family) => arrival(family)));
  const outcomes = await Promise.all(
    arrivals.map((one) => recordSignUp(here.district, activity, one)),
  );
  expect(outcomes.map((one) => !(one instanceof Refusal) && one.waiting_position)).toEqual(
    families.map((_, index) => (index < 5 ? null : index - 4)),
  );
});

test('what is refused to one of them does not concern the others', async () => {
  const activity = await here.publish({ kind: 'social-practice' });
  const [one, two, three, four] = families as [Family, Family, Family, Family];
  const arrivals = [
    await arrival(one),
    await arrival(two, { students: [three.student] }),
    await arrival(three, { role: 'speaker' }),
    await arrival(four),
  ];
  const outcomes = await Promise.all(
    arrivals.map((asked) => recordSignUp(here.district, activity, asked)),
  );
  expect(outcomes.map(codeOf)).toEqual([
    'seated',
    'http.not-found',
    'activities.role-unknown',
    'seated',
  ]);
});

test('what the database refuses to one of them is not written, and the others are seated all the same', async () => {
  const activity = await here.publish();
  const [one, two] = families as [Family, Family];
  // No such key passes the front door: the statement of the whole batch fails.
  const idempotency = { key: 'short', fingerprint: 'a' };
  const impossible = { at: here.clock(), language: 'zh', idempotency } as const;
  const outcomes = await Promise.allSettled(
    [await arrival(one), await arrival(two, { call: impossible })].map((asked) =>
      recordSignUp(here.district, activity, asked),
    ),
  );
  expect(outcomes.map(({ status }) => status)).toEqual(['fulfilled', 'rejected']);
});

test('a retry that comes together with the first, or after it, has the answer of the first', async () => {
  const activity = await here.publish({ capacity: 1 });
  const [one, two] = families as [Family, Family];
  const call = (key: string, fingerprint: string) => ({
    at: here.clock(),
    language: 'zh' as const,
    idempotency: { key, fingerprint },
  });
  const first = await arrival(one, { call: call('key-of-one-1', 'a') });
  const together = await Promise.all(
    [first, first].map((asked) => recordSignUp(here.district, activity, asked)),
  );
  expect(together[1]).toEqual(together[0]);
  const after = await recordSignUp(here.district, activity, first);
  expect(after).toEqual(together[0]);
  const other = await arrival(one, { call: call('key-of-one-1', 'b') });
  expect(codeOf(await recordSignUp(here.district, activity, other))).toBe(
    'http.idempotency-key-reused',
  );
  // The same key in another hand is another key.
  const another = await arrival(two, { call: call('key-of-one-1', 'a') });
  expect(await recordSignUp(here.district, activity, another)).toMatchObject({ state: 'waiting' });
});

test('a key whose request was refused may be used again', async () => {
  const activity = await here.draft({ capacity: 1 });
  const [one] = families as [Family];
  const call = { at: here.clock(), language: 'zh' as const };
  const asked = await arrival(one, {
    call: { ...call, idempotency: { key: 'refused-first', fingerprint: 'a' } },
  });
  expect(codeOf(await recordSignUp(here.district, activity, asked))).toBe('http.not-found');
  await here.principal.post(`/api/v1/activities/${activity}/publish`);
  expect(codeOf(await recordSignUp(here.district, activity, asked))).toBe('seated');
});

test('two programs at once give each place once, in one list', async () => {
  const activity = await here.publish({ capacity: 7 });
  const other: District = { ...here.district };
  const arrivals = await Promise.all(families.map((family) => arrival(family)));
  await Promise.all([
    ...arrivals.map((one) => recordSignUp(here.district, activity, one)),
    ...arrivals.toReversed().map((one) => recordSignUp(other, activity, one)),
  ]);
  const { rows } = await here.pool.query<{ state: string; queue_number: number }>(
    `select state, queue_number from tianfu.registrations where activity_id = $1
      order by queue_number`,
    [activity],
  );
  expect(rows.map(({ queue_number }) => queue_number)).toEqual(families.map((_, at) => at + 1));
  expect(rows.map(({ state }) => state)).toEqual(
    families.map((_, at) => (at < 7 ? 'registered' : 'waiting')),
  );
});
