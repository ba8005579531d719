import { beforeAll, describe, expect, test } from 'vitest';
import type { DutyBoard, DutyTask } from '../../boards/duties/shapes.ts';
import { dutiesCounter, recountDuties } from '../../counting/duties/index.ts';
import { enrolled, fact, opened, tellDuties } from '../../counting/duties/testing/told-facts.ts';
import { type FactStatement, settle } from '../../facts/index.ts';
import { newId } from '../../platform/index.ts';
import { type Asking, makeTestApp, type TestApp } from '../../testing/test-app.ts';
import type { Place } from '../../testing/test-people.ts';
import type { ExcuseRow } from './shapes.ts';
import { type ExcuseStep, excuseStates, excuseStateTable } from './states.ts';

const term = '2026-2027-1';
const duty = 'in-home-visit';

let here: TestApp;
let street: Place;
let school: Place;
let schoolClass: Place;
let teacher: Asking;
let teacherId: string;
let principal: Asking;
let principalId: string;
let otherPrincipal: Asking;
let worker: Asking;
let workerId: string;
let officer: Asking;
let carer: Asking;
let mother: string;
const children: string[] = [];

beforeAll(async () => {
  here = await makeTestApp();
  const { people } = here;
  street = await people.place('subdistrict', '华阳街道');
  school = await people.place('school', '第一小学', street);
  const grade = await people.place('grade', '2026级', school);
  schoolClass = await people.place('class', '一年级1班', grade);
  const other = await people.school('第二小学');
  for (const name of ['张小雨', '李小晴', '王小风', '赵小雪', '孙小云', '周小雷']) {
    children.push(await people.student(name, schoolClass));
  }
  mother = await people.adult('周妈妈');
  await people.guardianship(mother, child(0));
  [teacherId, teacher] = await staff('陈老师', 'class-teacher', schoolClass);
  principalId = await people.adult('林校长');
  await people.post(principalId, 'principal', school);
  await people.guardianship(principalId, child(3), '51');
  principal = await here.as(principalId);
  [, otherPrincipal] = await staff('何校长', 'principal', other.school);
  [workerId, worker] = await staff('钱干事', 'subdistrict-worker', street);
  [, officer] = await staff('赵主任', 'district-officer', people.top);
  carer = await here.as(mother);
  await tell([
    ...[people.top, street, school, grade, schoolClass, other.school, other.schoolClass].map(
      opened,
    ),
    ...children.map((one) => enrolled(one, schoolClass)),
    fact('visit.made', child(5), { organisation: schoolClass.id, attributes: { form: 'in-home' } }),
  ]);
});

async function staff(
  name: string,
  role: Parameters<typeof here.people.post>[1],
  place: Place,
): Promise<[string, Asking]> {
  const id = await here.people.adult(name);
  await here.people.post(id, role, place);
  return [id, await here.as(id)];
}

const child = (index: number) => children[index] ?? '';

const tell = (facts: readonly FactStatement[]) => tellDuties(here.district, facts);

const count = () => settle(here.database, [dutiesCounter(here.district.plan)]);

const visit = (holder: string, rest: object = {}) => ({
  ...{ duty, period: term, holder_id: holder, reason: 'long-leave', ...rest },
});

async function asked(by: Asking, body: object): Promise<string> {
  const answer = await by.post('/api/v1/excuses', body);
  expect(answer.statusCode, answer.body).toBe(201);
  return answer.json().id;
}

const decide = (by: Asking, id: string, body: object, version = 1) =>
  by.post(`/api/v1/excuses/${id}/decision`, body, { 'if-match': `"${version}"` });

async function codeOf(answer: Promise<{ json(): { code?: string } }>): Promise<string | undefined> {
  return (await answer).json().code;
}

async function stateOf(holder: string): Promise<string | undefined> {
  const path = `/api/v1/duties/${duty}/tasks?place=${schoolClass.id}&period=${term}`;
  const { items } = (await officer.get(path)).json() as { items: DutyTask[] };
  return items.find((one) => one.holder === holder)?.state;
}

async function listed(by: Asking, query = ''): Promise<ExcuseRow[]> {
  const answer = await by.get(`/api/v1/excuses${query}`);
  expect(answer.statusCode, answer.body).toBe(200);
  return answer.json().items;
}

