import readXlsx from 'read-excel-file/node';
import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { settleDistrict } from '../../background.ts';
import { type Family, makeScene, type Scene } from './testing/scene.ts';

let here: Scene;
let activity: string;
let guest: Family;
let absent: Family;

const url = (tail: string) => `/api/v1/activities/${activity}${tail}`;
const scan = ({ carer }: Family) => here.teacher.post(url('/check-ins'), { carer_id: carer });
const name = (
  person: string,
  part: string,
  by: 'principal' | 'teacher' | 'stranger' = 'principal',
) => here[by].post(url('/helpers'), { person_id: person, part });
const presence = (
  { carer }: Family,
  over: object = {},
  by: 'principal' | 'teacher' | 'stranger' = 'principal',
) => here[by].post(url('/presences'), { carer_id: carer, reason: '签到漏登', ...over });
const finish = () => here.principal.post(url('/finish'));
const facts = async ({ carer }: Family) =>
  (await here.factsAbout(carer)).map(({ kind, quantity }) => `${kind} ${quantity}`);
const exceptions = async () => (await here.principal.get(url('/exceptions'))).json();
const balance = async ({ carer }: Family) => {
  await settleDistrict(here.district);
  const { rows } = await here.pool.query('select amount from tianfu.balances where carer_id = $1', [
    carer,
  ]);
  return rows[0]?.amount ?? 0;
};

beforeAll(async () => {
  here = await makeScene();
});

beforeEach(async () => {
  here.clock.set('2026-10-14T01:00:00Z');
  activity = await here.publish();
  [guest, absent] = [await here.family('陈静'), await here.family('李强')];
  for (const family of [guest, absent]) await here.signUp(family, activity);
  here.clock.set('2026-10-18T06:00:00Z');
  await scan(guest);
  here.clock.set('2026-10-18T07:30:00Z');
});

describe('before confirming', () => {
  test('the host sees who was not seen and who was not seen to leave, and what is beyond question', async () => {
    expect(await exceptions()).toMatchObject({
      came: 1,
      unquestioned: 0,
      items: [
        { code: 'not-seen', carer_name: '李强', children: ['李强的孩子'], attendance_id: null },
        { code: 'no-exit', carer_name: '陈静', minutes: null },
      ],
    });
    const answer = await here.principal.get(url('/exceptions/sheet'));
    const [sheet] = await readXlsx(answer.rawPayload);
    expect(sheet?.data.map((row) => row[0])).toEqual(['情况', '报了名没有来', '没有签退']);
  });

  test('who was there after all is written down with the reason, once, and counts', async () => {
    expect((await presence(absent)).statusCode).toBe(201);
    expect(await facts(absent)).toEqual(['activity.attended 90']);
    expect((await presence(absent)).json().code).toBe('activities.here-already');
    expect((await exceptions()).items).toMatchObject([
      { code: 'no-exit' },
      { code: 'by-hand', note: '签到漏登' },
    ]);
    const third = await here.family('王芳');
    expect((await presence(third)).json().code).toBe('activities.neither-signed-up-nor-named');
    await here.signUp(third, activity);
  });

  test('that is a correction: not for class teachers, not for other schools, not before it begins', async () => {
    expect((await presence(absent, {}, 'teacher')).statusCode).not.toBe(201);
    expect((await presence(absent, {}, 'stranger')).statusCode).toBe(404);
    expect((await here.stranger.get(url('/exceptions'))).statusCode).toBe(404);
    expect((await guest.asking.get(url('/exceptions'))).statusCode).toBe(403);
    here.clock.set('2026-10-18T05:00:00Z');
    expect((await presence(absent)).json().code).toBe('activities.not-begun-yet');
  });
});

test('who confirmed, and when, stands with the event', async () => {
  expect((await finish()).json().desk).toMatchObject({
    finished_by: '周校长',
    finished_at: '2026-10-18T07:30:00.000Z',
  });
  expect((await guest.asking.get(url(''))).json().desk).toBeNull();
});

