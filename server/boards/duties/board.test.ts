import { beforeAll, describe, expect, test } from 'vitest';
import { enrolled, fact, opened, tellDuties } from '../../counting/duties/testing/told-facts.ts';
import type { FactStatement } from '../../facts/index.ts';
import { newId } from '../../platform/index.ts';
import { type Asking, makeTestApp, type TestApp } from '../../testing/test-app.ts';
import type { Place } from '../../testing/test-people.ts';
import type { DutyBoard, DutyFacts, DutyTask } from './shapes.ts';

const term = '2026-2027-1';

let here: TestApp;
let school: Place;
let schoolClass: Place;
let other: { school: Place; schoolClass: Place };
let visited: string;
let waiting: string;
let officer: Asking;
let teacher: Asking;
let teacherId: string;
let worker: Asking;

beforeAll(async () => {
  here = await makeTestApp();
  const { people } = here;
  const street = await people.place('subdistrict', '华阳街道');
  school = await people.place('school', '第一小学', street);
  const grade = await people.place('grade', '2026级', school);
  schoolClass = await people.place('class', '一年级1班', grade);
  other = await people.school('第二小学');
  visited = await people.student('张小雨', schoolClass);
  waiting = await people.student('李小晴', schoolClass);
  const elsewhere = await people.student('王小风', other.schoolClass);
  teacherId = await people.adult('陈老师');
  await people.post(teacherId, 'class-teacher', schoolClass);
  const official = await people.adult('赵主任');
  await people.post(official, 'district-officer', people.top);
  const streetWorker = await people.adult('钱干事');
  await people.post(streetWorker, 'subdistrict-worker', street);
  await tell([
    ...[people.top, street, school, grade, schoolClass, other.school, other.schoolClass].map(
      opened,
    ),
    enrolled(visited, schoolClass),
    enrolled(waiting, schoolClass),
    enrolled(elsewhere, other.schoolClass),
    fact('student.flagged', waiting, { attributes: { flag: 'monthly-visits', file: newId() } }),
    fact('visit.made', visited, {
      actor: teacherId,
      organisation: schoolClass.id,
      attributes: { form: 'in-home' },
    }),
  ]);
  officer = await here.as(official);
  teacher = await here.as(teacherId);
  worker = await here.as(streetWorker);
});

const tell = (facts: readonly FactStatement[]) => tellDuties(here.district, facts);

async function board(asking: Asking, query = ''): Promise<DutyBoard> {
  const answer = await asking.get(`/api/v1/duty-board${query}`);
  expect(answer.statusCode, answer.body).toBe(200);
  return answer.json();
}

const rowOf = ({ rows }: DutyBoard, duty: string) => rows.find((one) => one.duty === duty);

describe('The board of duties', () => {
  test('shows the district its subdistricts and schools, each with how far it is', async () => {
    const { place, columns, rows } = await board(officer);
    expect(place.name).toBe('天府新区');
    expect(columns.map(({ name }) => name)).toEqual(['第二小学', '华阳街道']);
    const visits = rows.find(({ duty }) => duty === 'in-home-visit');
    expect(visits).toMatchObject({
      clause: '2.3.3',
      period: term,
      whole: { tasks: 3, done: 1 },
      cells: [
        { tasks: 1, done: 0 },
        { tasks: 2, done: 1 },
      ],
    });
  });

  test('says which wording is stricter, and whose', async () => {
    const guidance = rowOf(await board(officer), 'campus-guidance');
    expect(guidance).toMatchObject({ target: 2, stricter: { clause: '1' } });
  });

  test('says in which chapter of the plan each duty stands', async () => {
    const { rows } = await board(officer);
    const chapters = new Map(rows.map(({ duty, chapter }) => [duty, chapter.id]));
    expect(chapters.get('in-home-visit')).toBe('2.3');
    expect(chapters.get('leadership-plan')).toBe('3');
  });

  test('shows nobody behind in what was never recorded', async () => {
    expect(rowOf(await board(officer), 'census')?.whole.state).toBe('unrecorded');
  });

  test('shows a class teacher their class, and no other', async () => {
    const own = await board(teacher);
    expect(own.place.name).toBe('一年级1班');
    expect(rowOf(own, 'in-home-visit')?.whole).toMatchObject({ tasks: 2, done: 1 });
    expect(rowOf(own, 'campus-guidance')).toBeUndefined();
    expect((await teacher.get(`/api/v1/duty-board?place=${school.id}`)).statusCode).toBe(404);
  });

  test('tells those who may not see children only of a whole street how many need special care', async () => {
    const own = await board(worker);
    expect(rowOf(own, 'special-visit')).toMatchObject({ whole: { tasks: 1 }, cells: [] });
    const within = await board(worker, `?place=${school.id}`);
    expect(rowOf(within, 'special-visit')).toBeUndefined();
    expect(rowOf(within, 'in-home-visit')?.whole.tasks).toBe(2);
    expect(rowOf(await board(teacher), 'special-visit')?.whole.tasks).toBe(1);
  });

  test('of a day past shows the periods of then', async () => {
    const before = await board(officer, '?on=2026-09-15');
    expect(rowOf(before, 'monthly-visit')?.period).toBe('2026-09');
  });

  test('is open to nobody else', async () => {
    const carer = await here.as(await here.people.adult('周妈妈'));
    expect((await carer.get('/api/v1/duty-board')).statusCode).toBe(403);
    expect((await here.nobody.get('/api/v1/duty-board')).statusCode).toBe(401);
  });

  test('leaves as a workbook', async () => {
    const answer = await officer.get('/api/v1/duty-board/sheet');
    expect(answer.statusCode).toBe(200);
    expect(answer.headers['content-type']).toContain('spreadsheetml');
  });

  test('leaves narrowed as it is seen, and not by a state that there is none of', async () => {
    const sheet = (query: string) => officer.get(`/api/v1/duty-board/sheet?${query}`);
    const narrowed = await sheet('state=due&chapter=2.3&answers=class-teacher');
    expect(narrowed.statusCode).toBe(200);
    const whole = await sheet('');
    expect(narrowed.rawPayload.length).toBeLessThan(whole.rawPayload.length);
    expect((await sheet('state=nearly')).statusCode).toBe(400);
  });
});

