import fc from 'fast-check';
import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { lapseOffers } from './lapse-offers.ts';
import { offerEnd } from './rules/offer-end.ts';
import { goesBefore } from './rules/waiting-order.ts';
import { type Family, makeScene, type Scene } from './testing/scene.ts';

/** A Wednesday morning; the event is on Sunday at 14:00. */
const EVE = '2026-10-14T01:00:00Z';

let here: Scene;
beforeAll(async () => {
  here = await makeScene();
});
beforeEach(() => here.clock.set(EVE));

const later = (hours: number) =>
  here.clock.set(new Date(here.clock().getTime() + hours * 3_600_000).toISOString());
const own = async (family: Family, activity: string) =>
  (await family.asking.get('/api/v1/carer/registrations'))
    .json()
    .items.find((one: { activity_id: string }) => one.activity_id === activity);
const path = (activity: string, registration: string) =>
  `/api/v1/activities/${activity}/registrations/${registration}`;
const accept = (family: Family, activity: string, registration: string) =>
  family.asking.post(`${path(activity, registration)}/accept`);
const giveUp = (family: Family, activity: string, registration: string) =>
  family.asking.delete(path(activity, registration));
const notices = async (family: Family) =>
  (await family.asking.get('/api/v1/notices')).json().items as { kind: string; done_at: string }[];

/** What the home still says. */
const unread = async (family: Family) =>
  (await family.asking.get('/api/v1/carer/home')).json().notices as { asks: boolean }[];

/** One place, given up by the first of these families, so that the second is offered it. */
async function offeredTo(names: readonly [string, ...string[]], over = {}) {
  const activity = await here.publish({ capacity: 1, ...over });
  const holder = await here.family('占位的家长');
  const { id } = await here.signUp(holder, activity);
  const families: Family[] = [];
  for (const name of names) {
    const family = await here.family(name);
    families.push(family);
    await here.signUp(family, activity);
  }
  await giveUp(holder, activity, id);
  return { activity, families: families as [Family, Family, Family] };
}

