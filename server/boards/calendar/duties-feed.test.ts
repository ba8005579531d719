import ICAL from 'ical.js';
import { beforeAll, describe, expect, test } from 'vitest';
import { enrolled, fact, opened, tellDuties } from '../../counting/duties/testing/told-facts.ts';
import { forgetWho } from '../../directory/index.ts';
import type { FactStatement } from '../../facts/index.ts';
import { type Asking, makeTestApp, type TestApp } from '../../testing/test-app.ts';
import type { Place } from '../../testing/test-people.ts';

let here: TestApp;
let schoolClass: Place;
let children: string[];
let teacher: Asking;
let teacherId: string;

beforeAll(async () => {
  here = await makeTestApp();
  const { people } = here;
  const { school, schoolClass: own } = await people.school('第一小学');
  schoolClass = own;
  children = [await people.student('张小雨', own), await people.student('李小晴', own)];
  teacherId = await people.adult('陈老师');
  await people.post(teacherId, 'class-teacher', own);
  await tell([
    ...[people.top, school, own].map(opened),
    ...children.map((child) => enrolled(child, own)),
    made(children[0] ?? '', 'in-home'),
  ]);
  teacher = await here.as(teacherId);
});

function made(student: string, form: string): FactStatement {
  return fact('visit.made', student, { organisation: schoolClass.id, attributes: { form } });
}

const tell = (facts: readonly FactStatement[]) => tellDuties(here.district, facts);

async function newAddress(): Promise<string> {
  const answer = await teacher.post('/api/v1/me/duties-address', {});
  expect(answer.statusCode).toBe(201);
  return new URL(answer.json().address).pathname;
}

/** What a parser reads of the visits in homes. */
function visits(text: string) {
  return new ICAL.Component(ICAL.parse(text))
    .getAllSubcomponents('vevent')
    .filter((one) => String(one.getFirstPropertyValue('uid')).startsWith('in-home-visit-'))
    .map((one) => ({
      summary: one.getFirstPropertyValue('summary'),
      day: String(one.getFirstPropertyValue('dtstart')),
      reminds: String(one.getFirstSubcomponent('valarm')?.getFirstPropertyValue('trigger') ?? ''),
    }));
}

describe('The duties that a class teacher answers for, in the own calendar', () => {
  test('stand on the day on which they fall due, say how many are left, and name nobody', async () => {
    const { body, headers } = await here.nobody.get(await newAddress());
    expect(headers['content-type']).toBe('text/calendar; charset=utf-8');
    const [one, ...others] = visits(body);
    expect(others).toEqual([]);
    expect(one).toMatchObject({ day: '2027-01-22', reminds: '-P3D' });
    expect(one?.summary).toMatch(/还有 1\/2$/);
    for (const name of ['张小雨', '李小晴', ...children]) expect(body).not.toContain(name);
    for (const line of body.split('\r\n')) expect(Buffer.byteLength(line)).toBeLessThan(76);
  });

  test('are not sent again while nothing has changed; done, they bear a tick and remind of nothing', async () => {
    const path = await newAddress();
    const { headers } = await here.nobody.get(path);
    const ask = () =>
      here.app.inject({ url: path, headers: { 'if-none-match': String(headers.etag) } });
    expect((await ask()).statusCode).toBe(304);
    await tell([made(children[1] ?? '', 'in-home')]);
    const after = await ask();
    expect(after.statusCode).toBe(200);
    const [one] = visits(after.body);
    expect(one?.summary).toMatch(/^✓ /);
    expect(one).toMatchObject({ day: '2027-01-22', reminds: '' });
  });

  test('are opened by their own address alone, and are none once the post has ended', async () => {
    const path = await newAddress();
    const token = path.split('/').at(-1);
    expect((await here.nobody.get(`/api/v1/feeds/hosting/${token}`)).statusCode).toBe(404);
    const endPost = 'update tianfu.posts set ended_on = $1, began_on = $1 where person_id = $2';
    await here.pool.query(endPost, ['2026-10-01', teacherId]);
    forgetWho(here.district.database, teacherId);
    expect(visits((await here.nobody.get(path)).body)).toEqual([]);
  });
});
