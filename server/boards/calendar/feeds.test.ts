import ICAL from 'ical.js';
import { sync as nodeIcal } from 'node-ical';
import { beforeAll, describe, expect, test } from 'vitest';
import { forgetWho } from '../../directory/index.ts';
import { type Family, makeScene, type Scene } from '../../records/activities/testing/scene.ts';

let here: Scene;
let family: Family;

beforeAll(async () => {
  here = await makeScene();
  family = await here.family('陈梅');
});

/** What two parsers that do not know each other read of a calendar; they must agree. */
function read(text: string) {
  const byIcalJs = new ICAL.Component(ICAL.parse(text)).getAllSubcomponents('vevent').map((one) => {
    const event = new ICAL.Event(one);
    return {
      uid: event.uid,
      summary: event.summary,
      location: event.location,
      begins: event.startDate.toJSDate().toISOString(),
      zone: event.startDate.zone?.tzid,
      ends: event.endDate.toJSDate().toISOString(),
      sequence: event.sequence,
      status: one.getFirstPropertyValue('status'),
    };
  });
  const byNodeIcal = Object.values(nodeIcal.parseICS(text)).flatMap((one) =>
    one?.type === 'VEVENT' ? [one] : [],
  );
  expect(
    byNodeIcal.map(({ uid, summary, start, end, sequence, status }) => ({
      uid,
      summary,
      begins: start.toISOString(),
      ends: end?.toISOString(),
      sequence: Number(sequence),
      status,
    })),
  ).toEqual(byIcalJs.map(({ location: _, zone: __, ...rest }) => rest));
  return byIcalJs;
}

const pathOf = (address: string) => new URL(address).pathname;

async function myAddress({ asking }: Family): Promise<string> {
  const answer = await asking.post('/api/v1/me/calendar-address', {});
  expect(answer.statusCode).toBe(201);
  return pathOf(answer.json().address);
}

async function feed(path: string) {
  const answer = await here.nobody.get(path);
  expect([answer.statusCode, answer.headers['content-type']]).toEqual([
    200,
    'text/calendar; charset=utf-8',
  ]);
  return read(answer.body);
}

describe('a carer’s calendar', () => {
  test('holds what the family signed up for, in China’s time, and follows each change', async () => {
    const id = await here.publish({ title: '陪孩子，走过一年级；第一讲' });
    await here.publish({ title: '没有报名的活动' });
    await here.signUp(family, id);
    const path = await myAddress(family);
    const first = await feed(path);
    expect(first).toEqual([
      {
        uid: `${id}@tianfu.gongyu`,
        summary: '陪孩子，走过一年级；第一讲',
        location: '第一小学 报告厅',
        begins: '2026-10-18T06:00:00.000Z',
        ends: '2026-10-18T07:30:00.000Z',
        zone: 'Asia/Shanghai',
        sequence: first[0]?.sequence,
        status: 'CONFIRMED',
      },
    ]);

    const cancelled = await here.principal.post(`/api/v1/activities/${id}/cancel`, {
      reason: '场地停电',
    });
    expect(cancelled.statusCode).toBeLessThan(300);
    const [after] = await feed(path);
    expect(after).toMatchObject({ uid: `${id}@tianfu.gongyu`, status: 'CANCELLED' });
    expect(after?.sequence).toBeGreaterThan(first[0]?.sequence ?? 0);
  });

  test('says what is only waited for, and drops what was given up', async () => {
    const full = await here.publish({ title: '只有一席', capacity: 1 });
    await here.signUp(await here.family('先来'), full);
    const late = await here.family('后到');
    const { id: registration } = await here.signUp(late, full);
    const path = await myAddress(late);
    expect(await feed(path)).toMatchObject([{ summary: '（候补）只有一席', status: 'TENTATIVE' }]);
    await late.asking.delete(`/api/v1/activities/${full}/registrations/${registration}`);
    expect(await feed(path)).toEqual([]);
  });

  test('names no child', async () => {
    const one = await here.family('刘芳');
    await here.signUp(one, await here.publish());
    const { body } = await here.nobody.get(await myAddress(one));
    const { rows } = await here.pool.query('select name from tianfu.students where id = $1', [
      one.student,
    ]);
    expect(body).not.toContain(rows[0].name);
    expect(body).not.toContain(one.student);
  });

  test('is opened by its address alone; a new address ends the old one, and ending it ends all', async () => {
    const one = await here.family('何静');
    const state = async () => (await one.asking.get('/api/v1/me/calendar-address')).json();
    expect(await state()).toEqual({ made_at: null, last_used_on: null });
    const first = await myAddress(one);
    expect(await state()).toEqual({ made_at: '2026-10-14T01:00:00.000Z', last_used_on: null });
    await feed(first);
    expect(await state()).toMatchObject({ last_used_on: '2026-10-14' });
    const second = await myAddress(one);
    expect((await here.nobody.get(first)).statusCode).toBe(404);
    await feed(second);
    expect((await one.asking.delete('/api/v1/me/calendar-address')).statusCode).toBe(204);
    expect((await here.nobody.get(second)).statusCode).toBe(404);
    const guess = `/api/v1/feeds/mine/${'A'.repeat(43)}.ics`;
    expect((await here.nobody.get(guess)).statusCode).toBe(404);
    expect((await here.nobody.get('/api/v1/feeds/mine/short.ics')).statusCode).toBe(400);
  });

  test('keeps the secret part as a hash', async () => {
    const path = await myAddress(await here.family('谢敏'));
    const token = path.slice('/api/v1/feeds/mine/'.length, -'.ics'.length);
    const { rows } = await here.pool.query(
      'select secret_addresses::text as row from tianfu.secret_addresses',
    );
    expect(rows.some(({ row }) => row.includes(token))).toBe(false);
  });
});

