import fc from 'fast-check';
import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { lapseOffers } from './lapse-offers.ts';
import { slotsBetween } from './rules/sessions.ts';
import { type Family, makeScene, type Scene } from './testing/scene.ts';

const EVE = '2026-10-14T02:00:00Z';

let here: Scene;
beforeAll(async () => {
  here = await makeScene();
});
beforeEach(() => here.clock.set(EVE));

interface SessionLine {
  readonly activity_id: string;
  readonly label: string;
  readonly begins_at: string;
  readonly version: number;
  readonly state: string;
  readonly places_left: number | null;
  readonly registration: string | null;
}

const detail = async (activity: string, as = here.principal) =>
  (await as.get(`/api/v1/activities/${activity}`)).json();
const sessionsOf = async (activity: string, as = here.principal): Promise<SessionLine[]> =>
  (await detail(activity, as)).sessions;
const addSlots = (activity: string, over: object = {}) =>
  here.principal.post(`/api/v1/activities/${activity}/slots`, {
    from: '2026-10-18T01:00:00Z',
    until: '2026-10-18T04:00:00Z',
    minutes: 50,
    pause: 10,
    capacity: 1,
    ...over,
  });
const publish = (activity: string) => here.principal.post(`/api/v1/activities/${activity}/publish`);
const change = (family: Family, from: string, registration: string, to: string) =>
  family.asking.post(`/api/v1/activities/${from}/registrations/${registration}/session`, {
    session_id: to,
  });

/** A published activity of three sessions; gives its id and theirs. */
async function inThree(over: object = {}, slots: object = {}) {
  const activity = await here.draft(over);
  expect((await addSlots(activity, slots)).statusCode).toBe(201);
  expect((await publish(activity)).statusCode).toBe(200);
  const sessions = await sessionsOf(activity);
  return { activity, ids: sessions.map((one) => one.activity_id) as [string, string, string] };
}

