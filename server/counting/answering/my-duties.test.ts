import { beforeAll, describe, expect, test } from 'vitest';
import type { Asking } from '../../testing/test-app.ts';
import type { MyDuties, MyDuty } from './shapes.ts';
import { type AnsweringScene, makeAnsweringScene } from './testing/scene.ts';

let here: AnsweringScene;

beforeAll(async () => {
  here = await makeAnsweringScene();
  const [first = ''] = here.students;
  await here.tell([here.visited(first)]);
});

async function mine(asking: Asking): Promise<readonly MyDuty[]> {
  const answer = await asking.get('/api/v1/my-duties');
  expect(answer.statusCode, answer.body).toBe(200);
  return (answer.json() as MyDuties).items;
}

async function of(asking: Asking, duty: string) {
  return (await mine(asking)).filter((one) => one.duty === duty);
}

describe('My duties', () => {
  test('are a class teacher’s own class: how many families are still to visit, and which', async () => {
    const [visits, ...others] = await of(here.teacher, 'in-home-visit');
    expect(others).toEqual([]);
    expect(visits).toMatchObject({
      ...{ place: here.schoolClass.id, place_name: '一年级1班', clause: '2.3.3' },
      ...{ tasks: 3, open: 2, state: 'due', holders: 'student', stands_in: false },
      due_on: { day: '2027-01-22', amber_on: '2026-12-23', red_on: '2027-01-23' },
      period: '2026-2027-1',
    });
    expect(visits?.names.toSorted()).toEqual(['李小晴', '王小风']);
  });

  test('are nobody else’s: what principals answer for is not the teacher’s', async () => {
    expect(await of(here.teacher, 'campus-guidance')).toEqual([]);
    expect(await of(here.principal, 'campus-guidance')).toMatchObject([{ tasks: 1, open: 1 }]);
  });

  test('are the principal’s where a class has no teacher, and only there', async () => {
    expect(await of(here.principal, 'in-home-visit')).toMatchObject([
      { place: here.school.id, tasks: 1, open: 1, stands_in: true, names: [] },
    ]);
    expect(await of(here.officer, 'in-home-visit')).toEqual([]);
  });

  test('stand with the late first, then the amber, each by its due day; what is done comes last', async () => {
    here.clock.set('2026-10-28T01:00:00Z');
    const teacher = await here.as(here.staff.teacher);
    const principal = await here.as(here.staff.principal);
    const [first = '', second = '', third = ''] = here.students;
    await here.tell([here.visited(first), here.visited(second), here.visited(third)]);
    const order = (await mine(teacher)).map(({ duty, state }) => [duty, state]);
    expect(order).toEqual([
      ['service-hours', 'unrecorded'],
      ['monthly-visit', 'done'],
      ['in-home-visit', 'done'],
    ]);
    const waiting = (await mine(principal)).filter(({ state }) => state !== 'unrecorded');
    expect(waiting.map(({ duty, state }) => [duty, state])).toEqual([
      ['monthly-visit', 'amber'],
      ['in-home-visit', 'due'],
    ]);
    here.clock.set('2026-10-14T01:00:00Z');
  });

  test('are for staff alone', async () => {
    const carer = await here.as(await here.people.adult('周妈妈'));
    expect((await carer.get('/api/v1/my-duties')).statusCode).toBe(403);
    expect((await here.nobody.get('/api/v1/my-duties')).statusCode).toBe(401);
  });

  test('are none of somebody whose post answers for nothing here', async () => {
    const worker = await here.people.adult('孙干事');
    const community = await here.people.place('community', '麓湖社区');
    await here.people.post(worker, 'community-worker', community);
    expect(await mine(await here.as(worker))).toEqual([]);
  });
});
