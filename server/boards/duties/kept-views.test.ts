import { gunzipSync } from 'node:zlib';
import { beforeAll, describe, expect, test } from 'vitest';
import { dutiesCounter, openPeriods } from '../../counting/duties/index.ts';
import { directoryHoldings } from '../../directory/index.ts';
import { type FactStatement, settle, stateFacts } from '../../facts/index.ts';
import { importRoster } from '../../testing/import-roster.ts';
import { type Asking, makeTestApp, type TestApp } from '../../testing/test-app.ts';
import type { Place } from '../../testing/test-people.ts';
import type { DutyBoard, DutyTask } from './shapes.ts';

const theProgram = { person: null, reach: 'all' } as const;

let here: TestApp;
let school: Place;
let schoolClass: Place;
let child: string;
let officer: Asking;
let officerId: string;
let principal: Asking;
let worker: Asking;
let stranger: Asking;
let sources = 0;

beforeAll(async () => {
  here = await makeTestApp();
  const { people } = here;
  const street = await people.place('subdistrict', '华阳街道');
  school = await people.place('school', '第一小学', street);
  const grade = await people.place('grade', '2026级', school);
  schoolClass = await people.place('class', '一年级1班', grade);
  const elsewhere = await people.school('第二小学');
  child = await people.student('张小雨', schoolClass);
  const as = async (name: string, role: Parameters<typeof people.post>[1], place: Place) => {
    const person = await people.adult(name);
    await people.post(person, role, place);
    return here.as(person);
  };
  officerId = await people.adult('赵主任');
  await people.post(officerId, 'district-officer', people.top);
  officer = await here.as(officerId);
  principal = await as('林校长', 'principal', school);
  worker = await as('钱干事', 'subdistrict-worker', street);
  stranger = await as('孙校长', 'principal', elsewhere.school);
  await tell([
    ...[people.top, street, school, grade, schoolClass].map(opened),
    fact('student.enrolled', child, {
      at: new Date('2026-09-01T00:00:00Z'),
      attributes: { class: schoolClass.id },
    }),
    fact('student.flagged', child, { attributes: { flag: 'monthly-visits', file: child } }),
  ]);
  await openPeriods(here.district);
});

function fact(kind: string, subject: string, rest: Partial<FactStatement> = {}): FactStatement {
  sources += 1;
  return {
    ...{ kind, subject, at: new Date('2026-10-10T06:00:00Z'), organisation: schoolClass.id },
    ...{ quantity: 1, source: `test:${sources}`, ...rest },
  };
}

function opened({ id, kind, lineage }: Place): FactStatement {
  const attributes = { place_kind: kind, lineage: [...lineage], stage: 'primary' };
  return fact('organisation.opened', id, { at: new Date('2026-09-01T00:00:00Z'), attributes });
}

async function tell(facts: readonly FactStatement[]): Promise<void> {
  await here.database.write(theProgram, (transaction) => stateFacts(transaction, facts));
  await settle(here.database, [dutiesCounter(here.district.plan)]);
}

async function board(asking: Asking, query = ''): Promise<DutyBoard> {
  const answer = await asking.get(`/api/v1/duty-board${query}`);
  expect(answer.statusCode, answer.body).toBe(200);
  return answer.json();
}

const rowOf = ({ rows }: DutyBoard, duty: string) => rows.find((one) => one.duty === duty);

