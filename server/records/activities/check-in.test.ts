import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { type Family, makeScene, type Scene } from './testing/scene.ts';

let here: Scene;
let activity: string;
let family: Family;
let count = 0;

beforeAll(async () => {
  here = await makeScene();
});

beforeEach(async () => {
  here.clock.set('2026-10-14T01:00:00Z');
  count += 1;
  activity = await here.publish();
  family = await here.family(`家长${count}`);
  await here.signUp(family, activity);
  here.clock.set('2026-10-18T05:58:00Z');
});

const passOf = async ({ asking }: Family, of = activity) =>
  (await asking.get(`/api/v1/activities/${of}/my-code`)).json().pass as string;
const scan = (body: object, of = activity, by: 'teacher' | 'stranger' = 'teacher') =>
  here[by].post(`/api/v1/activities/${of}/check-ins`, body);
const hallCode = async () =>
  (await here.teacher.get(`/api/v1/activities/${activity}/hall-code`)).json();
const selfCheckIn = (code: string, { asking } = family) =>
  asking.post(`/api/v1/activities/${activity}/self-check-ins`, { code });

describe('scanning twice', () => {
  test('changes nothing: the same answer, one attendance', async () => {
    const pass = await passOf(family);
    const first = (await scan({ pass })).json();
    here.clock.set('2026-10-18T05:59:30Z');
    const again = (await scan({ pass })).json();
    expect(again).toEqual({ ...first, repeated: true });
  });

  test('at the same moment, by many phones, checks in once', async () => {
    const pass = await passOf(family);
    const answers = await Promise.all(Array.from({ length: 20 }, () => scan({ pass })));
    const fresh = answers.filter((answer) => !answer.json().repeated);
    expect(answers.every((answer) => answer.statusCode === 200)).toBe(true);
    expect(fresh).toHaveLength(1);
    expect(new Set(answers.map((answer) => answer.json().attendance_id)).size).toBe(1);
  });

  test('after the exit says the exit again, and states no second fact', async () => {
    const body = { carer_id: family.carer };
    await scan(body);
    here.clock.set('2026-10-18T07:00:00Z');
    const exit = (await scan(body)).json();
    here.clock.set('2026-10-18T07:20:00Z');
    expect((await scan(body)).json()).toEqual({ ...exit, repeated: true });
    expect(await here.factsAbout(family.carer)).toHaveLength(1);
  });

  test('by a device that sends its scan again later is no exit', async () => {
    const body = {
      carer_id: family.carer,
      device_scan_id: '01890000-0000-7000-8000-000000000001',
    };
    await scan(body);
    here.clock.set('2026-10-18T06:30:00Z');
    expect((await scan(body)).json()).toMatchObject({ direction: 'entry', repeated: true });
    const saidEntry = { carer_id: family.carer, direction: 'entry' };
    expect((await scan(saidEntry)).json()).toMatchObject({ direction: 'entry', repeated: true });
  });

  test('while waiting for the beginning is no exit', async () => {
    here.clock.set('2026-10-18T05:40:00Z');
    await scan({ carer_id: family.carer });
    here.clock.set('2026-10-18T05:50:00Z');
    const again = await scan({ carer_id: family.carer });
    expect(again.json()).toMatchObject({ direction: 'entry', repeated: true });
  });
});

