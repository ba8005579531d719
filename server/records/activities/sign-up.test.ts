import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import { type Family, makeScene, type Scene } from './testing/scene.ts';

let here: Scene;
beforeAll(async () => {
  here = await makeScene();
});

const detail = async (activity: string) =>
  (await here.principal.get(`/api/v1/activities/${activity}`)).json();
const registrations = async (activity: string) =>
  (await here.principal.get(`/api/v1/activities/${activity}/registrations?limit=100`)).json().items;
const giveUp = (family: Family, activity: string, registration: string) =>
  family.asking.delete(`/api/v1/activities/${activity}/registrations/${registration}`);

describe('a household takes one place', () => {
  test('with twins, and signing up twice changes nothing', async () => {
    const activity = await here.publish({ capacity: 3 });
    const family = await here.family('杨洁');
    const twin = await here.people.student('杨小妹', here.schoolClass);
    await here.people.guardianship(family.carer, twin);
    const students = [family.student, twin];
    const first = await here.signUp(family, activity, students);
    const again = await here.signUp(family, activity, students);
    expect(again).toEqual(first);
    expect(await detail(activity)).toMatchObject({ places_left: 2, desk: { registered: 1 } });
  });

  test('for two carers of a child, who keep it when one of them goes', async () => {
    const activity = await here.publish({ capacity: 1 });
    const mother = await here.family('林芳');
    const father = await here.otherCarer(mother.student, '林峰');
    const { id } = await here.signUp(mother, activity);
    expect(await here.signUp(father, activity)).toMatchObject({ id, state: 'registered' });
    expect((await registrations(activity))[0].carers).toHaveLength(2);
    await giveUp(mother, activity, id);
    expect(await detail(activity)).toMatchObject({ places_left: 0, desk: { carers: 1 } });
    await giveUp(father, activity, id);
    expect(await detail(activity)).toMatchObject({ places_left: 1, desk: { carers: 0 } });
  });

  test('for parents who live apart: the one who goes takes along only children of their own', async () => {
    const activity = await here.publish();
    const mother = await here.family('何敏');
    const father = await here.otherCarer(mother.student, '罗军');
    const half = await here.people.student('罗小宝', here.schoolClass);
    await here.people.guardianship(father.carer, half);
    await here.signUp(mother, activity);
    const joined = await here.signUp(father, activity, [mother.student, half]);
    expect((await registrations(activity))[0].student_ids).toHaveLength(2);
    await giveUp(father, activity, joined.id);
    expect((await registrations(activity))[0].student_ids).toEqual([mother.student]);
  });

  test('but children whom relatives signed up apart are not thrown together', async () => {
    const activity = await here.publish();
    const [one, two] = [await here.family('郑华'), await here.family('郑明')];
    const grandmother = await here.otherCarer(one.student, '孙奶奶');
    await here.people.guardianship(grandmother.carer, two.student, '62');
    await here.signUp(one, activity);
    await here.signUp(two, activity);
    const both = await here.signUp(grandmother, activity, [one.student, two.student]);
    expect(both).toMatchObject({ status: 409, code: 'activities.registered-separately' });
    expect(await here.signUp(grandmother, activity, [two.student])).toMatchObject({ status: 201 });
  });
});

