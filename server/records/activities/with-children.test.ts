import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { type Family, makeScene, type Scene } from './testing/scene.ts';

let here: Scene;
let family: Family;
let sibling: string;
let activity: string;
let attendance: string;

beforeAll(async () => {
  here = await makeScene();
});

/** 亲子实践 of 90 minutes, a carer with two children signed up, and both of them in. */
beforeEach(async () => {
  here.clock.set('2026-10-14T01:00:00Z');
  activity = await here.publish({ kind: 'parent-child-practice', title: '一起种豆子' });
  family = await here.family('林岚');
  sibling = await here.people.student('林岚的老二', here.schoolClass);
  await here.people.guardianship(family.carer, sibling);
  await here.signUp(family, activity, [family.student, sibling]);
  here.clock.set('2026-10-18T06:00:00Z');
  attendance = (await scan()).json().attendance_id;
});

const scan = () =>
  here.teacher.post(`/api/v1/activities/${activity}/check-ins`, { carer_id: family.carer });
const leave = async () => {
  here.clock.set('2026-10-18T07:30:00Z');
  return scan();
};
const address = () => `/api/v1/attendances/${attendance}/children`;
const tickAt = (version: number, ...students: string[]) =>
  here.teacher.put(address(), { student_ids: students }, { 'if-match': `"${version}"` });
const tick = async (...students: string[]) =>
  tickAt((await here.teacher.get(address())).json().version, ...students);
const correct = (body: object) =>
  here.principal.post(`/api/v1/attendances/${attendance}/corrections`, {
    minutes: 90,
    reason: '签到时点错了。',
    ...body,
  });
const stated = async () =>
  (await here.factsAbout(family.carer)).map(({ quantity, attributes }) => ({
    quantity,
    students: (attributes.students as string[]).toSorted(),
  }));
const sorted = (...ids: string[]) => ids.toSorted();

describe('where carer and child come together', () => {
  test('those signed up are taken to have come until the door says otherwise', async () => {
    const shown = (await here.teacher.get(address())).json();
    expect(shown.is_settled).toBe(false);
    expect(shown.items.map(({ came }: { came: boolean }) => came)).toEqual([true, true]);
    await leave();
    expect(await stated()).toEqual([{ quantity: 90, students: sorted(family.student, sibling) }]);
  });

  test('the fact is about the children who were there', async () => {
    expect((await tick(sibling)).statusCode).toBe(200);
    await leave();
    expect(await stated()).toEqual([{ quantity: 90, students: [sibling] }]);
    const seen = (await family.asking.get(`/api/v1/activities/${activity}`)).json();
    expect(seen).toMatchObject({ with_children: true, children_came: [sibling] });
  });

  test('a carer without a child states nothing; the host who confirms the end changes nothing in that', async () => {
    await tick();
    here.clock.set('2026-10-18T07:31:00Z');
    const finished = await here.principal.post(`/api/v1/activities/${activity}/finish`);
    expect(finished.statusCode).toBe(200);
    expect(await stated()).toEqual([]);
    const seen = (await family.asking.get(`/api/v1/activities/${activity}`)).json();
    expect(seen).toMatchObject({ attendance: 'left', children_came: [] });
  });

  test('in another kind it does not matter who came along', async () => {
    here.clock.set('2026-10-14T01:00:00Z');
    activity = await here.publish();
    await here.signUp(family, activity);
    here.clock.set('2026-10-18T06:00:00Z');
    attendance = (await scan()).json().attendance_id;
    await tick();
    await leave();
    expect(await stated()).toEqual([{ quantity: 90, students: [] }]);
  });
});

describe('once minutes stand', () => {
  test('who came is a correction with its reason, and the fact follows it', async () => {
    await tick();
    await leave();
    expect((await tick(sibling)).json().code).toBe('activities.settled-already');
    const answer = await correct({ student_ids: [sibling] });
    expect(answer.json()).toMatchObject({
      version: 2,
      minutes: 90,
      corrections: [{ children_before: 0, children_after: 1 }],
    });
    expect(await stated()).toEqual([{ quantity: 90, students: [sibling] }]);
    await correct({ student_ids: [] });
    expect((await stated()).map(({ quantity }) => quantity)).toEqual([90, -90]);
    expect((await correct({ student_ids: [] })).json().code).toBe('activities.nothing-to-correct');
  });

  test('minutes corrected alone leave the children as they were', async () => {
    await tick(sibling);
    await leave();
    await correct({ minutes: 60 });
    expect(await stated()).toEqual([
      { quantity: 90, students: [sibling] },
      { quantity: -90, students: [sibling] },
      { quantity: 60, students: [sibling] },
    ]);
  });
});

describe('who says which children came', () => {
  test('says it only of children of the carer', async () => {
    const other = await here.family('陌生');
    expect((await tick(other.student)).json().code).toBe('activities.not-their-child');
    await leave();
    expect((await correct({ student_ids: [other.student] })).json().code).toBe(
      'activities.not-their-child',
    );
  });

  test('may add a sibling who came unasked', async () => {
    const third = await here.people.student('林岚的老三', here.schoolClass);
    await here.people.guardianship(family.carer, third);
    expect((await tick(family.student, third)).statusCode).toBe(200);
    const items = (await here.teacher.get(address())).json().items as { came: boolean }[];
    expect(items.map(({ came }) => came).toSorted()).toEqual([false, true, true]);
  });

  test('at two phones of one door at once: one says it, the other looks again', async () => {
    const both = await Promise.all([tickAt(0, sibling), tickAt(0)]);
    expect(both.map(({ statusCode }) => statusCode).toSorted()).toEqual([200, 412]);
    const refused = both.find(({ statusCode }) => statusCode === 412);
    expect(refused?.json().code).toBe('http.changed-meanwhile');
    const shown = await here.teacher.get(address());
    expect(shown.headers.etag).toBe('"1"');
    const next = await tickAt(1, family.student);
    expect(next.headers.etag).toBe('"2"');
    expect(next.json()).toMatchObject({ version: 2, is_settled: false });
    const blind = await here.teacher.put(address(), { student_ids: [] });
    expect(blind.json().code).toBe('http.version-missing');
  });

  test('is staff of the host, and neither the carer nor another school', async () => {
    for (const asking of [family.asking, here.stranger]) {
      expect((await asking.get(address())).statusCode).toBeGreaterThanOrEqual(403);
      const put = await asking.put(address(), { student_ids: [] }, { 'if-match': '0' });
      expect([403, 404]).toContain(put.statusCode);
    }
  });
});