describe('a place that comes free', () => {
  test('is kept for the first who waits until they accept, and then is theirs', async () => {
    const { activity, families } = await offeredTo(['甲', '乙']);
    const [first] = families;
    const offered = await own(first, activity);
    expect(offered).toMatchObject({ state: 'offered', offer_ends_at: '2026-10-14T13:00:00.000Z' });
    expect((await accept(first, activity, offered.id)).statusCode).toBe(204);
    expect((await accept(first, activity, offered.id)).statusCode).toBe(204);
    expect(await own(first, activity)).toMatchObject({ state: 'registered' });
    // What is done asks no more.
    expect((await notices(first))[0]).toMatchObject({
      ...{ kind: 'offered', done_at: EVE_TEXT, asks: false },
    });
  });

  test('goes on asking until it is answered, however often it is read', async () => {
    const { activity, families } = await offeredTo(['未']);
    const [family] = families;
    const [asked] = (await family.asking.get('/api/v1/notices')).json().items;
    await family.asking.post(`/api/v1/notices/${asked.id}/read`);
    await family.asking.post('/api/v1/notices/read');
    expect(await unread(family)).toMatchObject([{ asks: true }]);
    const offered = await own(family, activity);
    await accept(family, activity, offered.id);
    expect(await unread(family)).toEqual([]);
    await here.principal.post(`/api/v1/activities/${activity}/cancel`, { reason: '停电。' });
    expect(await unread(family)).toMatchObject([{ asks: false }]);
    await family.asking.post('/api/v1/notices/read');
    expect(await unread(family)).toEqual([]);
  });

  test('goes to the next when nobody accepts in time, and both are told', async () => {
    const { activity, families } = await offeredTo(['丙', '丁', '戊']);
    const [first, second, third] = families;
    const offered = await own(first, activity);
    later(13);
    expect(await lapseOffers(here.district)).toBe(1);
    expect(await lapseOffers(here.district)).toBe(0);
    expect(await own(first, activity)).toBeUndefined();
    expect((await notices(first)).map(({ kind }) => kind)).toEqual(['offer-lapsed', 'offered']);
    expect(await own(second, activity)).toMatchObject({ state: 'offered' });
    expect(await own(third, activity)).toMatchObject({ state: 'waiting', waiting_position: 1 });
    expect((await accept(first, activity, offered.id)).statusCode).toBe(404);
    // Who was too late may wait again, behind the others.
    expect(await here.signUp(first, activity)).toMatchObject({ waiting_position: 2 });
  });

  test('cannot be accepted after its time, even before it was taken back', async () => {
    const { activity, families } = await offeredTo(['己']);
    const offered = await own(families[0], activity);
    later(13);
    const late = await accept(families[0], activity, offered.id);
    expect(late.json()).toMatchObject({ status: 409, code: 'activities.offer-over' });
  });

  test('goes to the next at once when it is declined', async () => {
    const { activity, families } = await offeredTo(['庚', '辛']);
    const offered = await own(families[0], activity);
    await giveUp(families[0], activity, offered.id);
    expect(await own(families[1], activity)).toMatchObject({ state: 'offered' });
    expect(await unread(families[0])).toEqual([]);
  });

  test('is not for a family that comes along meanwhile', async () => {
    const { activity } = await offeredTo(['壬']);
    const stranger = await here.family('路过的家长');
    expect(await here.signUp(stranger, activity)).toMatchObject({ state: 'waiting' });
  });

  test('is theirs unasked when the event is near', async () => {
    const { activity, families } = await offeredTo(['癸'], {
      begins_at: '2026-10-14T06:00:00Z',
      ends_at: '2026-10-14T07:00:00Z',
    });
    expect(await own(families[0], activity)).toMatchObject({ state: 'registered' });
    expect((await notices(families[0]))[0]).toMatchObject({ kind: 'moved-up' });
  });

  test('is not waited for beyond the beginning of an event that was moved forward', async () => {
    const { activity, families } = await offeredTo(['子']);
    const { version } = (await here.principal.get(`/api/v1/activities/${activity}`)).json();
    const sooner = { begins_at: '2026-10-14T03:00:00Z', ends_at: '2026-10-14T04:00:00Z' };
    await here.principal.patch(`/api/v1/activities/${activity}`, sooner, {
      'if-match': `"${version}"`,
    });
    expect(await own(families[0], activity)).toMatchObject({
      offer_ends_at: '2026-10-14T03:00:00.000Z',
    });
  });

  test('asks nobody any more when the event is called off', async () => {
    const { activity, families } = await offeredTo(['丑']);
    await here.principal.post(`/api/v1/activities/${activity}/cancel`, { reason: '停电。' });
    later(13);
    await lapseOffers(here.district);
    expect((await notices(families[0])).map(({ kind }) => kind)).toEqual(['cancelled', 'offered']);
    expect(await unread(families[0])).toMatchObject([{ asks: false }]);
  });
});

describe('an offer is accepted', () => {
  test('by staff of the host or the class teacher, who have the family on the phone', async () => {
    for (const staff of [here.principal, here.teacher]) {
      const { activity, families } = await offeredTo(['寅奶奶']);
      const offered = await own(families[0], activity);
      const answer = await staff.post(`${path(activity, offered.id)}/accept`);
      expect(answer.statusCode).toBe(204);
      expect(await own(families[0], activity)).toMatchObject({ state: 'registered' });
    }
  });

  test('by nobody else: another family and another school do not find it', async () => {
    const { activity, families } = await offeredTo(['卯', '辰']);
    const offered = await own(families[0], activity);
    expect((await accept(families[1], activity, offered.id)).statusCode).toBe(404);
    const byStranger = await here.stranger.post(`${path(activity, offered.id)}/accept`);
    expect(byStranger.statusCode).toBe(404);
  });

  test('by who waits: not yet', async () => {
    const { activity, families } = await offeredTo(['巳', '午']);
    const waiting = await own(families[1], activity);
    const early = await accept(families[1], activity, waiting.id);
    expect(early.json()).toMatchObject({ code: 'activities.offer-over' });
  });
});

const EVE_TEXT = new Date(EVE).toISOString();