describe('the waiting list', () => {
  test('keeps its order, says the position, and offers a place to the first as soon as it frees', async () => {
    const activity = await here.publish({ capacity: 1 });
    const [a, b, c] = [await here.family('甲'), await here.family('乙'), await here.family('丙')];
    const first = await here.signUp(a, activity);
    expect(await here.signUp(b, activity)).toMatchObject({ state: 'waiting', waiting_position: 1 });
    expect(await here.signUp(c, activity)).toMatchObject({ state: 'waiting', waiting_position: 2 });
    await giveUp(a, activity, first.id);
    const states = (await registrations(activity)).map(
      (one: { state: string; waiting_position: number }) => [one.state, one.waiting_position],
    );
    expect(states).toEqual([
      ['offered', null],
      ['waiting', 1],
    ]);
    const [told] = (await b.asking.get('/api/v1/notices')).json().items;
    expect(told).toMatchObject({ kind: 'offered', link: `/activities/${activity}` });
    expect((await c.asking.get('/api/v1/notices')).json().items).toEqual([]);
  });

  test('is offered the places that the host adds, and has them where there is no limit any more', async () => {
    const activity = await here.publish({ capacity: 1 });
    const families = await Promise.all(['丁', '戊', '己'].map((name) => here.family(name)));
    for (const family of families) await here.signUp(family, activity);
    const { version } = await detail(activity);
    const room = (capacity: number | null, seen: number) =>
      here.principal.patch(
        `/api/v1/activities/${activity}`,
        { capacity },
        { 'if-match': `"${seen}"` },
      );
    const two = await room(2, version);
    expect(two.json()).toMatchObject({ desk: { registered: 1, offered: 1, waiting: 1 } });
    // A place that is offered is taken.
    const less = await room(1, version + 1);
    expect(less.json().code).toBe('activities.capacity-below-taken');
    const all = await room(null, version + 1);
    expect(all.json()).toMatchObject({ desk: { registered: 2, offered: 1, waiting: 0 } });
  });
});

describe('sign-up is refused', () => {
  test('before it opens, after it closes, and once the activity has begun', async () => {
    const family = await here.family('冯丽');
    const later = await here.publish({ registration_opens_at: '2026-10-16T00:00:00Z' });
    expect(await here.signUp(family, later)).toMatchObject({
      status: 409,
      code: 'activities.sign-up-not-open',
    });
    const closed = await here.publish({ registration_closes_at: '2026-10-13T00:00:00Z' });
    expect(await here.signUp(family, closed)).toMatchObject({ code: 'activities.sign-up-closed' });
  });

  test('for a child whom the activity does not invite', async () => {
    const other = await here.people.place('class', '一年级2班', here.school);
    const family = await here.family('蒋磊');
    const forOthers = await here.publish({ audience_ids: [other.id] });
    expect(await here.signUp(family, forOthers)).toMatchObject({
      status: 422,
      code: 'activities.not-invited',
    });
    expect((await family.asking.get(`/api/v1/activities/${forOthers}`)).statusCode).toBe(404);
  });

  test('for a child of somebody else, whom one does not find', async () => {
    const activity = await here.publish();
    const [one, two] = [await here.family('韩雪'), await here.family('秦岚')];
    expect(await here.signUp(one, activity, [two.student])).toMatchObject({ status: 404 });
  });

  test('for a draft, and for what was called off', async () => {
    const family = await here.family('许晴');
    const draft = await here.draft();
    expect(await here.signUp(family, draft)).toMatchObject({ status: 404 });
    const activity = await here.publish();
    await here.principal.post(`/api/v1/activities/${activity}/cancel`, { reason: '场地维修。' });
    expect(await here.signUp(family, activity)).toMatchObject({ code: 'activities.state-forbids' });
  });

  test('of another family’s place: it cannot be given up by a stranger', async () => {
    const activity = await here.publish();
    const [one, two] = [await here.family('沈冰'), await here.family('吕良')];
    const { id } = await here.signUp(one, activity);
    expect((await giveUp(two, activity, id)).statusCode).toBe(404);
    const byStaff = await here.principal.delete(
      `/api/v1/activities/${activity}/registrations/${id}`,
    );
    expect(byStaff.statusCode).toBe(204);
  });
});