describe('an activity is held in sessions', () => {
  test('made at once between two hours; what does not fit whole is left out', async () => {
    const activity = await here.draft({ capacity: 80 });
    const made = (await addSlots(activity, { until: '2026-10-18T04:30:00Z' })).json();
    expect(made.sessions.map((one: SessionLine) => one.begins_at)).toEqual([
      '2026-10-18T01:00:00.000Z',
      '2026-10-18T02:00:00.000Z',
      '2026-10-18T03:00:00.000Z',
    ]);
    expect(made).toMatchObject({
      begins_at: '2026-10-18T01:00:00.000Z',
      ends_at: '2026-10-18T03:50:00.000Z',
      capacity: 3,
      places_left: 3,
    });
    expect(made.desk.actions).not.toContain('check-in');
  });

  test('and nothing fits, or more than anybody looks through: the field says so', async () => {
    const activity = await here.draft();
    const none = await addSlots(activity, { minutes: 600 });
    expect(none.json()).toMatchObject({ status: 400, fields: [{ field: 'until' }] });
    const many = await addSlots(activity, { minutes: 5, pause: 0, until: '2026-10-19T04:00:00Z' });
    expect(many.json()).toMatchObject({ status: 400, fields: [{ field: 'until' }] });
  });

  test('not of a kind that the plan does not divide, nor once families have signed up', async () => {
    const lesson = await here.draft({ kind: 'parents-in-classroom' });
    expect((await addSlots(lesson)).json().code).toBe('activities.no-sessions');
    const lecture = await here.publish();
    await here.signUp(await here.family('早到的'), lecture);
    expect((await addSlots(lecture)).json().code).toBe('activities.signed-up-for-the-whole');
    const { ids } = await inThree();
    expect((await addSlots(ids[0])).json().code).toBe('activities.no-sessions');
  });

  test('what they share is changed in the whole, their times and places in themselves', async () => {
    const { activity, ids } = await inThree();
    const family = await here.family('看时间的');
    await here.signUp(family, ids[1]);
    const { version } = await detail(activity);
    const headers = { 'if-match': `"${version}"` };
    const url = `/api/v1/activities/${activity}`;
    const times = await here.principal.patch(url, { begins_at: '2026-10-19T01:00:00Z' }, headers);
    expect(times.json()).toMatchObject({ status: 400, fields: [{ field: 'begins_at' }] });
    const shared = { title: '新名字', place: '图书馆' };
    expect((await here.principal.patch(url, shared, headers)).statusCode).toBe(200);
    expect(await detail(ids[1])).toMatchObject({ title: '新名字', place: '图书馆' });
    expect((await family.asking.get('/api/v1/notices')).json().items).toHaveLength(1);

    const session = await detail(ids[1]);
    const own = await here.principal.patch(
      `/api/v1/sessions/${ids[1]}`,
      { label: '二楼', ends_at: '2026-10-18T05:00:00Z', capacity: 5 },
      { 'if-match': `"${session.version}"` },
    );
    expect(own.json()).toMatchObject({ title: '新名字 · 二楼', capacity: 5, places_left: 4 });
    expect(await detail(activity)).toMatchObject({ ends_at: '2026-10-18T05:00:00.000Z' });
    const direct = await here.principal.patch(
      `/api/v1/activities/${ids[1]}`,
      { title: '另一个' },
      { 'if-match': `"${session.version + 1}"` },
    );
    expect(direct.json().code).toBe('activities.is-a-session');
  });

  test('called off alone or all together, and each family hears of it', async () => {
    const { activity, ids } = await inThree();
    const [one, two] = [await here.family('甲家'), await here.family('乙家')];
    await here.signUp(one, ids[0]);
    await here.signUp(two, ids[1]);
    const cancel = (id: string) =>
      here.principal.post(`/api/v1/activities/${id}/cancel`, { reason: '老师病了' });
    await cancel(ids[0]);
    expect((await one.asking.get('/api/v1/notices')).json().items[0].kind).toBe('cancelled');
    expect(await detail(activity)).toMatchObject({ state: 'published', capacity: 2 });
    await cancel(activity);
    expect((await two.asking.get('/api/v1/notices')).json().items[0].kind).toBe('cancelled');
    const states = (await sessionsOf(activity)).map(({ state }) => state);
    expect(new Set(states)).toEqual(new Set(['cancelled']));
  });

  test('is held again on another day with all its sessions', async () => {
    const { activity } = await inThree();
    const copied = await here.principal.post(`/api/v1/activities/${activity}/copies`, {
      days: ['2026-10-25'],
    });
    const [{ activity_id }] = copied.json().items;
    const sessions = await sessionsOf(activity_id);
    expect(sessions.map(({ begins_at }) => begins_at)).toEqual([
      '2026-10-25T01:00:00.000Z',
      '2026-10-25T02:00:00.000Z',
      '2026-10-25T03:00:00.000Z',
    ]);
    expect(sessions.every(({ state }) => state === 'draft')).toBe(true);
  });
});

