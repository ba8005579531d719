import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { settleDistrict } from '../../background.ts';
import { type Family, makeScene, type Scene } from './testing/scene.ts';

const EVE = '2026-10-14T02:00:00Z';
const BEGINS = '2026-10-18T06:00:00Z';
const ENDS = '2026-10-18T07:30:00Z';

let here: Scene;
beforeAll(async () => {
  here = await makeScene();
});
beforeEach(() => here.clock.set(EVE));

interface Held {
  readonly source: string;
  readonly quantity: number;
  readonly at: Date;
  readonly actor_id: string | null;
  readonly organisation_id: string;
  readonly attributes: Record<string, unknown>;
}

/** What the log says of an event's being held, in the order of saying. */
async function heldOf(whole: string): Promise<Held[]> {
  const { rows } = await here.pool.query<Held>(
    `select * from (
       select id, kind, source, quantity, at, actor_id, organisation_id, subject_id, attributes from tianfu.facts
       union all
       select id, kind, source, quantity, at, actor_id, organisation_id, subject_id, attributes from tianfu.stated_facts
     ) as said
      where kind = 'activity.held' and subject_id = organisation_id and attributes ->> 'activity' = $1
      order by id`,
    [whole],
  );
  return rows;
}
const brief = async (whole: string) =>
  (await heldOf(whole)).map(({ source, quantity }) => [
    source.startsWith('reversal:') ? 'reversal' : source.replace(whole, 'whole'),
    quantity,
  ]);

/** A family that signs up, and is scanned at the door when the event begins. */
async function comes(name: string, activity: string, begins = BEGINS): Promise<Family> {
  here.clock.set(EVE);
  const family = await here.family(name);
  await here.signUp(family, activity);
  here.clock.set(begins);
  const door = `/api/v1/activities/${activity}/check-ins`;
  expect((await here.teacher.post(door, { carer_id: family.carer })).statusCode).toBe(200);
  return family;
}

async function finish(activity: string, at = ENDS): Promise<void> {
  here.clock.set(at);
  const answer = await here.principal.post(`/api/v1/activities/${activity}/finish`);
  expect(answer.statusCode, answer.body).toBe(200);
}

async function attendanceOf(activity: string, { carer }: Family): Promise<string> {
  const { rows } = await here.pool.query<{ id: string }>(
    'select id from tianfu.attendances where activity_id = $1 and carer_id = $2',
    [activity, carer],
  );
  return rows[0]?.id ?? '';
}
async function correct(activity: string, family: Family, minutes: number): Promise<void> {
  const attendance = await attendanceOf(activity, family);
  const answer = await here.principal.post(`/api/v1/attendances/${attendance}/corrections`, {
    minutes,
    reason: '核对签到表。',
  });
  expect(answer.statusCode, answer.body).toBe(201);
}

/** Three sessions of fifty minutes, on the hour from one o'clock. */
async function inThree(kind = 'guidance-lecture', over: object = {}) {
  const whole = await here.draft({ kind });
  const made = await here.principal.post(`/api/v1/activities/${whole}/slots`, {
    from: '2026-10-18T01:00:00Z',
    until: '2026-10-18T04:00:00Z',
    minutes: 50,
    pause: 10,
    capacity: 5,
    ...over,
  });
  expect(made.statusCode, made.body).toBe(201);
  await here.principal.post(`/api/v1/activities/${whole}/publish`);
  const ids = made.json().sessions.map((one: { activity_id: string }) => one.activity_id);
  return { whole, ids: ids as [string, string, string] };
}

describe('an event', () => {
  test('was held when its host confirms the end, once, by its host, with as many as were there', async () => {
    const event = await here.publish();
    const [one, other] = [await comes('甲', event), await comes('乙', event)];
    here.clock.set(EVE);
    await here.signUp(await here.family('没来的'), event);
    expect(await brief(event)).toEqual([]);
    await finish(event);
    expect(await heldOf(event)).toMatchObject([
      {
        source: `activity-held:${event}`,
        quantity: 1,
        at: new Date(BEGINS),
        actor_id: here.principalId,
        organisation_id: here.school.id,
        attributes: {
          activity: event,
          kind: 'guidance-lecture',
          counts_as: 'guidance',
          host_kind: 'school',
          people: 2,
        },
      },
    ]);
    await correct(event, one, 30);
    await correct(event, other, 0);
    expect(await brief(event)).toHaveLength(1);
  });

  test('at which nobody was is not held, until somebody turns out to have been there', async () => {
    const event = await here.publish();
    const family = await here.family('漏登的');
    await here.signUp(family, event);
    await finish(event);
    expect(await brief(event)).toEqual([]);
    const late = { carer_id: family.carer, reason: '签到漏登' };
    const answer = await here.principal.post(`/api/v1/activities/${event}/presences`, late);
    expect(answer.statusCode, answer.body).toBe(201);
    expect(await brief(event)).toEqual([['activity-held:whole', 1]]);
    expect((await heldOf(event))[0]?.attributes).toMatchObject({ people: 1 });
  });

  test('was not held after all when corrections leave nobody, and was when one is put right', async () => {
    const event = await here.publish();
    const [one, other] = [await comes('丙', event), await comes('丁', event)];
    await finish(event);
    await settleDistrict(here.district);
    await correct(event, one, 0);
    expect(await brief(event)).toHaveLength(1);
    await correct(event, other, 0);
    const twice = [
      ['activity-held:whole', 1],
      ['reversal', -1],
    ];
    expect(await brief(event)).toEqual(twice);
    await correct(event, other, 90);
    expect(await brief(event)).toEqual([...twice, ['activity-held:whole:2', 1]]);
    await settleDistrict(here.district);
    await correct(event, other, 0);
    await correct(event, one, 45);
    expect((await brief(event)).slice(3)).toEqual([
      ['reversal', -1],
      ['activity-held:whole:3', 1],
    ]);
  });

  test('is nobody’s when the last two are taken back at the same moment', async () => {
    const event = await here.publish();
    const families = [await comes('戊', event), await comes('己', event), await comes('庚', event)];
    await finish(event);
    await Promise.all(families.map((family) => correct(event, family, 0)));
    expect(await brief(event)).toEqual([
      ['activity-held:whole', 1],
      ['reversal', -1],
    ]);
  });

  test('of another school cannot be made held by a stranger', async () => {
    const event = await here.publish();
    await comes('辛', event);
    here.clock.set(ENDS);
    await here.stranger.post(`/api/v1/activities/${event}/finish`);
    expect(await brief(event)).toEqual([]);
  });
});

