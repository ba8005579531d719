import { beforeAll, describe, expect, test } from 'vitest';
import type { Asking } from '../../testing/test-app.ts';
import type { Place } from '../../testing/test-people.ts';
import { type Family, makeScene, type Scene } from '../activities/testing/scene.ts';

let here: Scene;
let otherClass: Place;
let otherTeacherId: string;
let whole: string;
let meeting: string;
let otherMeeting: string;
let came: Family;
let cannot: Family;
let silent: Family;

const EVE = '2026-10-14T02:00:00Z';
const AFTER = '2026-10-18T08:00:00Z';

async function otherTeacher(): Promise<Asking> {
  await here.pool.query('delete from tianfu.sessions where person_id = $1', [otherTeacherId]);
  return here.as(otherTeacherId);
}
const families = async (id = meeting, as: Asking = here.teacher) =>
  (await as.get(`/api/v1/meetings/${id}/families`)).json().items;
const talk = (as: Asking, family: Family, over: object = {}) =>
  as.post(`/api/v1/meetings/${meeting}/talks`, {
    student_id: family.student,
    carer_id: family.carer,
    on: '2026-10-20',
    minutes: 20,
    ...over,
  });

beforeAll(async () => {
  here = await makeScene();
  here.clock.set(EVE);
  otherClass = await here.people.place('class', '一年级2班', here.school);
  otherTeacherId = await here.people.adult('二班班主任');
  await here.people.post(otherTeacherId, 'class-teacher', otherClass);
  [came, cannot, silent] = [
    await here.family('到会的'),
    await here.family('来不了的'),
    await here.family('没有答复的'),
  ];
  const student = await here.people.student('二班的孩子', otherClass);
  await here.people.guardianship(await here.people.adult('二班家长'), student);
  whole = await here.draft({ kind: 'parents-meeting', title: '期中家长会' });
  const made = await here.principal.post(`/api/v1/activities/${whole}/classes`);
  expect(made.statusCode).toBe(201);
  await here.principal.post(`/api/v1/activities/${whole}/publish`);
  const { sessions } = made.json();
  const idOf = (name: string) =>
    sessions.find(({ label }: { label: string }) => label === name).activity_id;
  meeting = idOf('一年级1班');
  otherMeeting = idOf('一年级2班');
});

describe('a parents’ meeting class by class', () => {
  test('has one for each class, in its own room; asking again makes no second', async () => {
    const again = await here.principal.post(`/api/v1/activities/${whole}/classes`);
    expect(again.json().sessions).toHaveLength(2);
    expect(again.json().sessions).toMatchObject([
      { label: '一年级1班', place: '一年级1班教室' },
      { label: '一年级2班', place: '一年级2班教室' },
    ]);
    const lecture = await here.draft();
    const refused = await here.principal.post(`/api/v1/activities/${lecture}/classes`);
    expect(refused.json().code).toBe('activities.not-by-class');
  });

  test('is found by a family as that of its class alone', async () => {
    const listed = (await silent.asking.get('/api/v1/carer/activities')).json().items;
    expect(listed.map((one: { activity_id: string }) => one.activity_id)).toEqual([meeting]);
    expect((await silent.asking.get(`/api/v1/activities/${otherMeeting}`)).statusCode).toBe(404);
  });

  test('is answered by who cannot come, for a child of theirs', async () => {
    const url = `/api/v1/meetings/${meeting}/answers`;
    const answer = { student_id: cannot.student, answer: 'cannot', reason: '夜班' };
    expect((await cannot.asking.put(url, answer)).statusCode).toBe(204);
    expect((await cannot.asking.get(url)).json().items).toMatchObject([{ answer: 'cannot' }]);
    expect([403, 404, 422]).toContain((await came.asking.put(url, answer)).statusCode);
  });

  test('lets in who comes without having signed up, by name and by the code on the screen', async () => {
    here.clock.set('2026-10-18T06:00:00Z');
    const door = `/api/v1/activities/${meeting}/check-ins`;
    const entered = await here.teacher.post(door, { carer_id: came.carer });
    expect(entered.json()).toMatchObject({ direction: 'entry' });
    const other = await here.otherCarer(came.student, '到会的爸爸');
    const { code } = (await here.teacher.get(`/api/v1/activities/${meeting}/hall-code`)).json();
    const self = await other.asking.post(`/api/v1/activities/${meeting}/self-check-ins`, { code });
    expect(self.statusCode).toBe(200);
    expect(await here.factsAbout(came.carer)).toMatchObject([
      {
        kind: 'activity.attended',
        attributes: { counts_as: 'meeting', activity: meeting, students: [came.student] },
      },
    ]);
  });
});