describe('a family chooses a session', () => {
  test('finds the activity once in its list, and signs up for a session, not for the whole', async () => {
    const { activity, ids } = await inThree({ title: '分三场的讲座' });
    const family = await here.family('选时段的');
    expect(await here.signUp(family, activity)).toMatchObject({
      status: 409,
      code: 'activities.choose-a-session',
    });
    expect(await here.signUp(family, ids[1])).toMatchObject({ state: 'registered' });
    const listed = (await family.asking.get('/api/v1/carer/activities'))
      .json()
      .items.filter(({ title }: { title: string }) => title.startsWith('分三场的讲座'));
    expect(listed).toMatchObject([
      { activity_id: activity, places_left: 2, registration: { state: 'registered' } },
    ]);
    expect((await sessionsOf(activity, family.asking)).map((one) => one.registration)).toEqual([
      null,
      'registered',
      null,
    ]);
    const mine = (await family.asking.get('/api/v1/carer/registrations')).json().items;
    expect(mine).toMatchObject([{ activity_id: ids[1], begins_at: '2026-10-18T02:00:00.000Z' }]);
  });

  test('one where the plan says one, whoever of the household asks; several shifts of volunteering', async () => {
    const { ids } = await inThree();
    const mother = await here.family('选一个的');
    const father = await here.otherCarer(mother.student, '选一个的爸爸');
    await here.signUp(mother, ids[0]);
    expect(await here.signUp(father, ids[1])).toMatchObject({
      status: 409,
      code: 'activities.in-another-session',
    });
    const shifts = await inThree({ kind: 'volunteering' });
    expect(await here.signUp(mother, shifts.ids[0])).toMatchObject({ state: 'registered' });
    expect(await here.signUp(mother, shifts.ids[2])).toMatchObject({ state: 'registered' });
  });

  test('waits at a full one; changes to another while a place is free, and the first who waits is asked', async () => {
    const { ids } = await inThree();
    const [a, b, c] = [
      await here.family('占着的'),
      await here.family('等着的'),
      await here.family('也占'),
    ];
    const first = await here.signUp(a, ids[0]);
    expect(await here.signUp(b, ids[0])).toMatchObject({ state: 'waiting', waiting_position: 1 });
    await here.signUp(c, ids[1]);
    expect((await change(a, ids[0], first.id, ids[1])).json().code).toBe('activities.session-full');
    expect((await change(b, ids[0], first.id, ids[2])).statusCode).toBe(404);
    expect((await change(a, ids[0], first.id, ids[2])).statusCode).toBe(204);
    expect((await sessionsOf(ids[0], b.asking)).length).toBe(0);
    expect(await detail(ids[0], b.asking)).toMatchObject({ registration: { state: 'offered' } });
    expect(await detail(ids[2], a.asking)).toMatchObject({ registration: { state: 'registered' } });
  });

  test('who waits takes a free session at once and leaves the list', async () => {
    const { ids } = await inThree();
    const [a, b] = [await here.family('先来'), await here.family('后到')];
    await here.signUp(a, ids[0]);
    const waiting = await here.signUp(b, ids[0]);
    expect((await change(b, ids[0], waiting.id, ids[1])).statusCode).toBe(204);
    expect(await detail(ids[1], b.asking)).toMatchObject({ registration: { state: 'registered' } });
    expect(await detail(ids[0])).toMatchObject({ places_left: 0, desk: { waiting: 0 } });
  });

  test('not to a session of another activity', async () => {
    const [one, other] = [await inThree(), await inThree()];
    const family = await here.family('串场的');
    const { id } = await here.signUp(family, one.ids[0]);
    const moved = await change(family, one.ids[0], id, other.ids[0]);
    expect(moved.json().code).toBe('activities.not-a-session');
  });

  test('is checked in at the session, and its minutes are the session’s', async () => {
    const { activity, ids } = await inThree();
    const family = await here.family('到场的');
    await here.signUp(family, ids[1]);
    here.clock.set('2026-10-18T02:00:00Z');
    const body = { carer_id: family.carer };
    const door = `/api/v1/activities/${ids[1]}/check-ins`;
    expect((await here.teacher.post(door, body)).statusCode).toBe(200);
    here.clock.set('2026-10-18T04:00:00Z');
    expect((await here.teacher.post(door, body)).json()).toMatchObject({ minutes: 50 });
    const [row] = (await here.principal.get(`/api/v1/activities/${activity}/registrations`)).json()
      .items;
    expect(row).toMatchObject({ session: { activity_id: ids[1] }, carers: [{ minutes: 50 }] });
    const [fact] = await here.factsAbout(family.carer);
    expect(fact).toMatchObject({ quantity: 50, attributes: { activity: ids[1] } });
    const sheet = await here.principal.get(`/api/v1/activities/${activity}/registrations/sheet`);
    expect(sheet.statusCode).toBe(200);
  });
});

describe('rights', () => {
  test('a principal of another school, a teacher and a family make no sessions and change none', async () => {
    const { activity, ids } = await inThree();
    const family = await here.family('好奇的');
    for (const asking of [here.stranger, here.teacher, family.asking]) {
      const add = await asking.post(`/api/v1/activities/${activity}/sessions`, {
        begins_at: '2026-10-18T06:00:00Z',
        ends_at: '2026-10-18T07:00:00Z',
      });
      expect([403, 404]).toContain(add.statusCode);
      const write = await asking.patch(
        `/api/v1/sessions/${ids[0]}`,
        { capacity: 9 },
        { 'if-match': '"1"' },
      );
      expect([403, 404]).toContain(write.statusCode);
    }
  });
});

