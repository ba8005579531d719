import { beforeAll, describe, expect, test } from 'vitest';
import { dutiesCounter, openPeriods } from '../../counting/duties/index.ts';
import { type FactStatement, settle, stateFacts } from '../../facts/index.ts';
import { newId } from '../../platform/index.ts';
import { type Asking, makeTestApp, type TestApp } from '../../testing/test-app.ts';
import type { Place } from '../../testing/test-people.ts';
import type { DutyTask } from './shapes.ts';
import type { DutyLoad, DutyTrend } from './shapes-of-charts.ts';

const theProgram = { person: null, reach: 'all' } as const;
const term = '2026-2027-1';

let here: TestApp;
let street: Place;
let school: Place;
let schoolClass: Place;
let busy: Place;
let hollow: Place;
let officer: Asking;
let worker: Asking;
let teacher: Asking;
let sources = 0;

beforeAll(async () => {
  here = await makeTestApp();
  const { people } = here;
  street = await people.place('subdistrict', '华阳街道');
  busy = await people.place('community', '安公社区', street);
  hollow = await people.place('community', '四河社区', street);
  school = await people.place('school', '第一小学', street);
  const grade = await people.place('grade', '2026级', school);
  schoolClass = await people.place('class', '一年级1班', grade);
  const [first, second, third] = [
    await people.student('张小雨', schoolClass),
    await people.student('李小晴', schoolClass),
    await people.student('王小风', schoolClass),
  ];
  const teaching = await people.adult('陈老师');
  await people.post(teaching, 'class-teacher', schoolClass);
  const official = await people.adult('赵主任');
  await people.post(official, 'district-officer', people.top);
  const streetWorker = await people.adult('钱干事');
  await people.post(streetWorker, 'subdistrict-worker', street);
  await tell([
    ...[people.top, street, busy, hollow, school, grade, schoolClass].map(opened),
    ...[first, second, third].map((one) =>
      fact('student.enrolled', one, '2025-09-01', {
        organisation: schoolClass.id,
        attributes: { class: schoolClass.id },
      }),
    ),
    fact('student.flagged', first, '2026-09-02', {
      attributes: { flag: 'monthly-visits', file: newId() },
    }),
    ...[first, second, third].map((one) => visited(one, '2026-03-10')),
    visited(first, '2026-09-08'),
    visited(second, '2026-09-22'),
    formed('parent-committee', school),
    formed('practice-base', people.top),
    formed('practice-base', people.top),
    held(busy, 'guidance', '2026-09-20'),
    held(busy, 'practice', '2026-10-11'),
    held(school, 'guidance', '2026-09-25'),
    held(school, 'guidance', '2026-10-09'),
    held(school, 'none', '2026-10-09'),
    held(school, 'guidance', '2026-04-09'),
  ]);
  officer = await here.as(official);
  worker = await here.as(streetWorker);
  teacher = await here.as(teaching);
});

function fact(
  kind: string,
  subject: string,
  day: string,
  rest: Partial<FactStatement> = {},
): FactStatement {
  sources += 1;
  return {
    ...{ kind, subject, at: new Date(`${day}T06:00:00Z`), organisation: subject },
    ...{ quantity: 1, source: `test:${sources}`, ...rest },
  };
}

function opened({ id, kind, lineage }: Place): FactStatement {
  const isOffice = kind === 'district' || kind === 'subdistrict' || kind === 'community';
  const stage = isOffice ? {} : { stage: 'primary' };
  return fact('organisation.opened', id, '2025-09-01', {
    attributes: { place_kind: kind, lineage, ...stage },
  });
}

const visited = (student: string, day: string) =>
  fact('visit.made', student, day, {
    organisation: schoolClass.id,
    attributes: { form: 'in-home' },
  });

const formed = (body: string, { id }: Place) =>
  fact('body.formed', newId(), '2025-09-01', { organisation: id, attributes: { body } });

const held = ({ id, kind }: Place, counts_as: string, day: string) =>
  fact('activity.held', id, day, {
    attributes: { activity: newId(), kind: 'test', counts_as, host_kind: kind, people: 7 },
  });

async function tell(facts: readonly FactStatement[]): Promise<void> {
  await here.database.write(theProgram, (transaction) => stateFacts(transaction, facts));
  await settle(here.database, [dutiesCounter(here.district.plan)]);
  await openPeriods(here.district);
}

async function ask<Answer>(asking: Asking, path: string): Promise<Answer> {
  const answer = await asking.get(`/api/v1/${path}`);
  expect(answer.statusCode, answer.body).toBe(200);
  return answer.json();
}