describe('From a figure', () => {
  const tasks = (place: string, rest = '') =>
    `/api/v1/duties/in-home-visit/tasks?place=${place}&period=${term}${rest}`;

  test('one comes to the children who are still to be visited', async () => {
    const answer = await teacher.get(tasks(schoolClass.id, '&standing=open'));
    const { items } = answer.json() as { items: DutyTask[] };
    expect(items).toMatchObject([
      { name: '李小晴', place_name: '一年级1班', state: 'due', quantity: 0, target: 1 },
    ]);
  });

  test('page by page', async () => {
    const names: string[] = [];
    for (let cursor = ''; ; ) {
      const answer = await officer.get(
        tasks(here.people.top.id, `&limit=1${cursor && `&cursor=${cursor}`}`),
      );
      const { items, next } = answer.json() as { items: DutyTask[]; next?: string };
      names.push(...items.map(({ name }) => name));
      if (!next) break;
      cursor = next;
    }
    expect(names.toSorted()).toEqual(['张小雨', '李小晴', '王小风'].toSorted());
    const made = Buffer.from(JSON.stringify(['here', 'there', term])).toString('base64url');
    const answer = await officer.get(tasks(here.people.top.id, `&cursor=${made}`));
    expect(answer.statusCode).toBe(404);
  });

  test('no child is named to who may not see children, who still sees the figure', async () => {
    expect((await worker.get(tasks(school.id))).statusCode).toBe(403);
    const own = await board(worker);
    expect(rowOf(own, 'in-home-visit')?.whole).toMatchObject({ tasks: 2, done: 1 });
  });

  test('and from a child to the records behind it, which is a look that the family sees', async () => {
    const query = `holder=${visited}&key=${term}&place=${schoolClass.id}`;
    const answer = await teacher.get(`/api/v1/duties/in-home-visit/facts?${query}`);
    const { items } = answer.json() as DutyFacts;
    expect(items).toMatchObject([{ kind: 'visit.made', by: '陈老师', takes_back: false }]);
    const { rows } = await here.pool.query(
      `select reader_id, what from tianfu.student_reads where student_id = $1`,
      [visited],
    );
    expect(rows).toEqual([{ reader_id: teacherId, what: 'duty' }]);
  });

  test('of a child elsewhere a teacher learns nothing', async () => {
    const query = `holder=${newId()}&key=${term}&place=${schoolClass.id}`;
    expect((await teacher.get(`/api/v1/duties/in-home-visit/facts?${query}`)).statusCode).toBe(404);
  });

  test('of a duty that the plan does not have there is nothing', async () => {
    const path = `/api/v1/duties/no-duty/tasks?place=${school.id}&period=${term}`;
    expect((await officer.get(path)).statusCode).toBe(404);
  });
});