describe('the public calendar', () => {
  test('has what anyone may come to, by the school or whole, and no draft', async () => {
    const title = '社区开放日';
    const open = await here.publish({ title, is_public: true });
    await here.draft({ title: '还没定的开放日', is_public: true });
    const dropped = await here.draft({ title: '没有成的开放日', is_public: true });
    await here.principal.post(`/api/v1/activities/${dropped}/cancel`, { reason: '不办了' });
    const ofSchool = await feed(`/api/v1/feeds/organisations/${here.school.id}.ics`);
    expect(ofSchool).toMatchObject([{ uid: `${open}@tianfu.gongyu`, summary: title }]);
    expect(await feed('/api/v1/feeds/public.ics')).toEqual(ofSchool);
    expect(await feed(`/api/v1/feeds/organisations/${here.strangerSchool.id}.ics`)).toEqual([]);
    const unknown = '/api/v1/feeds/organisations/00000000-0000-7000-8000-000000000000.ics';
    expect((await here.nobody.get(unknown)).statusCode).toBe(404);
  });
});

describe('a feed that was read before', () => {
  const ask = (path: string, tag: unknown) =>
    here.app.inject({ url: path, headers: { 'if-none-match': String(tag) } });

  test('is not sent again while nothing in it has changed', async () => {
    const one = await here.family('段宁');
    const path = await myAddress(one);
    const first = await here.nobody.get(path);
    expect(first.headers.etag).toMatch(/^W\/"[\w-]{22}"$/);
    const again = await ask(path, first.headers.etag);
    expect([again.statusCode, again.body]).toEqual([304, '']);
    expect(again.headers.etag).toBe(first.headers.etag);
    expect((await ask(path, '"another", *')).statusCode).toBe(304);
    expect((await ask(path, '"another"')).statusCode).toBe(200);
  });

  test('is sent again for a sign-up, a change, a place given up', async () => {
    const one = await here.family('姚兰');
    const path = await myAddress(one);
    const id = await here.publish({ title: '会变的讲座', is_public: true });
    const publicPath = '/api/v1/feeds/public.ics';
    let [mine, everyones] = [await here.nobody.get(path), await here.nobody.get(publicPath)];
    const { id: registration } = await here.signUp(one, id);
    const signedUp = await ask(path, mine.headers.etag);
    expect([signedUp.statusCode, signedUp.headers['last-modified']]).toEqual([
      200,
      new Date(here.clock()).toUTCString(),
    ]);
    mine = signedUp;
    await here.principal.post(`/api/v1/activities/${id}/cancel`, { reason: '场地停电' });
    mine = await ask(path, mine.headers.etag);
    expect(mine.statusCode).toBe(200);
    everyones = await ask(publicPath, everyones.headers.etag);
    expect(everyones.statusCode).toBe(200);
    await here.pool.query(
      'update tianfu.registration_carers set left_at = now() where registration_id = $1',
      [registration],
    );
    expect((await ask(path, mine.headers.etag)).statusCode).toBe(200);
    expect((await ask(publicPath, everyones.headers.etag)).statusCode).toBe(304);
  });
});

test('one activity is a file of its own for the family that signed up, with a reminder', async () => {
  const id = await here.publish({ title: '单独一场' });
  const path = `/api/v1/carer/registrations/${id}.ics`;
  expect((await family.asking.get(path)).statusCode).toBe(404);
  await here.signUp(family, id);
  const { body, headers } = await family.asking.get(path);
  expect(headers['content-disposition']).toContain('gongyu.ics');
  expect(read(body)).toMatchObject([{ uid: `${id}@tianfu.gongyu`, summary: '单独一场' }]);
  const alarm = new ICAL.Component(ICAL.parse(body))
    .getFirstSubcomponent('vevent')
    ?.getFirstSubcomponent('valarm');
  expect(String(alarm?.getFirstPropertyValue('trigger'))).toBe('-PT60M');
  expect((await here.nobody.get(path)).statusCode).toBe(401);
});

describe('a host’s calendar', () => {
  const hostingAddress = async (by: 'principal' | 'stranger'): Promise<string> => {
    const answer = await here[by].post('/api/v1/me/hosting-address', {});
    expect(answer.statusCode).toBe(201);
    return pathOf(answer.json().address);
  };

  test('has what the own school holds, for families alone too; no draft and nothing of other schools', async () => {
    const own = await here.publish({ title: '只给本校家庭的讲座' });
    const draft = await here.draft({ title: '还没定的讲座' });
    const uids = (await feed(await hostingAddress('principal'))).map(({ uid }) => uid);
    expect(uids).toContain(`${own}@tianfu.gongyu`);
    expect(uids).not.toContain(`${draft}@tianfu.gongyu`);
    expect(await feed(await hostingAddress('stranger'))).toEqual([]);
  });

  test('is no carer’s to have, and a carer’s address opens no host’s calendar', async () => {
    const refused = await family.asking.post('/api/v1/me/hosting-address', {});
    expect(refused.statusCode).toBe(403);
    const token = (await myAddress(family)).split('/').at(-1);
    expect((await here.nobody.get(`/api/v1/feeds/hosting/${token}`)).statusCode).toBe(404);
  });

  test('is empty for whoever works there no more', async () => {
    const path = await hostingAddress('principal');
    expect((await feed(path)).length).toBeGreaterThan(0);
    const { person } = (await here.principal.get('/api/v1/me')).json();
    const endPost = 'update tianfu.posts set ended_on = $1, began_on = $1 where person_id = $2';
    await here.pool.query(endPost, ['2026-10-01', person.id]);
    forgetWho(here.district.database, person.id);
    expect(await feed(path)).toEqual([]);
  });
});