describe('A board that is asked for again', () => {
  test('shows a fact as soon as it is counted, at each place above it', async () => {
    for (const asking of [officer, principal]) {
      expect(rowOf(await board(asking), 'census')?.whole.state).toBe('unrecorded');
      const before = rowOf(await board(asking), 'in-home-visit');
      expect(before).toMatchObject({ whole: { done: 0, state: 'unrecorded' } });
    }
    await tell([fact('visit.made', child, { attributes: { form: 'in-home' } })]);
    for (const asking of [officer, principal]) {
      const after = rowOf(await board(asking), 'in-home-visit');
      expect(after).toMatchObject({ whole: { done: 1, state: 'done' }, cells: [{ done: 1 }] });
    }
  });

  test('knows of the first fact of a kind, though it changes no figure', async () => {
    expect(rowOf(await board(principal), 'campus-guidance')?.whole.state).toBe('unrecorded');
    const attributes = { kind: 'lecture', counts_as: 'guidance', host_kind: 'community' };
    await tell([fact('activity.held', child, { organisation: here.people.top.id, attributes })]);
    expect(rowOf(await board(principal), 'campus-guidance')?.whole.state).not.toBe('unrecorded');
  });

  test('is the same to the byte, and is not sent twice to who has it', async () => {
    const first = await principal.get('/api/v1/duty-board');
    const second = await principal.get('/api/v1/duty-board');
    expect(second.body).toBe(first.body);
    expect(second.headers['content-type']).toBe(first.headers['content-type']);
    const { etag } = second.headers;
    expect(etag).toBe(first.headers.etag);
    const has = { method: 'GET', url: '/api/v1/duty-board' } as const;
    const ask = (tag: unknown) =>
      here.app.inject({
        ...has,
        headers: { cookie: principal.cookie ?? '', 'if-none-match': String(tag) },
      });
    expect(await ask(etag)).toMatchObject({ statusCode: 304, body: '' });
    await tell([fact('visit.made', child, { attributes: { form: 'online' } })]);
    await tell([fact('visit.declined', child)]);
    expect((await ask('"another"')).statusCode).toBe(200);
  });

  test('leaves shrunk for who can open it, the first time and again, under the same tag', async () => {
    await tell([fact('visit.made', child, { attributes: { form: 'online' } })]);
    const ask = (encodings: string) =>
      here.app.inject({
        ...{ method: 'GET', url: '/api/v1/duty-board' },
        headers: { cookie: principal.cookie ?? '', 'accept-encoding': encodings },
      });
    const answers = [await ask('gzip, br'), await ask('gzip, br'), await ask('identity')];
    const [first, again, plain] = answers;
    for (const answer of [first, again]) {
      expect(answer?.headers['content-encoding']).toBe('gzip');
      expect(gunzipSync(answer?.rawPayload ?? '').toString()).toBe(plain?.body);
    }
    expect(plain?.headers['content-encoding']).toBeUndefined();
    for (const { headers } of answers) {
      expect(headers).toMatchObject({ etag: plain?.headers.etag, vary: 'accept-encoding' });
    }
  });

  test('is made once for all who ask at the same moment', async () => {
    await tell([fact('student.unflagged', child, { attributes: { flag: 'monthly-visits' } })]);
    const boards = await Promise.all(Array.from({ length: 30 }, () => board(principal)));
    for (const one of boards) expect(one).toEqual(boards[0]);
    expect(rowOf(boards[0] as DutyBoard, 'special-visit')).toBeUndefined();
    await tell([fact('student.flagged', child, { attributes: { flag: 'monthly-visits' } })]);
    expect(rowOf(await board(principal), 'special-visit')?.whole.tasks).toBe(1);
  });

  test('is not given to who may not see the place, nor children’s figures to who may not see children', async () => {
    const within = `?place=${school.id}`;
    expect(rowOf(await board(officer, within), 'special-visit')?.whole.tasks).toBe(1);
    expect(rowOf(await board(worker, within), 'special-visit')).toBeUndefined();
    expect(rowOf(await board(officer, within), 'special-visit')?.whole.tasks).toBe(1);
    expect((await stranger.get(`/api/v1/duty-board${within}`)).statusCode).toBe(404);
    expect((await here.nobody.get(`/api/v1/duty-board${within}`)).statusCode).toBe(401);
  });

  test('names only the places above that its reader may see', async () => {
    const within = `?place=${school.id}`;
    const above = async (asking: Asking) =>
      (await board(asking, within)).above.map(({ name }) => name);
    expect(await above(officer)).toEqual(['天府新区', '华阳街道']);
    expect(await above(worker)).toEqual(['华阳街道']);
    expect(await above(principal)).toEqual([]);
  });

  test('turns on the day on which a duty turns', async () => {
    const waiting = await here.people.student('李小晴', schoolClass);
    await tell([
      fact('student.enrolled', waiting, {
        at: new Date('2026-09-01T00:00:00Z'),
        attributes: { class: schoolClass.id },
      }),
      fact('student.flagged', waiting, { attributes: { flag: 'monthly-visits', file: waiting } }),
    ]);
    const of = `?on=2026-10-14&place=${school.id}`;
    const state = async (asking: Asking) =>
      rowOf(await board(asking, of), 'special-visit')?.whole.state;
    expect(await state(officer)).toBe('due');
    const now = here.clock().toISOString();
    here.clock.set('2026-11-10T01:00:00Z');
    const later = await here.as(officerId);
    expect(await state(later)).toBe('late');
    expect((await board(later)).on).toBe('2026-11-10');
    here.clock.set(now);
    officer = await here.as(officerId);
    expect(await state(officer)).toBe('due');
  });

  test('no longer shows what a changed plan does not ask, and shows again what it does', async () => {
    const { district } = here;
    const { plan } = district;
    expect(rowOf(await board(officer), 'in-home-visit')).toBeDefined();
    const without = { ...plan, duties: plan.duties.filter(({ id }) => id !== 'in-home-visit') };
    await openPeriods({ ...district, plan: without });
    expect(rowOf(await board(officer), 'in-home-visit')).toBeUndefined();
    await openPeriods(district);
    expect(rowOf(await board(officer), 'in-home-visit')?.whole.done).toBe(1);
  });

  test('shows a street by the name that an import has given it', async () => {
    await importRoster(here.app, officer);
    const names = async () => (await board(officer)).columns.map(({ name }) => name);
    expect(await names()).toContain('麓湖街道');
    await importRoster(here.app, officer, (text) => text.replaceAll('麓湖街道', '麓湖新街道'));
    expect(await names()).toContain('麓湖新街道');
    expect(await names()).not.toContain('麓湖街道');
  });
});