describe('staff sign up a family without a phone', () => {
  const byStaff = (staff: 'teacher' | 'stranger', activity: string, body: object) =>
    here[staff].post(`/api/v1/activities/${activity}/registrations`, body);

  test('when they see the child, with the part that the carer plays', async () => {
    const activity = await here.publish();
    const { carer, student } = await here.family('唐爷爷');
    const body = { carer_id: carer, student_ids: [student], role: 'speaker' };
    expect((await byStaff('teacher', activity, body)).statusCode).toBe(201);
    expect((await registrations(activity))[0].carers[0]).toMatchObject({ role: 'speaker' });
    expect((await byStaff('stranger', activity, body)).statusCode).toBe(404);
  });

  test('but not with a stranger for a carer, nor in a part that the kind does not have', async () => {
    const activity = await here.publish({ kind: 'social-practice' });
    const [one, two] = [await here.family('邓超'), await here.family('曾妮')];
    const strangers = { carer_id: one.carer, student_ids: [two.student] };
    expect((await byStaff('teacher', activity, strangers)).statusCode).toBe(404);
    const speaks = { carer_id: one.carer, student_ids: [one.student], role: 'speaker' };
    expect((await byStaff('teacher', activity, speaks)).json().code).toBe(
      'activities.role-unknown',
    );
  });
});

test('a clash with another event is said, not refused', async () => {
  const family = await here.family('彭亮');
  const [one, two] = [await here.publish(), await here.publish()];
  expect((await here.signUp(family, one)).clashes).toEqual([]);
  const clashing = await here.signUp(family, two);
  expect(clashing).toMatchObject({ status: 201, clashes: [{ activity_id: one }] });
});

test('two last families at the same moment: exactly as many places as there are, and an orderly list', async () => {
  const activity = await here.publish({ capacity: 5 });
  const families = await Promise.all(
    Array.from({ length: 24 }, (_, index) => here.family(`家长${index}`)),
  );
  const answers = await Promise.all(families.map((family) => here.signUp(family, activity)));
  const waiting = answers.filter(({ state }) => state === 'waiting');
  expect(answers.filter(({ state }) => state === 'registered')).toHaveLength(5);
  expect(waiting.map((one) => one.waiting_position).sort((x, y) => Number(x) - Number(y))).toEqual(
    Array.from({ length: 19 }, (_, index) => index + 1),
  );
});

test('whoever signs up and gives up at once, in any interleaving: never more than the places, nobody waits beside a free one', async () => {
  const families = await Promise.all(
    Array.from({ length: 8 }, (_, index) => here.family(`邻居${index}`)),
  );
  const move = fc.record({
    family: fc.nat({ max: families.length - 1 }),
    goes: fc.boolean(),
  });
  await fc.assert(
    fc.asyncProperty(
      fc.integer({ min: 1, max: 4 }),
      fc.array(fc.array(move, { minLength: 1, maxLength: 8 }), { minLength: 1, maxLength: 4 }),
      async (capacity, rounds) => {
        const activity = await here.publish({ capacity });
        for (const round of rounds) {
          await Promise.all(
            round.map(({ family, goes }) => step(families[family], activity, goes)),
          );
          await expectOrder(activity, capacity);
        }
      },
    ),
    { numRuns: 12 },
  );
}, 120_000);

async function step(family: Family | undefined, activity: string, goes: boolean): Promise<void> {
  if (!family) throw new Error('The property draws families that exist.');
  if (!goes) {
    expect((await here.signUp(family, activity)).status).toBe(201);
    return;
  }
  const own = (await family.asking.get('/api/v1/carer/registrations')).json().items;
  const mine = own.find((one: { activity_id: string }) => one.activity_id === activity);
  if (mine) expect([204, 404]).toContain((await giveUp(family, activity, mine.id)).statusCode);
}

async function expectOrder(activity: string, capacity: number): Promise<void> {
  const { rows } = await here.pool.query<{ state: string; queue_number: number }>(
    `select state, queue_number from tianfu.registrations
      where activity_id = $1 and state <> 'cancelled' order by queue_number`,
    [activity],
  );
  const taken = rows.filter(({ state }) => state !== 'waiting');
  expect(taken.length).toBeLessThanOrEqual(capacity);
  expect(taken.length).toBe(Math.min(capacity, rows.length));
  expect((await detail(activity)).places_left).toBe(capacity - taken.length);
}