describe('The trend of a duty', () => {
  test('is how much was done by each week, beside the term before', async () => {
    const { rows } = await ask<DutyTrend>(officer, 'duty-trend?duty=in-home-visit');
    expect(rows).toMatchObject([
      {
        duty: 'in-home-visit',
        now: {
          period: term,
          tasks: 3,
          weeks: [
            { week: '2026-09-07', done: 1 },
            { week: '2026-09-21', done: 2 },
          ],
        },
        before: { period: '2025-2026-2', tasks: 3, weeks: [{ week: '2026-03-09', done: 3 }] },
      },
    ]);
  });

  test('has no line for what falls due on occasion', async () => {
    const { rows } = await ask<DutyTrend>(officer, 'duty-trend');
    expect(rows.map(({ duty }) => duty)).not.toContain('letter-answered');
  });

  test('tells nobody within a school of few children who may not see them', async () => {
    const dutiesOf = async (asking: Asking, place: Place) => {
      const { rows } = await ask<DutyTrend>(asking, `duty-trend?place=${place.id}`);
      return rows.map(({ duty }) => duty);
    };
    expect(await dutiesOf(worker, street)).toContain('special-visit');
    expect(await dutiesOf(worker, school)).not.toContain('special-visit');
    expect(await dutiesOf(worker, school)).toContain('in-home-visit');
    expect(await dutiesOf(teacher, schoolClass)).toContain('special-visit');
  });

  test('is of one’s own places alone', async () => {
    expect((await teacher.get(`/api/v1/duty-trend?place=${school.id}`)).statusCode).toBe(404);
    const carer = await here.as(await here.people.adult('周妈妈'));
    expect((await carer.get('/api/v1/duty-trend')).statusCode).toBe(403);
    expect((await here.nobody.get('/api/v1/duty-trend')).statusCode).toBe(401);
  });

  test('leaves as a workbook', async () => {
    const answer = await officer.get('/api/v1/duty-trend/sheet?duty=in-home-visit');
    expect(answer.headers['content-type']).toContain('spreadsheetml');
  });
});

describe('Who carries the work', () => {
  test('is told tier by tier, of this term and of events that several tiers owe', async () => {
    const { sorts, tiers, period } = await ask<DutyLoad>(officer, 'duty-load');
    expect(period?.id).toBe(term);
    expect(sorts.map(({ counts_as }) => counts_as)).toEqual(['guidance', 'practice']);
    expect(tiers).toMatchObject([
      { tier: 'district', places: 1, hollow: 1, held: [0, 0] },
      { tier: 'subdistrict', places: 1, hollow: 1, held: [0, 0] },
      { tier: 'community', places: 2, hollow: 1, held: [1, 1] },
      { tier: 'campus', places: 1, hollow: 0, held: [2, 0] },
    ]);
  });

  test('names the communities of a street that have held nothing', async () => {
    const { hosts, areas } = await ask<DutyLoad>(worker, 'duty-load');
    const empty = hosts.filter((one) => one.tier === 'community' && one.hollow);
    expect(empty).toMatchObject([{ id: hollow.id, name: '四河社区', area_name: '华阳街道' }]);
    expect(areas).toMatchObject([{ name: '华阳街道' }]);
  });

  test('an event taken back is carried by nobody', async () => {
    const event = held(hollow, 'guidance', '2026-10-12');
    const heldBy = async () =>
      (await ask<DutyLoad>(worker, 'duty-load')).hosts.find(({ id }) => id === hollow.id)?.held;
    await tell([event]);
    expect(await heldBy()).toEqual([1, 0]);
    await tell([{ ...event, quantity: -1, source: `${event.source}:back` }]);
    expect(await heldBy()).toEqual([0, 0]);
  });

  test('counts what is held beyond what was asked, as soon as it is told', async () => {
    const heldBy = async () =>
      (await ask<DutyLoad>(officer, 'duty-load')).hosts.find(({ id }) => id === school.id)?.held;
    const [before = 0] = (await heldBy()) ?? [];
    for (const [index, day] of ['2026-10-13', '2026-10-14', '2026-10-15'].entries()) {
      await tell([held(school, 'guidance', day)]);
      expect((await heldBy())?.[0]).toBe(before + index + 1);
    }
  });

  test('says nothing of how many came', async () => {
    const paths = ['duty-load', 'duty-board', 'duty-trend'];
    for (const path of paths)
      expect((await officer.get(`/api/v1/${path}`)).body).not.toContain('people');
    const facts = await officer.get(
      `/api/v1/duties/community-guidance/facts?holder=${busy.id}&key=${term}&place=${busy.id}`,
    );
    expect(facts.json().items).toHaveLength(1);
    expect(facts.body).not.toContain('people');
  });

  test('is of one’s own places alone, and leaves as a workbook', async () => {
    expect((await worker.get(`/api/v1/duty-load?place=${here.people.top.id}`)).statusCode).toBe(
      404,
    );
    expect((await here.nobody.get('/api/v1/duty-load')).statusCode).toBe(401);
    const answer = await worker.get('/api/v1/duty-load/sheet');
    expect(answer.headers['content-type']).toContain('spreadsheetml');
  });
});

describe('A body', () => {
  const namesOf = async (path: string) => {
    const answer = await officer.get(`/api/v1/duties/${path}`);
    const { items } = answer.json() as { items: DutyTask[] };
    return items.map(({ name }) => name).toSorted();
  };

  test('goes by its place and its kind', async () => {
    const path = `committee-meets/tasks?place=${school.id}&period=${term}`;
    expect(await namesOf(path)).toEqual(['第一小学家长委员会']);
  });

  test('of which a place has several is numbered', async () => {
    const path = `bases-rated/tasks?place=${here.people.top.id}&period=2026`;
    expect(await namesOf(path)).toEqual(['天府新区社会实践基地（1）', '天府新区社会实践基地（2）']);
  });
});