describe('A list of tasks that is asked for again', () => {
  const YEAR = '2026-2027';
  const TERM = '2026-2027-1';
  let pupil: string;

  async function tasks(asking: Asking, duty: string, query: string): Promise<DutyTask[]> {
    const place = `place=${schoolClass.id}`;
    const answer = await asking.get(`/api/v1/duties/${duty}/tasks?${place}&${query}`);
    expect(answer.statusCode, answer.body).toBe(200);
    return answer.json().items;
  }

  beforeAll(async () => {
    pupil = await here.people.student('何小满', schoolClass);
    const enrolled = {
      at: new Date('2026-09-01T00:00:00Z'),
      attributes: { class: schoolClass.id },
    };
    await tell([fact('student.enrolled', pupil, enrolled)]);
  });

  test('no longer has what was done a moment ago', async () => {
    const open = `period=${TERM}&standing=open`;
    const names = async () =>
      (await tasks(principal, 'in-home-visit', open)).map(({ name }) => name);
    expect(await names()).toContain('何小满');
    expect(await names()).toContain('何小满');
    await tell([fact('visit.made', pupil, { attributes: { form: 'in-home' } })]);
    expect(await names()).not.toContain('何小满');
  });

  test('says how much is done, though nobody is done with it', async () => {
    const hours = async () =>
      (await tasks(principal, 'service-hours', `period=${YEAR}`)).find(
        ({ holder }) => holder === pupil,
      );
    expect(await hours()).toMatchObject({ quantity: 0, target: 360 });
    await tell([fact('service.done', pupil, { quantity: 90 })]);
    expect(await hours()).toMatchObject({ quantity: 90, target: 360 });
    await tell([fact('service.done', pupil, { quantity: 30 })]);
    expect(await hours()).toMatchObject({ quantity: 120, target: 360, name: '何小满' });
  });

  test('names a child as the last import does', async () => {
    await importRoster(here.app, officer);
    await tell([]);
    const list = async () => {
      const query = `place=${here.people.top.id}&period=${TERM}`;
      const answer = await officer.get(`/api/v1/duties/in-home-visit/tasks?${query}`);
      return (answer.json().items as DutyTask[]).map(({ name }) => name);
    };
    expect(await list()).toContain('王一诺');
    await importRoster(here.app, officer, (text) => text.replace(',一诺,王,', ',诺一,王,'));
    expect(await list()).toContain('王诺一');
    expect(await list()).not.toContain('王一诺');
  });

  test('names nobody any more who had everything erased', async () => {
    const former = await here.people.adult('韩前老师');
    const post = { organisation: schoolClass.id, attributes: { role: 'class-teacher' } };
    await tell([
      fact('post.began', former, { ...post, at: new Date('2026-03-01T00:00:00Z') }),
      fact('post.ended', former, { ...post, at: new Date('2026-10-01T00:00:00Z') }),
    ]);
    const names = async () =>
      (await tasks(principal, 'teacher-training', 'period=2025-2026')).map(({ name }) => name);
    expect(await names()).toEqual(['韩前老师']);
    const person = directoryHoldings.find(({ name }) => name === 'person');
    await here.database.write(theProgram, async (transaction) =>
      person?.erase?.({ transaction, district: here.district, person: former, children: [] }),
    );
    expect(await names()).toEqual(['已注销']);
  });

  test('is not given to who may not see children, nor to another school, though it is kept', async () => {
    const path = `/api/v1/duties/in-home-visit/tasks?place=${schoolClass.id}&period=${TERM}`;
    expect((await principal.get(path)).statusCode).toBe(200);
    expect((await worker.get(path)).statusCode).toBe(403);
    expect((await stranger.get(path)).statusCode).toBe(404);
    expect((await here.nobody.get(path)).statusCode).toBe(401);
  });
});
