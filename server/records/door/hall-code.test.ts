import fc from 'fast-check';
import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { newId } from '../../platform/index.ts';
import { type Family, makeScene, type Scene } from '../activities/testing/scene.ts';
import { metresBetween } from './rules/distance.ts';
import { hintsOf } from './rules/hints.ts';
import type { HallCheckInRow } from './tables.ts';

const HALL = { latitude: 30.4, longitude: 104.07 };
const NEAR = { latitude: 30.4005, longitude: 104.0705, accuracy: 30 };
const FAR = { latitude: 30.45, longitude: 104.07, accuracy: 50 };

let here: Scene;
let activity: string;
let family: Family;
let other: Family;
let count = 0;

beforeAll(async () => {
  here = await makeScene();
});

beforeEach(async () => {
  here.clock.set('2026-10-14T01:00:00Z');
  count += 1;
  activity = await here.publish();
  family = await here.family(`家长${count}`);
  other = await here.family(`邻居${count}`);
  await here.signUp(family, activity);
  await here.signUp(other, activity);
  here.clock.set('2026-10-18T06:01:00Z');
});

const hallCode = async () =>
  (await here.teacher.get(`/api/v1/activities/${activity}/hall-code`)).json().code;

/** Checks in as this person on this phone; what else is sent may be given. */
async function onPhone(device: string, { carer }: Family, over: object = {}) {
  await here.pool.query('delete from tianfu.sessions where person_id = $1', [carer]);
  const { cookie } = await here.as(carer);
  const code = await hallCode();
  return here
    .asking(`${cookie}; gongyu_device=${device}`)
    .post(`/api/v1/activities/${activity}/self-check-ins`, { code, ...over });
}

const hints = async () =>
  (await here.principal.get(`/api/v1/activities/${activity}/door-hints`)).json().items;

describe('one phone', () => {
  test('checks in one person an event, in and out, and says to a second what to do', async () => {
    const phone = newId();
    expect((await onPhone(phone, family)).json()).toMatchObject({ direction: 'entry' });
    const second = await onPhone(phone, other);
    expect(second.statusCode).toBe(409);
    expect(second.json()).toMatchObject({ code: 'door.another-on-this-phone' });
    expect(second.json().remedy).toContain('签到台');
    here.clock.set('2026-10-18T07:00:00Z');
    expect((await onPhone(phone, family)).json()).toMatchObject({ direction: 'exit' });
    expect(await hints()).toMatchObject([{ kind: 'other-person', carers: [`邻居${count}`] }]);
  });

  test('gets its own cookie at its first check-in, out of reach of scripts', async () => {
    const answer = await family.asking.post(`/api/v1/activities/${activity}/self-check-ins`, {
      code: await hallCode(),
    });
    const [cookie] = answer.cookies.filter(({ name }) => name === 'gongyu_device');
    expect(cookie).toMatchObject({ httpOnly: true, path: '/api/' });
  });

  test('is free for the next of the family when the first did not get in', async () => {
    const phone = newId();
    const uninvited = await here.family('没报名的人');
    expect((await onPhone(phone, uninvited)).json().code).toBe('activities.not-registered');
    expect((await onPhone(phone, family)).statusCode).toBe(200);
  });

  test('is free again at another event', async () => {
    const phone = newId();
    await onPhone(phone, family);
    here.clock.set('2026-10-14T01:00:00Z');
    activity = await here.publish();
    await here.signUp(other, activity);
    here.clock.set('2026-10-18T06:01:00Z');
    expect((await onPhone(phone, other)).statusCode).toBe(200);
  });

  test('asked by two people at the same moment takes one of them', async () => {
    const phone = newId();
    const code = await hallCode();
    const cookies = [(await here.as(family.carer)).cookie, (await here.as(other.carer)).cookie];
    const answers = await Promise.all(
      cookies.map((cookie) =>
        here
          .asking(`${cookie}; gongyu_device=${phone}`)
          .post(`/api/v1/activities/${activity}/self-check-ins`, { code }),
      ),
    );
    expect(answers.map(({ statusCode }) => statusCode).toSorted()).toEqual([200, 409]);
  });
});