describe('the minutes that count', () => {
  test.each([
    ['the whole event for who came early and stayed on', '05:30', '08:00', 90],
    ['from a little before the beginning, for who has to leave early', '05:52', '06:40', 48],
    ['from the entry, for who came late', '06:45', '07:30', 45],
  ])('are %s', async (_sentence, entered, left, minutes) => {
    here.clock.set(`2026-10-18T${entered}:00Z`);
    await scan({ carer_id: family.carer });
    here.clock.set(`2026-10-18T${left}:00Z`);
    expect((await scan({ carer_id: family.carer })).json().minutes).toBe(minutes);
    expect(await here.factsAbout(family.carer)).toMatchObject([{ quantity: minutes }]);
  });

  test('are capped by the plan, and go to the planned end for who was not seen to leave', async () => {
    here.clock.set('2026-10-14T01:00:00Z');
    const long = await here.publish({ ends_at: '2026-10-18T11:00:00Z' });
    await here.signUp(family, long);
    here.clock.set('2026-10-18T05:58:00Z');
    await scan({ carer_id: family.carer }, long);
    here.clock.set('2026-10-18T11:05:00Z');
    await here.principal.post(`/api/v1/activities/${long}/finish`);
    expect(await here.factsAbout(family.carer)).toMatchObject([
      { quantity: 180, actor_id: here.principalId },
    ]);
  });

  test('are none for who left before it began: that states no fact', async () => {
    here.clock.set('2026-10-18T05:30:00Z');
    await scan({ carer_id: family.carer });
    here.clock.set('2026-10-18T05:40:00Z');
    const exit = await scan({ carer_id: family.carer, direction: 'exit' });
    expect(exit.json()).toMatchObject({ direction: 'exit', minutes: 0 });
    expect(await here.factsAbout(family.carer)).toEqual([]);
  });

  test('of one who speaks are an occurrence, as the plan measures it', async () => {
    const body = { carer_id: family.carer, student_ids: [family.student], role: 'speaker' };
    await here.teacher.post(`/api/v1/activities/${activity}/registrations`, body);
    await scan({ carer_id: family.carer });
    here.clock.set('2026-10-18T07:00:00Z');
    await scan({ carer_id: family.carer });
    expect(await here.factsAbout(family.carer)).toMatchObject([
      { kind: 'activity.spoke', quantity: 1 },
    ]);
  });
});

describe('the code on the hall’s screen', () => {
  test('checks in whoever is signed in, typed in any way', async () => {
    const { code, valid_until, next_in_ms } = await hallCode();
    expect(code).toMatch(/^[0-9A-HJKMNP-TV-Z]{8}$/);
    expect(next_in_ms).toBeLessThanOrEqual(15_000);
    expect(Date.parse(valid_until) - here.clock().getTime()).toBeLessThanOrEqual(45_000);
    const typed = `${code.slice(0, 4)} ${code.slice(4)}`.toLowerCase().replaceAll('0', 'o');
    const answer = await selfCheckIn(typed);
    expect(answer.json()).toMatchObject({ direction: 'entry', carer_id: family.carer });
  });

  test('forwarded in a picture is useless a minute later', async () => {
    const { code } = await hallCode();
    here.clock.set('2026-10-18T05:58:44Z');
    expect((await selfCheckIn(code)).statusCode).toBe(200);
    const late = await here.family('迟到的人');
    here.clock.set('2026-10-18T05:58:45Z');
    expect((await selfCheckIn(code, late)).json().code).toBe('activities.hall-code-stale');
  });

  test('of another hall is not this one’s', async () => {
    const other = await here.publish();
    const { code } = (await here.teacher.get(`/api/v1/activities/${other}/hall-code`)).json();
    expect((await selfCheckIn(code)).json().code).toBe('activities.hall-code-stale');
  });

  test('does not let in who has no place', async () => {
    const { code } = await hallCode();
    const unregistered = await here.family('没报名的人');
    const answer = await selfCheckIn(code, unregistered);
    expect(answer.json().code).toBe('activities.not-registered');
  });
});

describe('a pass', () => {
  test('is for its activity, for some minutes, and made by us', async () => {
    const other = await here.publish();
    const pass = await passOf(family, other);
    expect((await scan({ pass })).json().code).toBe('activities.pass-for-another-activity');
    const own = await passOf(family);
    const forged = `${own.slice(0, 30)}${own[30] === '0' ? '1' : '0'}${own.slice(31)}`;
    expect((await scan({ pass: forged })).json().code).toBe('activities.pass-forged');
    here.clock.set('2026-10-18T06:00:59Z');
    expect((await scan({ pass: own })).statusCode).toBe(200);
    here.clock.set('2026-10-18T06:01:00Z');
    expect((await scan({ pass: own })).json().code).toBe('activities.pass-expired');
  });

  test('is not shown to whom the activity does not invite, nor for what is over', async () => {
    const elsewhere = await here.people.school('第三小学');
    const student = await here.people.student('外校的孩子', elsewhere.schoolClass);
    const uninvited = await here.otherCarer(student, '外校家长');
    const answer = await uninvited.asking.get(`/api/v1/activities/${activity}/my-code`);
    expect(answer.statusCode).toBe(404);
    here.clock.set('2026-10-18T08:00:00Z');
    await here.principal.post(`/api/v1/activities/${activity}/finish`);
    const over = await family.asking.get(`/api/v1/activities/${activity}/my-code`);
    expect(over.json().code).toBe('activities.state-forbids');
  });
});