async function noticesOf(person: string, subject: string) {
  const { rows } = await here.pool.query(
    `select kind, done_at is not null as done, heading->>'zh' as heading from tianfu.notices
      where person_id = $1 and subject_id = $2 order by made_at, id`,
    [person, subject],
  );
  return rows;
}

async function expectRecountEqual(): Promise<void> {
  expect(await recountDuties(here.district)).toEqual([]);
}

describe('An excuse', () => {
  test('is asked by the class teacher, approved by the principal, and the task counts as excused', async () => {
    const id = await asked(
      teacher,
      visit(child(0), {
        reason: 'family-declined',
        substitute: 'at-school',
        substitute_on: '2026-10-12',
        words: '家里不方便，妈妈来校谈了四十分钟',
      }),
    );
    expect(await stateOf(child(0))).toBe('due');
    expect(await noticesOf(principalId, id)).toMatchObject([{ kind: 'asked', done: false }]);
    const [row] = await listed(principal, '?state=waiting');
    expect(row).toMatchObject({
      ...{ id, holder_name: '张小雨', place_name: '一年级1班', asked_by_name: '陈老师' },
      ...{ reason_name: { zh: '家庭不愿意，已用其他方式' }, substitute: { zh: '来校面谈' } },
      ...{ may_decide: true, may_withdraw: false },
    });
    expect((await decide(principal, id, { decision: 'approve' })).statusCode).toBe(204);
    await count();
    expect(await stateOf(child(0))).toBe('excused');
    expect(await noticesOf(principalId, id)).toMatchObject([{ kind: 'asked', done: true }]);
    expect(await noticesOf(teacherId, id)).toMatchObject([{ kind: 'approved' }]);
    await expectRecountEqual();
  });

  test('stands behind the task with its reason and who approved it', async () => {
    const query = `holder=${child(0)}&key=${term}&place=${schoolClass.id}`;
    const { items } = (await teacher.get(`/api/v1/duties/${duty}/facts?${query}`)).json();
    expect(items).toMatchObject([
      {
        kind: 'duty.excused',
        by: '林校长',
        excuse: {
          reason: { zh: '家庭不愿意，已用其他方式' },
          asked_by: '陈老师',
          substitute: { zh: '来校面谈' },
          substitute_on: '2026-10-12',
        },
      },
    ]);
  });

  test('is taken back with a reason, and the task is open again', async () => {
    const [row] = await listed(principal, '?state=approved');
    const { id, version } = row as ExcuseRow;
    const revoke = (reason?: string) =>
      decide(principal, id, { decision: 'revoke', ...(reason && { reason }) }, version);
    expect(await codeOf(revoke())).toBe('excuses.reason-missing');
    expect((await revoke('家里改了主意，约好下周入户')).statusCode).toBe(204);
    await count();
    expect(await stateOf(child(0))).toBe('due');
    await expectRecountEqual();
    const again = await asked(teacher, visit(child(0)));
    expect((await teacher.delete(`/api/v1/excuses/${again}`)).statusCode).toBe(204);
  });

  test('is withdrawn by who asked while undecided, and by nobody else', async () => {
    const id = await asked(teacher, visit(child(1)));
    expect((await principal.delete(`/api/v1/excuses/${id}`)).statusCode).toBe(404);
    expect((await teacher.delete(`/api/v1/excuses/${id}`)).statusCode).toBe(204);
    expect((await teacher.delete(`/api/v1/excuses/${id}`)).statusCode).toBe(204);
    expect(await noticesOf(principalId, id)).toMatchObject([{ kind: 'asked', done: true }]);
    expect(await codeOf(decide(principal, id, { decision: 'approve' }, 2))).toBe(
      'excuses.not-in-this-state',
    );
  });

  test('is declined with a reason, and may be asked again', async () => {
    const id = await asked(teacher, visit(child(1)));
    const decline = { decision: 'decline' };
    expect(await codeOf(decide(principal, id, decline))).toBe('excuses.reason-missing');
    const reasoned = { ...decline, reason: '下个月就回来了，到时再去' };
    expect((await decide(principal, id, reasoned)).statusCode).toBe(204);
    expect(await stateOf(child(1))).toBe('due');
    expect(await noticesOf(teacherId, id)).toMatchObject([{ kind: 'declined' }]);
    await asked(teacher, visit(child(1)));
  });

  test('of a whole class or school holds for all in it', async () => {
    const all = { duty: 'monthly-visit', period: '2026-10', reason: 'closed' };
    const id = await asked(principal, { ...all, holder_id: school.id });
    expect(await noticesOf(workerId, id)).toMatchObject([{ kind: 'asked' }]);
    expect((await decide(worker, id, { decision: 'approve' })).statusCode).toBe(204);
    await count();
    const board = (await officer.get(`/api/v1/duty-board?place=${school.id}`)).json() as DutyBoard;
    const row = board.rows.find((one) => one.duty === 'monthly-visit');
    expect(row?.whole).toMatchObject({ tasks: 6, excused: 5, done: 1 });
    await expectRecountEqual();
    const query = `holder=${child(1)}&key=2026-10&place=${schoolClass.id}`;
    const { items } = (await teacher.get(`/api/v1/duties/monthly-visit/facts?${query}`)).json();
    expect(items).toMatchObject([{ kind: 'duty.excused', by: '钱干事' }]);
  });

  test('of what a school owes itself is for the offices above, not for the school', async () => {
    const own = { duty: 'parents-meeting', period: term, holder_id: school.id, reason: 'closed' };
    const id = await asked(principal, own);
    expect((await decide(otherPrincipal, id, { decision: 'approve' })).statusCode).toBe(404);
    expect((await decide(officer, id, { decision: 'approve' })).statusCode).toBe(204);
  });
});

