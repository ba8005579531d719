import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { enrolled, fact, opened, tellDuties } from '../../counting/duties/testing/told-facts.ts';
import type { FactStatement } from '../../facts/index.ts';
import { newId } from '../../platform/index.ts';
import { type Asking, makeTestApp, type TestApp } from '../../testing/test-app.ts';
import type { Place } from '../../testing/test-people.ts';
import type { ClausePage } from './shapes-of-clauses.ts';
import type { PublicDuty, PublicProgress } from './shapes-of-progress.ts';

const FIRST_SCHOOL = 12;
const SECOND_SCHOOL = 4;

let here: TestApp;
let streets: readonly [Place, Place];
let schools: readonly [Place, Place];
let officer: Asking;
let principal: Asking;
let teacher: Asking;
let worker: Asking;
let open: PublicProgress;
let openText = '';

/** Two streets with one school each: twelve children in the first, four in the second. */
beforeAll(async () => {
  here = await makeTestApp();
  const { people } = here;
  streets = [
    await people.place('subdistrict', '华阳街道'),
    await people.place('subdistrict', '万安街道'),
  ];
  schools = [
    await people.place('school', '第一小学', streets[0]),
    await people.place('school', '第二小学', streets[1]),
  ];
  const grades = [
    await people.place('grade', '2026级', schools[0]),
    await people.place('grade', '2026级', schools[1]),
  ] as const;
  const classes = [
    await people.place('class', '一年级1班', grades[0]),
    await people.place('class', '一年级1班', grades[1]),
  ] as const;
  const first = await childrenIn(classes[0], FIRST_SCHOOL);
  const second = await childrenIn(classes[1], SECOND_SCHOOL);
  const [child = ''] = first;
  await tell([
    ...[people.top, ...streets, ...schools, ...grades, ...classes].map(opened),
    ...first.map((one) => enrolled(one, classes[0])),
    ...second.map((one) => enrolled(one, classes[1])),
    fact('student.flagged', child, { attributes: { flag: 'special-group', file: newId() } }),
    fact('student.flagged', child, { attributes: { flag: 'monthly-visits', file: newId() } }),
    fact('visit.made', child, { organisation: classes[0].id, attributes: { form: 'in-home' } }),
  ]);
  officer = await postedAs('district-officer', people.top);
  principal = await postedAs('principal', schools[0]);
  teacher = await postedAs('class-teacher', classes[0]);
  worker = await postedAs('subdistrict-worker', streets[0]);
  const answer = await here.nobody.get('/api/v1/public/plan-progress');
  expect(answer.statusCode, answer.body).toBe(200);
  openText = answer.body;
  open = answer.json();
});

async function childrenIn(place: Place, count: number): Promise<string[]> {
  const ids: string[] = [];
  for (let index = 0; index < count; index += 1) {
    ids.push(await here.people.student(`张小${index}`, place));
  }
  return ids;
}

async function postedAs(role: Parameters<TestApp['people']['post']>[1], place: Place) {
  const person = await here.people.adult(`${role}老师`);
  await here.people.post(person, role, place);
  return here.as(person);
}

const tell = (facts: readonly FactStatement[]) => tellDuties(here.district, facts);

async function clauses(asking: Asking, query = ''): Promise<ClausePage> {
  const answer = await asking.get(`/api/v1/plan${query}`);
  expect(answer.statusCode, answer.body).toBe(200);
  return answer.json();
}

const dutyOf = (page: ClausePage, id: string) =>
  page.clauses.flatMap(({ duties }) => duties).find(({ duty }) => duty === id);