describe('a helper', () => {
  test('who was scanned as a guest states the helper’s fact instead of the guest’s', async () => {
    await scan(guest);
    expect(await facts(guest)).toEqual(['activity.attended 90']);
    await name(guest.carer, 'volunteer');
    expect(await facts(guest)).toEqual([
      'activity.attended 90',
      'activity.attended -90',
      'activity.volunteered 90',
    ]);
    await finish();
    expect(await facts(guest)).toHaveLength(3);
    expect(await balance(guest)).toBe(150);
  });

  test('named before the event gets the part when it is confirmed, and is thanked with a card', async () => {
    await name(guest.carer, 'speaker');
    expect((await guest.asking.get(url('/my-thanks'))).statusCode).toBe(404);
    await finish();
    expect(await facts(guest)).toEqual(['activity.spoke 1']);
    expect(await balance(guest)).toBe(200);
    const [told] = (await guest.asking.get('/api/v1/notices')).json().items;
    expect(told).toMatchObject({ kind: 'thanked' });
    expect(told.text.zh).toContain('感谢卡');
    const card = await guest.asking.get(url('/my-thanks'));
    expect(card.json()).toMatchObject({ name: '陈静', part: 'speaker', host_name: '第一小学' });
    expect((await guest.asking.get(url(''))).json()).toMatchObject({
      is_thanked: true,
      came_as: 'speaker',
    });
    expect((await absent.asking.get(url('/my-thanks'))).statusCode).toBe(404);
    expect((await absent.asking.get('/api/v1/notices')).json().items).toEqual([]);
  });

  test('without a registration is written down by the host, and taken back by a correction', async () => {
    const speaker = await here.family('赵老师');
    await name(speaker.carer, 'speaker');
    expect((await exceptions()).items[0]).toMatchObject({
      code: 'helper-not-seen',
      carer_name: '赵老师',
    });
    const made = await presence(speaker, { reason: '按协助人登记' });
    await finish();
    expect(await facts(speaker)).toEqual(['activity.spoke 1']);
    expect((await speaker.asking.get(url(''))).json().is_thanked).toBe(true);
    const correction = { minutes: 0, reason: '没有来。' };
    const { attendance_id } = made.json();
    await here.principal.post(`/api/v1/attendances/${attendance_id}/corrections`, correction);
    expect(await facts(speaker)).toEqual(['activity.spoke 1', 'activity.spoke -1']);
    expect(await balance(speaker)).toBe(0);
    expect((await speaker.asking.get(url('/my-thanks'))).statusCode).toBe(404);
  });

  test('who did not come earns nothing, and may be taken off the list until they came', async () => {
    const speaker = await here.family('钱老师');
    await name(speaker.carer, 'speaker');
    expect((await here.principal.delete(url(`/helpers/${speaker.carer}`))).statusCode).toBe(204);
    expect((await here.principal.delete(url(`/helpers/${speaker.carer}`))).statusCode).toBe(404);
    await name(guest.carer, 'speaker');
    const kept = await here.principal.delete(url(`/helpers/${guest.carer}`));
    expect(kept.json().code).toBe('activities.came-as-helper');
    await finish();
    expect(await facts(speaker)).toEqual([]);
  });

  test('plays a part that the kind has, and is somebody whom the host knows', async () => {
    const meeting = await here.draft({ kind: 'guidance-counselling' });
    const asked = { person_id: guest.carer, part: 'speaker' };
    const answer = await here.principal.post(`/api/v1/activities/${meeting}/helpers`, asked);
    expect(answer.json().code).toBe('activities.role-unknown');
    const unknown = await here.people.adult('路人');
    expect((await name(unknown, 'volunteer')).json().code).toBe('activities.helper-out-of-reach');
    expect((await name(unknown, 'door')).json().code).toBe('activities.helper-out-of-reach');
    expect((await name(guest.carer, 'volunteer', 'stranger')).statusCode).toBe(404);
    expect((await name(here.principalId, 'door')).json().items).toMatchObject([
      { name: '周校长', part: 'door', attendance_id: null },
    ]);
    const [sheet] = await readXlsx((await here.principal.get(url('/helpers/sheet'))).rawPayload);
    expect(sheet?.data).toEqual([
      ['姓名', '分工', '计入分钟'],
      ['周校长', '签到台', null],
    ]);
  });

  test('named after the end is a correction, for whom may correct', async () => {
    await finish();
    expect((await name(guest.carer, 'volunteer', 'teacher')).statusCode).not.toBe(201);
    await name(guest.carer, 'volunteer');
    expect(await balance(guest)).toBe(150);
    expect(await facts(guest)).toContain('activity.volunteered 90');
  });
});