describe('an event in sessions', () => {
  test('was held once, when the first session with somebody is over', async () => {
    const { whole, ids } = await inThree();
    await comes('第二场', ids[1], '2026-10-18T02:00:00Z');
    await comes('第三场', ids[2], '2026-10-18T03:00:00Z');
    await finish(ids[0], '2026-10-18T01:50:00Z');
    expect(await brief(whole)).toEqual([]);
    await finish(ids[1], '2026-10-18T02:50:00Z');
    expect(await heldOf(whole)).toMatchObject([
      {
        source: `activity-held:${whole}`,
        at: new Date('2026-10-18T01:00:00Z'),
        attributes: { activity: whole, people: 1 },
      },
    ]);
    await finish(whole, '2026-10-18T03:50:00Z');
    expect(await brief(whole)).toHaveLength(1);
    expect(await brief(ids[1])).toEqual([]);
  });

  test('is held as long as somebody was at any of them', async () => {
    const { whole, ids } = await inThree();
    const one = await comes('早场', ids[0], '2026-10-18T01:00:00Z');
    const two = await comes('晚场', ids[2], '2026-10-18T03:00:00Z');
    await finish(whole, '2026-10-18T03:50:00Z');
    expect((await heldOf(whole))[0]?.attributes).toMatchObject({ people: 2 });
    await correct(ids[0], one, 0);
    expect(await brief(whole)).toHaveLength(1);
    await correct(ids[2], two, 0);
    expect((await brief(whole)).at(-1)).toEqual(['reversal', -1]);
  });

  test('a counselling was held when a family met its counsellor, and the log says not which', async () => {
    const counsellorId = await here.people.adult('沈老师');
    await here.people.post(counsellorId, 'teacher', here.school);
    const counsellor = here.signedIn(counsellorId);
    const slots = { minutes: 60, pause: 0, led_by: counsellorId, capacity: 1 };
    const { whole, ids } = await inThree('guidance-counselling', slots);
    const families = [await here.family('预约的'), await here.family('第二家')];
    for (const [index, { asking, student }] of families.entries()) {
      const booked = await asking.post(`/api/v1/sessions/${ids[index]}/booking`, {
        student_ids: [student],
      });
      expect(booked.statusCode).toBe(201);
    }
    const meet = (slot: string) => counsellor.post(`/api/v1/sessions/${slot}/meeting`);
    here.clock.set('2026-10-18T02:00:00Z');
    await finish(ids[2], '2026-10-18T04:00:00Z');
    expect(await brief(whole)).toEqual([]);
    await finish(whole, '2026-10-18T04:00:00Z');
    expect(await brief(whole)).toEqual([]);
    expect((await meet(ids[0])).statusCode).toBe(204);
    expect((await meet(ids[1])).statusCode).toBe(204);
    const [held, ...more] = await heldOf(whole);
    expect(more).toEqual([]);
    expect(held?.attributes).toMatchObject({ kind: 'guidance-counselling', people: 1 });
    expect(JSON.stringify(held)).not.toContain(families[0]?.carer);
  });
});

test('events that were over before this was a fact say it once', async () => {
  const event = await here.publish();
  const family = await comes('从前的', event);
  await comes('从前也来的', event);
  await finish(event);
  here.clock.set(EVE);
  const { whole, ids } = await inThree();
  const empty = await here.publish();
  const running = await here.publish();
  await comes('从前分场的', ids[1], '2026-10-18T02:00:00Z');
  await finish(ids[1], '2026-10-18T02:50:00Z');
  await finish(empty);
  await comes('正在听的', running);
  await settleDistrict(here.district);
  const before = [await heldOf(event), await heldOf(whole)].flat().map(withoutSource);
  await here.pool.query(`delete from tianfu.facts where kind = 'activity.held'`);

  const file = join(import.meta.dirname, 'migrations/0121-events-held-are-facts.sql');
  const text = await readFile(file, 'utf8');
  await here.district.database.withOwner((client) => client.query(text));
  await settleDistrict(here.district);
  const after = [await heldOf(event), await heldOf(whole)].flat();
  expect(after.map(withoutSource)).toEqual(before);
  expect(after.map(({ source }) => source)).toEqual([
    `activity-held:${event}`,
    `activity-held:${whole}`,
  ]);
  expect(await brief(empty)).toEqual([]);
  expect(await brief(running)).toEqual([]);
  await correct(event, family, 0);
  expect(await brief(event)).toHaveLength(1);
});

const withoutSource = ({ attributes, at, organisation_id, actor_id, quantity }: Held) => ({
  ...{ attributes, at, organisation_id, actor_id, quantity },
});