describe('The plan, clause by clause', () => {
  test('has every clause of the file, in its order, and what carries it', async () => {
    const path = join(here.district.plan.folder, 'clauses.yaml');
    const written = parse(await readFile(path, 'utf8')) as {
      clauses: { id: string; carriedBy?: string[] }[];
    };
    const page = await clauses(officer);
    expect(page.clauses.map(({ id, carried_by }) => [id, carried_by])).toEqual(
      written.clauses.map(({ id, carriedBy = [] }) => [id, carriedBy]),
    );
  });

  test('tells each duty of the plan under its clause, in what it asks and how far the place is', async () => {
    const page = await clauses(officer);
    const shown = page.clauses.flatMap(({ duties }) => duties.map(({ duty }) => duty));
    expect(shown.toSorted()).toEqual(here.district.plan.duties.map(({ id }) => id).toSorted());
    expect(dutyOf(page, 'in-home-visit')).toMatchObject({
      asks: { zh: '每学期 1 次' },
      now: { cell: { tasks: 16, done: 1 }, period: '2026-2027-1' },
    });
    expect(dutyOf(page, 'census')?.now?.cell.state).toBe('unrecorded');
  });

  test('has the figures of the board, and no others', async () => {
    const page = await clauses(officer);
    const board = (await officer.get('/api/v1/duty-board')).json();
    for (const { duty, whole } of board.rows) {
      expect(dutyOf(page, duty)?.now?.cell).toEqual(whole);
    }
  });

  test('says who is stricter where two ask for the same', async () => {
    const page = await clauses(officer);
    expect(dutyOf(page, 'campus-guidance')?.sources).toMatchObject([
      { layer: null, clause: '2.2.1(3)', binds: false },
      { layer: { zh: '2023 年全国家校社协同育人意见' }, clause: '1', binds: true },
    ]);
    expect(page.layers[0]?.clauses[0]?.duties.map(({ duty }) => duty)).toEqual(['campus-guidance']);
  });

  test('tells what was asked before, and from when on it is another', async () => {
    const { changes } = await clauses(officer);
    expect(changes.find(({ id }) => id === 'campus-guidance')).toMatchObject({
      on: '2023-09-01',
      what: 'duty',
      clause: '2.2.1(3)',
      words: { zh: '每学期 1 次改为 2 次' },
    });
  });

  test('shows a principal their own school, and a class teacher their class', async () => {
    expect((await clauses(principal)).place.name).toBe('第一小学');
    expect(dutyOf(await clauses(principal), 'in-home-visit')?.now?.cell.tasks).toBe(FIRST_SCHOOL);
    expect((await clauses(teacher)).place.name).toBe('一年级1班');
    expect(dutyOf(await clauses(teacher), 'campus-guidance')?.now).toBeNull();
  });

  test('of a place that is not theirs shows nobody anything', async () => {
    for (const asking of [principal, teacher, worker]) {
      const answer = await asking.get(`/api/v1/plan?place=${schools[1].id}`);
      expect(answer.statusCode).toBe(404);
    }
    const carer = await here.as(await here.people.adult('周妈妈'));
    expect((await carer.get('/api/v1/plan')).statusCode).toBe(403);
    expect((await here.nobody.get('/api/v1/plan')).statusCode).toBe(401);
  });

  test('tells who may not see children nothing of the few who need special care in one school', async () => {
    const within = await clauses(worker, `?place=${schools[0].id}`);
    expect(dutyOf(within, 'special-visit')?.now).toBeNull();
    expect(dutyOf(await clauses(teacher), 'special-visit')?.now?.cell.tasks).toBe(1);
  });

  test('leaves as a workbook', async () => {
    const answer = await officer.get('/api/v1/plan/sheet');
    expect(answer.statusCode).toBe(200);
    expect(answer.headers['content-type']).toContain('spreadsheetml');
  });
});

describe('What anyone may read of it', () => {
  const all = () => open.clauses.flatMap(({ duties }) => duties);
  const called = (id: string): PublicDuty | undefined => all().find(({ duty }) => duty === id);

  test('is the district and its streets, in this period and the one before', () => {
    expect(open.areas.map(({ name }) => name).toSorted()).toEqual(['万安街道', '华阳街道']);
    const visits = called('monthly-visit');
    expect(visits?.now?.whole.figures).toMatchObject({ tasks: 16 });
    expect(visits?.before?.due_on).toBe('2026-09-30');
    expect(open.clauses).toHaveLength(here.district.plan.clauses.length);
  });

  test('is nothing of children with a flag, nor of what the plan keeps inside', () => {
    for (const id of ['special-visit', 'help-summed-up', 'helper-paired', 'census']) {
      expect(called(id)).toBeUndefined();
    }
    expect(open.clauses.find(({ id }) => id === '2.3.5')).toMatchObject({
      withheld: true,
      duties: [],
    });
  });

  test('names no school, class or person', () => {
    expect(openText).not.toMatch(/第一小学|第二小学|一年级|张小|老师"/);
    for (const { id } of schools) expect(openText).not.toContain(id);
  });

  test('tells nothing of so few that it would be as good as a name, nor lets it be reckoned', () => {
    const { now } = called('in-home-visit') ?? {};
    // Four in the one street would be what sixteen has more than twelve.
    expect(now?.areas).toHaveLength(2);
    expect(now?.areas.every(({ figures }) => figures === null)).toBe(true);
    expect(called('open-day')?.now?.whole.figures).toBeNull();
    expect(called('harmonious-families')?.now?.areas.every(({ figures }) => figures)).toBe(true);
  });

  test('is made once for all who ask within some minutes', async () => {
    const ask = () => here.nobody.get('/api/v1/public/plan-progress');
    await tell([
      fact('plan.published', here.people.top.id, { attributes: { plan: 'leadership' } }),
    ]);
    const again = await ask();
    expect(again.headers['cache-control']).toBe('public, max-age=300');
    expect(again.body).toBe(openText);
    here.clock.set('2026-10-14T01:05:00Z');
    expect((await ask()).body).not.toBe(openText);
  });
});