test('an excuse of a body says what the body is called', async () => {
  const committee = newId();
  const attributes = { body: 'parent-committee' };
  await tell([fact('body.formed', committee, { organisation: school.id, attributes })]);
  const why = { reason: 'long-leave', holder_id: committee };
  await asked(principal, { duty: 'committee-meets', period: term, ...why });
  const rows = await listed(principal, '?state=waiting');
  const row = rows.find(({ holder_id }) => holder_id === committee);
  expect(row).toMatchObject({
    ...{ holder_name: '', place_name: '第一小学' },
    body: { zh: '家长委员会', en: 'Parent committee' },
  });
});

describe('Nobody', () => {
  test('decides on what they asked themselves', async () => {
    const id = await asked(principal, visit(child(2)));
    expect(await codeOf(decide(principal, id, { decision: 'approve' }))).toBe(
      'excuses.second-person-decides',
    );
    expect((await decide(officer, id, { decision: 'approve' })).statusCode).toBe(204);
  });

  test('decides on their own child, though they lead the school', async () => {
    const id = await asked(teacher, visit(child(3)));
    expect(await codeOf(decide(principal, id, { decision: 'approve' }))).toBe(
      'excuses.second-person-decides',
    );
    await teacher.delete(`/api/v1/excuses/${id}`);
  });

  test('decides twice: of two at once one is told that it changed', async () => {
    const id = await asked(teacher, visit(child(4)));
    const both = await Promise.all([
      decide(principal, id, { decision: 'approve' }),
      decide(officer, id, { decision: 'decline', reason: '还有时间，再约一次' }),
    ]);
    expect(both.map(({ statusCode }) => statusCode).toSorted()).toEqual([204, 412]);
  });

  test('of another school sees or decides it, and no carer asks', async () => {
    const [row] = await listed(principal);
    const { id, version } = row as ExcuseRow;
    expect(await listed(otherPrincipal)).toEqual([]);
    expect((await otherPrincipal.get(`/api/v1/excuses/${id}`)).statusCode).toBe(404);
    const decision = { decision: 'approve' };
    expect((await decide(otherPrincipal, id, decision, version)).statusCode).toBe(404);
    expect((await otherPrincipal.post('/api/v1/excuses', visit(child(1)))).statusCode).toBe(404);
    expect((await teacher.post(`/api/v1/excuses/${id}/decision`, decision)).statusCode).toBe(403);
    expect((await carer.post('/api/v1/excuses', visit(child(0)))).statusCode).toBe(403);
    expect((await here.nobody.get('/api/v1/excuses')).statusCode).toBe(401);
  });

  test('who may not see the children learns which child it is', async () => {
    const rows = await listed(worker);
    expect(rows.map(({ holder_kind }) => holder_kind)).not.toContain('student');
    expect(rows.length).toBeGreaterThan(0);
    const [child] = (await listed(principal)).filter(
      ({ holder_kind }) => holder_kind === 'student',
    );
    expect((await worker.get(`/api/v1/excuses/${child?.id}`)).statusCode).toBe(404);
  });
});