describe('at the door', () => {
  test('staff let in who has not registered, while a place is left', async () => {
    here.clock.set('2026-10-14T01:00:00Z');
    const small = await here.publish({ capacity: 1 });
    here.clock.set('2026-10-18T06:00:00Z');
    const [first, second] = [await here.family('先到'), await here.family('后到')];
    const let1 = await scan({ pass: await passOf(first, small) }, small);
    expect(let1.json()).toMatchObject({ direction: 'entry', repeated: false });
    const let2 = await scan({ carer_id: second.carer }, small);
    expect(let2.json().code).toBe('activities.no-place-left');
    const list = await here.principal.get(`/api/v1/activities/${small}/registrations`);
    expect(list.json().items).toHaveLength(1);
  });

  test('a second carer of a child that has a place comes in at no further place', async () => {
    here.clock.set('2026-10-14T01:00:00Z');
    const small = await here.publish({ capacity: 1 });
    await here.signUp(family, small);
    const grandfather = await here.otherCarer(family.student, '外公');
    here.clock.set('2026-10-18T06:00:00Z');
    expect((await scan({ carer_id: grandfather.carer }, small)).statusCode).toBe(200);
  });

  test('nobody is let in whom the activity does not invite', async () => {
    const elsewhere = await here.people.school('第四小学');
    const student = await here.people.student('远处的孩子', elsewhere.schoolClass);
    const uninvited = await here.otherCarer(student, '远处的家长');
    const answer = await scan({ carer_id: uninvited.carer });
    expect(answer.json().code).toBe('activities.not-invited');
  });

  test('nobody is checked in on another day, or out before in', async () => {
    const exit = await scan({ carer_id: family.carer, direction: 'exit' });
    expect(exit.json().code).toBe('activities.not-entered');
    here.clock.set('2026-10-17T06:00:00Z');
    expect((await scan({ carer_id: family.carer })).json().code).toBe('activities.doors-closed');
    here.clock.set('2026-10-18T09:31:00Z');
    expect((await scan({ carer_id: family.carer })).json().code).toBe('activities.doors-closed');
  });

  test('a request says whom it is about: by a pass or by name, not both and not neither', async () => {
    expect((await scan({})).statusCode).toBe(400);
    const both = { carer_id: family.carer, pass: await passOf(family) };
    expect((await scan(both)).statusCode).toBe(400);
  });

  test('staff of another school do not find the activity', async () => {
    const answer = await scan({ carer_id: family.carer }, activity, 'stranger');
    expect(answer.statusCode).toBe(404);
    const code = await here.stranger.get(`/api/v1/activities/${activity}/hall-code`);
    expect(code.statusCode).toBe(404);
    const nowhere = await scan({ carer_id: family.carer }, '01890000-0000-7000-8000-00000000dead');
    expect(nowhere.statusCode).toBe(404);
  });

  test('who has come cannot give the place up, nor the host call it off', async () => {
    await scan({ carer_id: family.carer });
    const [own] = (await family.asking.get('/api/v1/carer/registrations')).json().items;
    const gone = await family.asking.delete(
      `/api/v1/activities/${activity}/registrations/${own.id}`,
    );
    expect(gone.json().code).toBe('activities.came-already');
    const cancel = await here.principal.post(`/api/v1/activities/${activity}/cancel`, {
      reason: '下雨。',
    });
    expect(cancel.json().code).toBe('activities.people-came');
  });
});

test('a rush at several doors goes through in batches: each gets the own answer, each is there once', async () => {
  const families = await Promise.all(
    Array.from({ length: 40 }, (_, index) => here.family(`观众${index}`)),
  );
  here.clock.set('2026-10-14T01:00:00Z');
  const other = await here.publish();
  await Promise.all(
    families.map((one, index) => here.signUp(one, index % 2 === 0 ? activity : other)),
  );
  here.clock.set('2026-10-18T06:00:00Z');
  const answers = await Promise.all(
    families.flatMap(({ carer }, index) => {
      const own = index % 2 === 0 ? activity : other;
      return [scan({ carer_id: carer }, own), scan({ carer_id: carer, direction: 'exit' }, own)];
    }),
  );
  const entries = answers.filter((answer) => answer.json().direction === 'entry');
  expect(entries.map((answer) => answer.json().carer_id)).toEqual(
    expect.arrayContaining(families.map(({ carer }) => carer)),
  );
  const { rows } = await here.pool.query(
    'select count(*) from tianfu.attendances where carer_id = any($1)',
    [families.map(({ carer }) => carer)],
  );
  expect(rows[0].count).toBe(families.length);
});
