import { beforeAll, describe, expect, test } from 'vitest';
import { settleDistrict } from '../../background.ts';
import { type Family, makeScene, type Scene } from './testing/scene.ts';

let here: Scene;
beforeAll(async () => {
  here = await makeScene();
});

const asked = [
  { kind: 'text', label: '有没有食物过敏？', choices: [], is_required: true },
  { kind: 'one', label: '上午还是下午？', choices: ['上午', '下午'], is_required: false },
  { kind: 'count', label: '几位大人来？', choices: [], is_required: false },
];

interface Detail {
  version: number;
  questions: { id: string }[];
  answers: { question_id: string; values: string[] }[];
  registration: { id: string };
}
const seen = async (asking: Family['asking'], activity: string): Promise<Detail> =>
  (await asking.get(`/api/v1/activities/${activity}`)).json();

async function ask(activity: string, questions: object[] = asked, staff = here.principal) {
  const { version = 1 } = await seen(here.principal, activity);
  return staff.put(
    `/api/v1/activities/${activity}/questions`,
    { questions },
    { 'if-match': `"${version}"` },
  );
}

/** Published, with the three questions; gives their ids. */
async function asking(): Promise<{ activity: string; ids: string[] }> {
  const activity = await here.publish();
  expect((await ask(activity)).statusCode).toBe(204);
  return { activity, ids: (await seen(here.principal, activity)).questions.map(({ id }) => id) };
}

const signUp = ({ asking: phone, student }: Family, activity: string, answers?: object[]) =>
  phone.post(`/api/v1/activities/${activity}/registrations`, {
    student_ids: [student],
    ...(answers && { answers }),
  });

describe('a host asks at sign-up', () => {
  test('and the family that signs up answers, changes its answers, and sees them', async () => {
    const { activity, ids } = await asking();
    const family = await here.family('甲');
    const signedUp = await signUp(family, activity, [
      { question_id: ids[0], values: [' 花生 '] },
      { question_id: ids[2], values: ['2'] },
    ]);
    expect(signedUp.statusCode).toBe(201);
    const { registration, answers } = await seen(family.asking, activity);
    expect(answers).toEqual([
      { question_id: ids[0], values: ['花生'] },
      { question_id: ids[2], values: ['2'] },
    ]);
    const path = `/api/v1/activities/${activity}/registrations/${registration.id}/answers`;
    const anew = { answers: [{ question_id: ids[0], values: ['没有'] }] };
    expect((await family.asking.put(path, anew)).statusCode).toBe(204);
    expect((await seen(family.asking, activity)).answers).toEqual(anew.answers);
    const stranger = await here.family('乙');
    expect((await stranger.asking.put(path, anew)).statusCode).toBe(404);
    expect((await here.stranger.put(path, anew)).statusCode).toBe(404);
  });

  test('and nobody signs up without what is required; the field is named', async () => {
    const { activity, ids } = await asking();
    const answer = await signUp(await here.family('丙'), activity);
    expect(answer.statusCode).toBe(400);
    expect(answer.json().fields).toMatchObject([
      { field: `answers.${ids[0]}`, reason: '请回答：有没有食物过敏？' },
    ]);
    expect((await here.principal.get(`/api/v1/activities/${activity}`)).json().desk).toMatchObject({
      registered: 0,
    });
  });

  test('also when staff sign a family up that is on the phone', async () => {
    const { activity, ids } = await asking();
    const { carer, student } = await here.family('丁');
    const by = (answers: object[]) =>
      here.teacher.post(`/api/v1/activities/${activity}/registrations`, {
        carer_id: carer,
        student_ids: [student],
        answers,
      });
    expect((await by([])).statusCode).toBe(400);
    expect((await by([{ question_id: ids[0], values: ['没有'] }])).statusCode).toBe(201);
  });

  test('the answers are sealed, and open for who arranges, in the list and the sheet', async () => {
    const { activity, ids } = await asking();
    await signUp(await here.family('戊'), activity, [{ question_id: ids[0], values: ['芒果'] }]);
    const { rows } = await here.pool.query<{ answer: Buffer }>(
      `select answer from tianfu.registration_answers where question_id = $1`,
      [ids[0]],
    );
    expect(rows[0]?.answer.includes(Buffer.from('芒果'))).toBe(false);
    const list = `/api/v1/activities/${activity}/registrations`;
    expect((await here.principal.get(list)).json().items[0].answers).toEqual([
      { question_id: ids[0], values: ['芒果'] },
    ]);
    // A class teacher reads the school's list, but does not arrange the school's events.
    const byTeacher = await here.teacher.get(list);
    expect(byTeacher.statusCode === 200 ? byTeacher.json().items[0].answers : []).toEqual([]);
    const sheet = await here.principal.get(`${list}/sheet`);
    expect(sheet.statusCode).toBe(200);
  });

  test('and a month after the event the answers are deleted; the questions stay', async () => {
    const { activity, ids } = await asking();
    const family = await here.family('庚');
    await signUp(family, activity, [{ question_id: ids[0], values: ['花生'] }]);
    const kept = async () => {
      const question = 'select from tianfu.registration_answers where question_id = any($1)';
      return (await here.pool.query(question, [ids])).rowCount;
    };
    here.clock.set('2026-11-16T00:00:00Z');
    await settleDistrict(here.district);
    expect(await kept()).toBe(1);
    here.clock.set('2026-11-18T00:00:00Z');
    await settleDistrict(here.district);
    expect(await kept()).toBe(0);
    expect((await seen(family.asking, activity)).questions).toHaveLength(3);
    here.clock.set('2026-10-14T01:00:00Z');
  });

  test('until sign-up closes', async () => {
    const { activity, ids } = await asking();
    const family = await here.family('己');
    await signUp(family, activity, [{ question_id: ids[0], values: ['没有'] }]);
    const { registration } = await seen(family.asking, activity);
    here.clock.set('2026-10-18T06:30:00Z');
    const path = `/api/v1/activities/${activity}/registrations/${registration.id}/answers`;
    const late = await family.asking.put(path, {
      answers: [{ question_id: ids[0], values: ['虾'] }],
    });
    here.clock.set('2026-10-14T01:00:00Z');
    expect(late.json().code).toBe('activities.sign-up-closed');
  });
});

describe('the questions', () => {
  test('are fixed once a family has signed up, and go along when it is held again', async () => {
    const { activity, ids } = await asking();
    const family = await here.family('庚');
    await signUp(family, activity, [{ question_id: ids[0], values: ['没有'] }]);
    expect((await ask(activity)).json()).toMatchObject({
      status: 409,
      code: 'activities.questions-are-fixed',
    });
    const copies = await here.principal.post(`/api/v1/activities/${activity}/copies`, {
      days: ['2026-10-25'],
    });
    const copy = copies.json().items[0].activity_id;
    expect((await seen(here.principal, copy)).questions).toHaveLength(3);
    expect((await ask(copy, [])).statusCode).toBe(204);
  });

  test('are the host’s to ask, on what they have seen, and never for an ID number', async () => {
    const activity = await here.draft();
    expect((await ask(activity, asked, here.stranger)).statusCode).toBe(404);
    const stale = await here.principal.put(
      `/api/v1/activities/${activity}/questions`,
      { questions: asked },
      { 'if-match': '"99"' },
    );
    expect(stale.statusCode).toBe(412);
    const forbidden = [{ kind: 'text', label: '身份证号码', choices: [], is_required: true }];
    expect((await ask(activity, forbidden)).json().fields[0]).toMatchObject({
      field: 'questions.0.label',
    });
  });
});
