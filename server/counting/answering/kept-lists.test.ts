import { beforeAll, describe, expect, test } from 'vitest';
import { createStaffAccount } from '../../directory/index.ts';
import { newId } from '../../platform/index.ts';
import { importRoster } from '../../testing/import-roster.ts';
import type { Asking } from '../../testing/test-app.ts';
import type { MyDuties, MyDuty } from './shapes.ts';
import { type AnsweringScene, makeAnsweringScene } from './testing/scene.ts';

let here: AnsweringScene;
const VISIT = 'in-home-visit';

beforeAll(async () => {
  here = await makeAnsweringScene();
});

async function lineOf(asking: Asking, duty: string): Promise<MyDuty | undefined> {
  const answer = await asking.get('/api/v1/my-duties');
  expect(answer.statusCode, answer.body).toBe(200);
  return (answer.json() as MyDuties).items.find((one) => one.duty === duty);
}

const namesOf = async (asking: Asking, duty: string) =>
  (await lineOf(asking, duty))?.names.toSorted();

describe('My duties asked for again', () => {
  test('no longer name the family that was visited a moment ago', async () => {
    expect(await namesOf(here.teacher, VISIT)).toEqual(['张小雨', '李小晴', '王小风']);
    expect(await namesOf(here.teacher, VISIT)).toHaveLength(3);
    await here.tell([here.visited(here.students[0] as string)]);
    expect(await namesOf(here.teacher, VISIT)).toEqual(['李小晴', '王小风']);
  });

  test('are the same to the byte, and are not sent twice to who has them', async () => {
    const first = await here.teacher.get('/api/v1/my-duties');
    const second = await here.teacher.get('/api/v1/my-duties');
    expect(second.body).toBe(first.body);
    expect(second.headers['content-type']).toBe(first.headers['content-type']);
    const { etag } = second.headers;
    expect(etag).toBe(first.headers.etag);
    const ask = (tag: unknown) =>
      here.app.inject({
        ...{ method: 'GET', url: '/api/v1/my-duties' },
        headers: { cookie: here.teacher.cookie ?? '', 'if-none-match': String(tag) },
      });
    expect(await ask(etag)).toMatchObject({ statusCode: 304, body: '' });
    expect((await ask('"another"')).statusCode).toBe(200);
  });

  test('are no longer the principal’s once the class has a teacher', async () => {
    expect(await lineOf(here.principal, VISIT)).toMatchObject({ stands_in: true, open: 1 });
    await createStaffAccount(here.district, {
      ...{ name: '周老师', phone: '10000000077', role: 'class-teacher' },
      organisation: here.vacant.id,
    });
    expect(await lineOf(here.principal, VISIT)).toBeUndefined();
  });

  test('name bodies by what they are, in the words of the reader', async () => {
    const formed = newId();
    const parentCommittee = {
      organisation: here.school.id,
      attributes: { body: 'parent-committee' },
    };
    await here.tell([
      here.fact('body.formed', formed, parentCommittee),
      // Meetings are written down here: from now on who held none is behind.
      here.fact('body.met', newId(), { organisation: here.school.id }),
    ]);
    expect(await namesOf(here.principal, 'committee-meets')).toEqual(['第一小学家长委员会']);
    const { body } = await here.app.inject({
      ...{ method: 'GET', url: '/api/v1/my-duties' },
      headers: { cookie: here.principal.cookie ?? '', 'accept-language': 'en' },
    });
    expect(body).toContain('Parent committee, 第一小学');
    expect(await namesOf(here.principal, 'committee-meets')).toEqual(['第一小学家长委员会']);
  });

  test('do not name the place itself, however often something is asked of it', async () => {
    const { school } = here;
    const letter = (id: string) =>
      here.fact('letter.received', school.id, { attributes: { letter: id } });
    await here.tell([letter(newId()), letter(newId()), here.fact('letter.answered', newId())]);
    expect(await lineOf(here.principal, 'letter-answered')).toMatchObject({
      ...{ place_name: '第一小学', tasks: 2, open: 2, names: [] },
    });
  });

  test('name a child as the last import does, and end with the post', async () => {
    await importRoster(here.app, here.officer);
    await here.tell([]);
    const teacher = await here.as(await idOf('林小雨'));
    expect(await namesOf(teacher, VISIT)).toContain('王一诺');
    await importRoster(here.app, here.officer, (text) => text.replace(',一诺,王,', ',诺一,王,'));
    const names = await namesOf(teacher, VISIT);
    expect(names).toContain('王诺一');
    expect(names).not.toContain('王一诺');
    await importRoster(here.app, here.officer, (text) =>
      text.replace('class-3-1,org-luhu-primary,t02,', 'class-3-1,org-luhu-primary,t07,'),
    );
    expect(await lineOf(teacher, VISIT)).toBeUndefined();
  });
});

async function idOf(name: string): Promise<string> {
  return here.database.read({ person: null, reach: 'all' }, async (transaction) => {
    const { id } = await transaction
      .selectFrom('people')
      .select('id')
      .where('name', '=', name)
      .executeTakeFirstOrThrow();
    return id;
  });
}