describe('afterwards', () => {
  test('the class teacher sees which families it reached, and what the others said', async () => {
    here.clock.set(AFTER);
    const list = await families();
    const of = ({ student }: Family) =>
      list.find((one: { student_id: string }) => one.student_id === student);
    expect(of(came)).toMatchObject({ reached: 'came' });
    expect(of(came).by).toHaveLength(2);
    expect(of(cannot)).toMatchObject({ reached: null, answer: 'cannot', reason: '夜班' });
    expect(of(silent)).toMatchObject({ reached: null, answer: null });
    const classes = await here.principal.get(`/api/v1/meetings/${whole}/classes`);
    expect(classes.json().items).toMatchObject([
      { activity_id: meeting, families: 3, reached: 1, cannot: 1 },
      { activity_id: otherMeeting, families: 1, reached: 0, cannot: 0 },
    ]);
  });

  test('but not of another class, nor does a family, nor a principal from elsewhere', async () => {
    const curious = [await otherTeacher(), silent.asking, here.stranger];
    for (const asking of curious) {
      for (const url of [
        `/api/v1/meetings/${meeting}/families`,
        `/api/v1/meetings/${whole}/classes`,
        `/api/v1/activities/${meeting}/registrations`,
        `/api/v1/activities/${meeting}/registrations/sheet`,
      ]) {
        expect([403, 404]).toContain((await asking.get(url)).statusCode);
      }
      expect([403, 404]).toContain((await talk(asking, silent)).statusCode);
    }
  });

  test('a talk makes up for it, once, and gives what coming would have given', async () => {
    expect((await talk(here.teacher, silent)).statusCode).toBe(201);
    expect(await families()).toContainEqual(
      expect.objectContaining({
        student_id: silent.student,
        reached: 'talked',
        by: ['没有答复的'],
      }),
    );
    const facts = await here.factsAbout(silent.carer);
    expect(facts).toMatchObject([
      {
        kind: 'activity.attended',
        quantity: 20,
        attributes: { counts_as: 'meeting', student: silent.student, method: 'talk' },
      },
    ]);
    expect(facts[0]?.source).toMatch(/^meeting-talk:/);
    expect((await talk(here.teacher, silent)).json().code).toBe('meetings.reached-already');
    expect((await talk(here.teacher, came)).json().code).toBe('meetings.reached-already');
    const mixed = await talk(here.teacher, cannot, { carer_id: silent.carer });
    expect(mixed.json().code).toBe('meetings.not-of-the-class');
  });

  test('of two that record the same talk at once one is written', async () => {
    const answers = await Promise.all([
      talk(here.teacher, cannot),
      talk(here.principal, cannot, { minutes: 30 }),
    ]);
    expect(answers.map(({ statusCode }) => statusCode).toSorted()).toEqual([201, 409]);
    expect(await here.factsAbout(cannot.carer)).toHaveLength(1);
  });

  test('nothing is made up for before it was held', async () => {
    here.clock.set(EVE);
    expect((await talk(here.teacher, cannot)).json().code).toBe('meetings.not-held-yet');
    const none = await here.principal.get(`/api/v1/meetings/${whole}/families`);
    expect(none.json().code).toBe('meetings.no-meeting');
  });
});