test('an offer ends after it began and before the doors open, by day unless the event is the next morning', () => {
  const hour = 3_600_000;
  const anInstant = fc.date({
    min: new Date('2026-01-01'),
    max: new Date('2027-01-01'),
    noInvalidDate: true,
  });
  fc.assert(
    fc.property(anInstant, fc.integer({ min: 0, max: 30 * 24 * 60 }), (at, minutes) => {
      const begins = new Date(at.getTime() + minutes * 60_000);
      const end = offerEnd(at, begins);
      expect(end === null).toBe(minutes < 6 * 60);
      if (end === null) return;
      const ends = end.getTime();
      expect(ends).toBeGreaterThan(at.getTime());
      expect(ends).toBeLessThanOrEqual(begins.getTime() - 2 * hour);
      const minuteOfDay = Math.floor((ends / 60_000 + 8 * 60) % (24 * 60));
      const isByDay = minuteOfDay >= 9 * 60 && minuteOfDay <= 21 * 60;
      expect(isByDay || ends === begins.getTime() - 2 * hour).toBe(true);
    }),
  );
});

const moves = ['sign-up', 'give-up', 'accept', 'lapse', 'more-room'] as const;

test('whoever signs up, gives up, accepts or is too late at the same moment: never more than the places, nobody waits beside a free one, offers go in order', async () => {
  const families = await Promise.all(
    Array.from({ length: 8 }, (_, index) => here.family(`候补家长${index}`)),
  );
  const move = fc.record({
    family: fc.nat({ max: families.length - 1 }),
    does: fc.constantFrom(...moves),
  });
  const rounds = fc.array(fc.array(move, { minLength: 1, maxLength: 8 }), {
    minLength: 1,
    maxLength: 5,
  });
  await fc.assert(
    fc.asyncProperty(fc.integer({ min: 1, max: 3 }), rounds, async (capacity, drawn) => {
      here.clock.set(EVE);
      const activity = await here.publish({ capacity });
      let waited: Line = [];
      for (const round of drawn) {
        // Whoever lapses does so in this round, at the same time as the others accept.
        if (round.some(({ does }) => does === 'lapse')) later(13);
        await Promise.all(
          round.map(({ family, does }) => step(families[family] as Family, activity, does)),
        );
        waited = await expectOrder(activity, waited);
      }
    }),
    { numRuns: 20 },
  );
}, 120_000);

async function step(family: Family, activity: string, does: (typeof moves)[number]): Promise<void> {
  if (does === 'lapse') {
    await lapseOffers(here.district);
    return;
  }
  if (does === 'more-room') {
    const { version, capacity } = (
      await here.principal.get(`/api/v1/activities/${activity}`)
    ).json();
    const headers = { 'if-match': `"${version}"` };
    const change = { capacity: Math.min(capacity + 1, 5) };
    const answer = await here.principal.patch(`/api/v1/activities/${activity}`, change, headers);
    expect([200, 412]).toContain(answer.statusCode);
    return;
  }
  const mine = await own(family, activity);
  if (does === 'sign-up') {
    // The clock may have come to where sign-up is closed.
    expect([201, 409]).toContain((await here.signUp(family, activity)).status);
  } else if (mine && does === 'accept') {
    expect([204, 404, 409]).toContain((await accept(family, activity, mine.id)).statusCode);
  } else if (mine) {
    expect([204, 404]).toContain((await giveUp(family, activity, mine.id)).statusCode);
  }
}

interface InLine {
  readonly id: string;
  readonly state: string;
  readonly waiting_rank: number;
  readonly queue_number: number;
}
type Line = readonly InLine[];

/** Gives who waits now. Of those who waited before, whoever moved up goes before whoever still waits. */
async function expectOrder(activity: string, waited: Line): Promise<Line> {
  const { rows } = await here.pool.query<InLine>(
    `select id, state, waiting_rank, queue_number from tianfu.registrations
      where activity_id = $1 and state <> 'cancelled' order by queue_number`,
    [activity],
  );
  const { rows: kept } = await here.pool.query<{ capacity: number; places_taken: number }>(
    'select capacity, places_taken from tianfu.activities where id = $1',
    [activity],
  );
  const { capacity = 0, places_taken = 0 } = kept[0] ?? {};
  const taken = rows.filter(({ state }) => state !== 'waiting').length;
  expect(places_taken).toBe(taken);
  expect(taken).toBe(Math.min(capacity, rows.length));
  const now = new Map(rows.map((row) => [row.id, row.state]));
  const moved = waited.filter(({ id }) => ['offered', 'registered'].includes(now.get(id) ?? ''));
  const stayed = waited.filter(({ id }) => now.get(id) === 'waiting');
  for (const one of moved) {
    expect(stayed.filter((other) => goesBefore(other, one))).toEqual([]);
  }
  return rows.filter(({ state }) => state === 'waiting');
}