describe('where the host asks for the distance', () => {
  const rule = (place: object | null, version: number | string, by = here.principal) =>
    by.put(`/api/v1/activities/${activity}/door-rules`, { place }, { 'if-match': `${version}` });
  const turnOn = () => rule({ ...HALL, most_metres: 200 }, 0);

  test('a phone near the hall gets in, one that is far or says nothing is told the way out', async () => {
    expect((await turnOn()).statusCode).toBe(200);
    const silent = await onPhone(newId(), family);
    expect(silent.json()).toMatchObject({ code: 'door.position-needed' });
    expect(silent.json().remedy).toContain('工作人员');
    const far = await onPhone(newId(), family, { position: FAR });
    expect(far.json()).toMatchObject({ code: 'door.too-far' });
    expect(far.json().detail).toContain('5560 米');
    expect((await onPhone(newId(), family, { position: NEAR })).statusCode).toBe(200);
    expect(await hints()).toMatchObject([{ kind: 'too-far', carers: [`家长${count}`] }]);
    const { rows } = await here.pool.query(
      'select metres from tianfu.hall_check_ins where activity_id = $1 order by at, id',
      [activity],
    );
    expect(rows).toEqual([{ metres: 5560 }, { metres: 70 }]);
  });

  test('staff still let in whoever keeps the position private', async () => {
    await turnOn();
    const answer = await here.teacher.post(`/api/v1/activities/${activity}/check-ins`, {
      carer_id: family.carer,
    });
    expect(answer.statusCode).toBe(200);
  });

  test('it is turned off again, by the host alone', async () => {
    await turnOn();
    const rules = `/api/v1/activities/${activity}/door-rules`;
    expect((await here.teacher.get(rules)).json().place).toMatchObject({ most_metres: 200 });
    expect((await rule(null, 1, here.teacher)).statusCode).toBe(404);
    expect((await rule(null, 1, here.stranger)).statusCode).toBe(404);
    expect((await rule(null, 1)).json()).toEqual({ place: null, version: 2 });
    expect((await onPhone(newId(), family)).statusCode).toBe(200);
  });

  test('of two who change it at once one is told that it changed, and loses nothing of the other', async () => {
    const place = (most_metres: number) => ({ ...HALL, most_metres });
    const both = await Promise.all([rule(place(200), 0), rule(place(500), 0)]);
    expect(both.map(({ statusCode }) => statusCode).toSorted()).toEqual([200, 412]);
    const rules = `/api/v1/activities/${activity}/door-rules`;
    const shown = await here.principal.get(rules);
    expect(shown.headers.etag).toBe('"1"');
    expect((await rule(null, shown.headers.etag as string)).headers.etag).toBe('"2"');
    const late = await rule(place(100), 1);
    expect(late.json()).toMatchObject({ code: 'http.changed-meanwhile', status: 412 });
    expect((await rule(place(100), 0)).statusCode).toBe(412);
    expect((await here.principal.get(rules)).json()).toEqual({ place: null, version: 2 });
    const blind = await here.principal.put(rules, { place: null });
    expect(blind.json()).toMatchObject({ code: 'http.version-missing', status: 428 });
  });

  test('distances are those of the globe', () => {
    const quarter = (Math.PI / 2) * 6371;
    const [equator, pole] = [
      { latitude: 0, longitude: 20 },
      { latitude: 90, longitude: 0 },
    ];
    expect(metresBetween(equator, pole) / 1000).toBeCloseTo(quarter, 3);
    expect(metresBetween(equator, { latitude: 0, longitude: 110 }) / 1000).toBeCloseTo(quarter, 3);
    const place = fc.record({
      latitude: fc.double({ min: -89, max: 89, noNaN: true }),
      longitude: fc.double({ min: -179, max: 179, noNaN: true }),
    });
    fc.assert(
      fc.property(place, place, (one, two) => {
        expect(metresBetween(one, one)).toBe(0);
        expect(metresBetween(one, two)).toBeCloseTo(metresBetween(two, one), 3);
        expect(metresBetween(one, two)).toBeLessThan(20_040_000);
      }),
    );
  });
});

describe('hints for the host', () => {
  const row = (over: Partial<HallCheckInRow> & { second?: number; from?: string }) => {
    const { second = 0, from = 'hall', ...rest } = over;
    return {
      id: newId(),
      activity_id: activity,
      device_id: newId(),
      carer_id: newId(),
      at: new Date(Date.parse('2026-10-18T06:00:00Z') + second * 1000),
      outcome: 'in',
      code_age_seconds: 10,
      metres: null,
      network: Buffer.from(from),
      ...rest,
    } satisfies HallCheckInRow;
  };

  test('name a code that was used when it was nearly over', () => {
    expect(hintsOf([row({}), row({ code_age_seconds: 40 })])).toMatchObject([{ kind: 'old-code' }]);
  });

  test('name several from one network within two seconds, unless it is the hall’s own', () => {
    const hall = Array.from({ length: 20 }, (_, second) => row({ second: second / 10 }));
    const home = Array.from({ length: 5 }, () => row({ second: 5, from: 'home' }));
    const family4 = Array.from({ length: 4 }, () => row({ second: 9, from: 'family' }));
    const found = hintsOf([...hall, ...home, ...family4]);
    expect(found).toMatchObject([{ kind: 'burst', carers: home.map((one) => one.carer_id) }]);
  });

  test('are for those who may correct, and no one else', async () => {
    const address = `/api/v1/activities/${activity}/door-hints`;
    expect((await here.teacher.get(address)).statusCode).toBe(403);
    expect((await here.stranger.get(address)).statusCode).toBe(404);
    expect((await family.asking.get(address)).statusCode).toBe(403);
  });
});