describe('An excuse is refused', () => {
  const refused = (body: object) => codeOf(teacher.post('/api/v1/excuses', body));

  test('for what is done, asked or excused already', async () => {
    expect(await refused(visit(child(5)))).toBe('excuses.done-already');
    expect(await refused(visit(child(1)))).toBe('excuses.asked-already');
    await count();
    expect(await refused(visit(child(2)))).toBe('excuses.excused-already');
    const month = { duty: 'monthly-visit', period: '2026-10' };
    expect(await refused(visit(child(1), month))).toBe('excuses.excused-already');
  });

  test('for a period, a duty or a child that has no such task', async () => {
    expect(await refused(visit(child(0), { period: '2099-1' }))).toBe('excuses.no-such-task');
    expect(await refused(visit(child(0), { duty: 'no-duty' }))).toBe('excuses.no-such-task');
    expect(await refused(visit(newId()))).toBe('excuses.no-such-task');
  });

  test('without what the plan asks to be said beside the reason', async () => {
    const one = child(0);
    expect(await refused(visit(one, { reason: 'no-reason' }))).toBe('excuses.no-such-reason');
    expect(await refused(visit(one, { reason: 'other', words: ' ' }))).toBe(
      'excuses.words-missing',
    );
    const declined = { reason: 'family-declined', substitute: 'phone' };
    expect(await refused(visit(one, declined))).toBe('excuses.substitute-missing');
    expect(await refused(visit(one, { ...declined, substitute_on: '2026-10-15' }))).toBe(
      'excuses.substitute-missing',
    );
  });

  test('when approved for what was done in the meantime', async () => {
    const id = await asked(teacher, visit(child(0)));
    await tell([
      fact('visit.made', child(0), {
        organisation: schoolClass.id,
        attributes: { form: 'in-home' },
      }),
    ]);
    expect(await codeOf(decide(principal, id, { decision: 'approve' }))).toBe(
      'excuses.done-already',
    );
  });
});

describe('What is held', () => {
  test('a retry with the same key is the first answer', async () => {
    const key = { 'idempotency-key': newId() };
    const again = () => teacher.post('/api/v1/excuses', visit(child(3)), key);
    const first = await again();
    expect(first.statusCode, first.body).toBe(201);
    expect((await again()).json()).toEqual(first.json());
  });

  test('of a child is seen by its family, with who looked at it', async () => {
    await listed(principal);
    const { rows } = await here.pool.query(
      `select distinct reader_id from tianfu.student_reads where student_id = $1 and what = 'excuses'`,
      [child(0)],
    );
    expect(rows).toContainEqual({ reader_id: principalId });
    const { parts } = (await carer.get('/api/v1/me/data')).json();
    const held = parts.find(({ name }: { name: string }) => name === 'excuses');
    expect(held).toMatchObject({ count: 3, is_erased: true });
  });

  test('headings name no child and nothing of why', async () => {
    const { rows } = await here.pool.query(
      `select heading::text || words::text as text from tianfu.notices where room = 'excuses'`,
    );
    expect(rows.length).toBeGreaterThan(0);
    for (const { text } of rows) expect(text).not.toMatch(/小雨|小晴|小雪|请假|家庭不愿意/);
  });

  test('leaves as a workbook', async () => {
    const answer = await principal.get('/api/v1/excuses/sheet?state=approved');
    expect(answer.statusCode).toBe(200);
    expect(answer.headers['content-type']).toContain('spreadsheetml');
  });

  test('offers the reasons of the plan', async () => {
    const { reasons, substitutes } = (await teacher.get('/api/v1/excuses/choices')).json();
    expect(reasons.map(({ id }: { id: string }) => id)).toEqual(
      here.district.plan.excuses.reasons.map(({ id }) => id),
    );
    expect(substitutes.length).toBeGreaterThan(0);
  });
});

test('What is over stays so: only waiting and approved lead on', () => {
  const steps = (state: (typeof excuseStates)[number]): ExcuseStep[] =>
    Object.keys(excuseStateTable[state].next) as ExcuseStep[];
  expect(excuseStates.filter((one) => steps(one).length > 0)).toEqual(['waiting', 'approved']);
});