test('slots never overlap, fit between the hours, and are as long as asked', () => {
  const minutes = fc.integer({ min: 5, max: 120 });
  fc.assert(
    fc.property(
      minutes,
      fc.integer({ min: 0, max: 60 }),
      fc.integer({ min: 0, max: 900 }),
      (each, pause, whole) => {
        const from = new Date(EVE);
        const until = new Date(from.getTime() + whole * 60_000);
        const slots = slotsBetween({ from, until, minutes: each, pause });
        slots.forEach((slot, index) => {
          expect(slot.ends_at.getTime() - slot.begins_at.getTime()).toBe(each * 60_000);
          expect(slot.ends_at.getTime()).toBeLessThanOrEqual(until.getTime());
          const before = slots[index - 1];
          if (before)
            expect(slot.begins_at.getTime() - before.ends_at.getTime()).toBe(pause * 60_000);
        });
        expect(slots.length).toBe(Math.min(61, Math.floor((whole + pause) / (each + pause))));
      },
    ),
  );
});

const moves = ['sign-up', 'give-up', 'change', 'lapse'] as const;

test('whoever signs up, changes and gives up at the same moment: no session has more than its places, no household two', async () => {
  const families = await Promise.all(
    Array.from({ length: 6 }, (_, index) => here.family(`时段家长${index}`)),
  );
  const move = fc.record({
    family: fc.nat({ max: families.length - 1 }),
    session: fc.nat({ max: 2 }),
    does: fc.constantFrom(...moves),
  });
  const rounds = fc.array(fc.array(move, { minLength: 1, maxLength: 8 }), {
    minLength: 1,
    maxLength: 4,
  });
  await fc.assert(
    fc.asyncProperty(fc.integer({ min: 1, max: 2 }), rounds, async (capacity, drawn) => {
      here.clock.set(EVE);
      const { activity, ids } = await inThree({}, { capacity });
      for (const round of drawn) {
        await Promise.all(
          round.map(({ family, session, does }) =>
            step(families[family] as Family, activity, ids[session] as string, does),
          ),
        );
        await expectPlaces(activity, capacity);
      }
    }),
    { numRuns: 12 },
  );
}, 120_000);

async function step(
  family: Family,
  activity: string,
  session: string,
  does: (typeof moves)[number],
): Promise<void> {
  if (does === 'lapse') {
    await lapseOffers(here.district);
    return;
  }
  if (does === 'sign-up') {
    expect([201, 409]).toContain((await here.signUp(family, session)).status);
    return;
  }
  const own = (await sessionsOf(activity, family.asking)).find((one) => one.registration);
  if (!own) return;
  const { registration } = await detail(own.activity_id, family.asking);
  if (!registration) return;
  if (does === 'change') {
    const moved = await change(family, own.activity_id, registration.id, session);
    expect([204, 404, 409]).toContain(moved.statusCode);
    return;
  }
  const url = `/api/v1/activities/${own.activity_id}/registrations/${registration.id}`;
  expect([204, 404]).toContain((await family.asking.delete(url)).statusCode);
}

async function expectPlaces(activity: string, capacity: number): Promise<void> {
  const { rows } = await here.pool.query<{
    places_taken: number;
    taken: number;
    waiting: number;
  }>(
    `select places_taken,
            (select count(*)::integer from tianfu.registrations
              where activity_id = session.id and state in ('registered', 'offered')) as taken,
            (select count(*)::integer from tianfu.registrations
              where activity_id = session.id and state = 'waiting') as waiting
       from tianfu.activities as session where part_of = $1`,
    [activity],
  );
  for (const { places_taken, taken, waiting } of rows) {
    expect(places_taken).toBe(taken);
    expect(taken).toBeLessThanOrEqual(capacity);
    if (waiting > 0) expect(taken).toBe(capacity);
  }
  const { rows: twice } = await here.pool.query(
    `select carer_id from tianfu.registration_carers as own
       join tianfu.activities as session on session.id = own.activity_id
      where part_of = $1 and left_at is null group by carer_id having count(*) > 1`,
    [activity],
  );
  expect(twice).toEqual([]);
}

test('what is held in sessions is worth as much as one of them, in the lists too', async () => {
  const { activity, ids } = await inThree();
  const family = await here.family('算分');
  const one = await detail(ids[0], family.asking);
  expect(one.worth).toBeGreaterThan(0);
  expect((await detail(activity, family.asking)).worth).toBe(one.worth);
  const { items } = (await family.asking.get('/api/v1/carer/activities')).json();
  const listed = items.find((item: { activity_id: string }) => item.activity_id === activity);
  expect(listed.worth).toBe(one.worth);
});
