import sharp from 'sharp';
import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Asking } from '../../testing/test-app.ts';
import { type Family, makeScene, type Scene } from '../activities/testing/scene.ts';
import {
  consent,
  holdEvent,
  makePicture,
  putUp,
  sayWhoIsOn,
  uploadTo,
} from './testing/held-event.ts';

let here: Scene;
let activity: string;
let guest: Family;
let other: Family;
let absent: Family;
let picture: Buffer;

const url = (tail: string) => `/api/v1/activities/${activity}${tail}`;
const write = (text: string, version = 0, over: object = {}, by: Asking = here.principal) =>
  by.put(url('/report'), { text, is_public: false, ...over }, { 'if-match': String(version) });
const report = async (by: Asking = here.principal) => (await by.get(url('/report'))).json();
const put = (photo: string, where: string, by: Asking = here.principal) => putUp(by, photo, where);
const say = (photo: string, students: string[], by: Asking = here.principal) =>
  sayWhoIsOn(by, photo, students);
const look = async (photo: string, by: Asking) =>
  (await by.get(`/api/v1/photos/${photo}/picture?size=small`)).statusCode;

const upload = (bytes = picture, key?: string) => uploadTo(here, activity, bytes, key);

beforeAll(async () => {
  here = await makeScene();
  picture = await makePicture();
});

beforeEach(async () => {
  ({ activity, guest, other, absent } = await holdEvent(here));
});

test('a child whom the door did not see come is on no photo', async () => {
  here.clock.set('2026-10-14T01:00:00Z');
  activity = await here.publish({ kind: 'parent-child-practice' });
  await here.signUp(guest, activity);
  await here.signUp(other, activity);
  here.clock.set('2026-10-18T06:00:00Z');
  const entered = [];
  for (const { carer } of [guest, other]) {
    const answer = await here.teacher.post(url('/check-ins'), { carer_id: carer });
    entered.push(answer.json().attendance_id);
  }
  const ticks = `/api/v1/attendances/${entered[0]}/children`;
  await here.teacher.put(ticks, { student_ids: [] }, { 'if-match': '0' });
  here.clock.set('2026-10-18T08:00:00Z');
  await here.principal.post(url('/finish'));
  const { items } = (await here.principal.get(url('/photo-children'))).json();
  expect(items.map((one: { student_id: string }) => one.student_id)).toEqual([other.student]);
  expect((await say(await upload(), [guest.student])).json().code).toBe('reports.not-there');
});

describe('a report', () => {
  test('says what was done; how many families came is counted', async () => {
    expect(await report()).toMatchObject({ text: null, version: 0, families: 2, may_edit: true });
    expect((await write('一起读了三本书。')).json()).toMatchObject({
      text: '一起读了三本书。',
      version: 1,
      families: 2,
    });
    expect((await write('一起读了四本书。', 1)).json().version).toBe(2);
    const late = await write('另一句', 1);
    expect(late.json().code).toBe('http.changed-meanwhile');
    expect((await write('第一次？')).json().code).toBe('http.changed-meanwhile');
    const without = await here.principal.put(url('/report'), { text: '好', is_public: false });
    expect(without.json().code).toBe('http.version-missing');
  });

  test('is for those who took part, and for the host; nobody else finds it', async () => {
    await write('一起读了三本书。');
    expect(await report(guest.asking)).toMatchObject({ text: '一起读了三本书。', may_edit: false });
    expect((await absent.asking.get(url('/report'))).statusCode).toBe(404);
    expect((await here.stranger.get(url('/report'))).statusCode).toBe(404);
    expect((await here.nobody.get(url('/report'))).statusCode).toBe(401);
    expect((await write('不是我的', 1, {}, here.stranger)).statusCode).toBe(404);
    expect((await write('不是我的', 1, {}, guest.asking)).statusCode).toBe(403);
  });

  test('waits until it is confirmed who came', async () => {
    here.clock.set('2026-10-14T01:00:00Z');
    activity = await here.publish();
    expect((await write('还没开始')).json().code).toBe('reports.not-confirmed-yet');
    expect(await upload()).toBe('reports.not-confirmed-yet');
  });

  test('of a public event is public when its host says so', async () => {
    const open = () => here.nobody.get(`/api/v1/public/activities/${activity}/report`);
    await write('一起读了三本书。');
    expect((await open()).statusCode).toBe(404);
    await write('一起读了三本书。', 1, { is_public: true });
    expect((await open()).json()).toMatchObject({
      title: '陪孩子走过一年级',
      families: 2,
      photos: [],
    });
  });
});

describe('what was held', () => {
  interface Listed {
    readonly activity_id: string;
    readonly photos: number;
    readonly cover: { id: string } | null;
  }
  const held = async (query = ''): Promise<{ items: Listed[]; next?: string }> =>
    (await here.nobody.get(`/api/v1/public/reports${query}`)).json();
  const mine = async () => (await held()).items.find((one) => one.activity_id === activity);

  test('anyone may read through, once the host shows it, of public events alone', async () => {
    await write('一起读了三本书。');
    expect(await mine()).toBeUndefined();
    await write('一起读了三本书。', 1, { is_public: true });
    expect(await mine()).toEqual({
      activity_id: activity,
      title: '陪孩子走过一年级',
      host_name: '第一小学',
      begins_at: '2026-10-18T06:00:00.000Z',
      place: '报告厅',
      text: '一起读了三本书。',
      photos: 0,
      cover: null,
    });
    await here.pool.query('update tianfu.activities set is_public = false where id = $1', [
      activity,
    ]);
    expect(await mine()).toBeUndefined();
  });

  test('shows a photo as long as the families consent to that', async () => {
    await write('一起读了三本书。', 0, { is_public: true });
    const [photo, plain] = [await upload(), await upload()];
    await say(photo, [guest.student]);
    await say(plain, []);
    await put(plain, 'album');
    for (const purpose of ['album', 'public']) await consent(guest, true, purpose);
    await put(photo, 'public');
    expect(await mine()).toMatchObject({ photos: 1, cover: { id: photo } });
    await consent(guest, false, 'public');
    expect(await mine()).toMatchObject({ photos: 0, cover: null });
  });

  test('is turned page by page, the latest first, or looked up by its days', async () => {
    await write('一起读了三本书。', 0, { is_public: true });
    const all = (await held('?limit=50')).items.map((one) => one.activity_id);
    const first = await held('?limit=1');
    const rest = await held(`?limit=50&cursor=${first.next}`);
    expect([...first.items, ...rest.items].map((one) => one.activity_id)).toEqual(all);
    expect(new Set(all).size).toBe(all.length);
    const on = async (from: string, to: string) =>
      (await held(`?limit=50&from=${from}&to=${to}`)).items.map((one) => one.activity_id);
    expect(await on('2026-10-18', '2026-10-18')).toContain(activity);
    expect(await on('2026-10-19', '2026-10-25')).toEqual([]);
  });
});

describe('where there is one report', () => {
  test('of an event in sessions it is the whole’s, for whoever came to any of them', async () => {
    here.clock.set('2026-10-14T01:00:00Z');
    const whole = await here.draft({ capacity: null });
    const slots = { from: '2026-10-18T01:00:00Z', until: '2026-10-18T04:00:00Z', minutes: 60 };
    const made = await here.principal.post(`/api/v1/activities/${whole}/slots`, slots);
    await here.principal.post(`/api/v1/activities/${whole}/publish`);
    const [first, second] = made.json().sessions;
    await here.signUp(guest, first.activity_id);
    await here.signUp(other, second.activity_id);
    for (const [family, session, from] of [
      [guest, first, '2026-10-18T01:00:00Z'],
      [other, second, '2026-10-18T02:00:00Z'],
    ]) {
      here.clock.set(from);
      const scan = { carer_id: family.carer };
      await here.teacher.post(`/api/v1/activities/${session.activity_id}/check-ins`, scan);
      here.clock.set(new Date(Date.parse(from) + 3_600_000).toISOString());
      await here.principal.post(`/api/v1/activities/${session.activity_id}/finish`);
    }
    here.clock.set('2026-10-18T05:00:00Z');
    await here.principal.post(`/api/v1/activities/${whole}/finish`);
    activity = second.activity_id;
    expect((await write('各组都聊了很久。')).statusCode).toBe(200);
    activity = whole;
    expect(await report()).toMatchObject({ text: '各组都聊了很久。', families: 2 });
    expect(await report(guest.asking)).toMatchObject({ activity_id: whole, families: 2 });
    expect((await absent.asking.get(url('/report'))).statusCode).toBe(404);
  });

  test('of counselling there is none: nobody is listed of it', async () => {
    here.clock.set('2026-10-14T01:00:00Z');
    activity = await here.draft({ kind: 'guidance-counselling' });
    for (const tail of ['/report', '/photo-children']) {
      expect((await here.principal.get(url(tail))).statusCode, tail).toBe(404);
    }
    expect((await write('谈了一小时。')).statusCode).toBe(404);
    expect(await upload()).toBe('http.not-found');
  });
});

describe('what anyone reads', () => {
  test('names no child, neither of those who came nor of those the host knows', async () => {
    const named = (await write('陈静的孩子 读得最好。', 0, { is_public: true })).json();
    expect(named).toMatchObject({ code: 'reports.names-a-child', status: 422 });
    expect(named.detail).toBe('写到了：陈静的孩子。');
    const known = await write('王芳的孩子没有来。', 0, { is_public: true });
    expect(known.json().detail).toBe('写到了：王芳的孩子。');
    expect((await write('陈静 的 孩 子。', 0, { is_public: true })).statusCode).toBe(422);
    expect((await write('陈静的孩子读得最好。')).statusCode).toBe(200);
    expect((await write('陈静的孩子读得最好。', 1, { is_public: true })).statusCode).toBe(422);
    expect((await write('大家都读得好。', 1, { is_public: true })).statusCode).toBe(200);
  });

  test('asked by somebody else tells nothing of names', async () => {
    const probe = await write('陈静的孩子', 0, { is_public: true }, here.stranger);
    expect(probe.statusCode).toBe(404);
  });

  test('names none below a photo either', async () => {
    const photo = await upload();
    const caption = (text: string) =>
      here.principal.patch(`/api/v1/photos/${photo}`, { caption: text });
    expect((await caption('李强的孩子在读书')).json().code).toBe('reports.names-a-child');
    expect((await caption('在读书')).statusCode).toBe(204);
    const probe = await here.stranger.patch(`/api/v1/photos/${photo}`, { caption: '李强的孩子' });
    expect(probe.statusCode).toBe(404);
  });
});

describe('a photo', () => {
  test('is the host’s alone until it is said who is seen and their families consent', async () => {
    const photo = await upload();
    expect((await put(photo, 'album')).json().code).toBe('reports.children-not-said');
    expect((await say(photo, [guest.student, other.student])).statusCode).toBe(204);
    const refused = (await put(photo, 'album')).json();
    expect(refused).toMatchObject({ code: 'reports.consent-missing' });
    expect(refused.detail).toContain('陈静的孩子');
    expect(refused.detail).toContain('李强的孩子');
    await consent(guest, true);
    expect((await put(photo, 'album')).json().detail).toBe('请问：李强的孩子。');
    await consent(other, true);
    expect(await look(photo, guest.asking)).toBe(404);
    expect((await put(photo, 'album')).statusCode).toBe(204);
    expect(await look(photo, guest.asking)).toBe(200);
    expect((await report(other.asking)).photos).toMatchObject([
      { id: photo, seen_by: 'album', desk: null },
    ]);
    expect(await look(photo, absent.asking)).toBe(404);
    expect(await look(photo, here.stranger)).toBe(404);
    expect(await look(photo, here.nobody)).toBe(401);
  });

  test('disappears with a withdrawal, at once and for everybody, and comes back with the consent', async () => {
    const photo = await upload();
    await say(photo, [guest.student]);
    await consent(guest, true);
    await put(photo, 'album');
    const father = await here.otherCarer(guest.student, '陈父');
    await consent(father, false);
    expect(await look(photo, other.asking)).toBe(404);
    expect((await report(other.asking)).photos).toEqual([]);
    expect((await report()).photos).toMatchObject([
      {
        seen_by: 'host',
        desk: { state: 'album', missing: [{ name: '陈静的孩子', consent: 'refused' }] },
      },
    ]);
    expect((await put(photo, 'album')).json().code).toBe('reports.consent-missing');
    await consent(father, true);
    expect(await look(photo, other.asking)).toBe(200);
  });

  test('is public only with every consent for that, and of a public report', async () => {
    const asAnyone = async (photo: string) =>
      (await here.nobody.get(`/api/v1/public/photos/${photo}/picture`)).statusCode;
    const photo = await upload();
    await say(photo, [guest.student]);
    await consent(guest, true);
    expect((await put(photo, 'public')).json().code).toBe('reports.consent-missing');
    await consent(guest, true, 'public');
    await put(photo, 'public');
    expect(await asAnyone(photo)).toBe(404);
    await write('一起读了三本书。', 0, { is_public: true });
    const answer = await here.nobody.get(`/api/v1/public/photos/${photo}/picture`);
    expect(answer.headers['cache-control']).toBe('private, no-store');
    expect((await sharp(answer.rawPayload).metadata()).format).toBe('jpeg');
    await consent(guest, false, 'public');
    expect(await asAnyone(photo)).toBe(404);
    expect(await look(photo, other.asking)).toBe(200);
  });

  test('whose children are said anew is put up anew', async () => {
    const photo = await upload();
    await say(photo, []);
    expect((await put(photo, 'album')).statusCode).toBe(204);
    await say(photo, [other.student]);
    expect(await look(photo, guest.asking)).toBe(404);
    expect((await report()).photos[0].desk.state).toBe('kept');
  });

  test('shows children who were there, and is changed by its host alone', async () => {
    const photo = await upload();
    expect((await say(photo, [absent.student])).json().code).toBe('reports.not-there');
    expect((await say(photo, [], here.stranger)).statusCode).toBe(404);
    expect((await say(photo, [], guest.asking)).statusCode).toBe(403);
    expect((await put(photo, 'album', here.stranger)).statusCode).toBe(404);
    expect((await here.stranger.delete(`/api/v1/photos/${photo}`)).statusCode).toBe(404);
    const { items } = (await here.principal.get(url('/photo-children'))).json();
    expect(items.map((one: { name: string }) => one.name)).toEqual(['陈静的孩子', '李强的孩子']);
    expect((await here.stranger.get(url('/photo-children'))).statusCode).toBe(404);
  });

  test('that a community uploads hides the names of children and asks for them all the same', async () => {
    const worker = await here.people.adult('街道小陈');
    await here.people.post(worker, 'subdistrict-worker', here.people.top);
    const asking = await here.as(worker);
    const photo = await upload();
    const { items } = (await asking.get(url('/photo-children'))).json();
    expect(items).toMatchObject([
      { name: null, carer_name: '陈静' },
      { name: null, carer_name: '李强' },
    ]);
    expect((await say(photo, [guest.student], asking)).statusCode).toBe(204);
    expect((await put(photo, 'album', asking)).json().detail).toBe('请问：陈静的孩子。');
  });

  test('sent again with the same key is one photo; what is none is refused; removed it is gone', async () => {
    const key = crypto.randomUUID();
    const [first, again] = [await upload(picture, key), await upload(picture, key)];
    expect(again).toBe(first);
    expect((await report()).photos).toHaveLength(1);
    expect(await upload(Buffer.from('<svg/>'))).toBe('pictures.unreadable');
    expect(await upload(Buffer.alloc(15 * 1024 * 1024 + 1))).toBe('pictures.too-large');
    expect(await look(first, here.principal)).toBe(200);
    expect((await here.principal.delete(`/api/v1/photos/${first}`)).statusCode).toBe(204);
    expect(await look(first, here.principal)).toBe(404);
    expect(await here.district.files.get(`photos/${first}-large.jpg`)).toBeUndefined();
  });
});

describe('consent', () => {
  test('is the family’s: each carer sees what each said, and nobody else may say anything', async () => {
    expect((await consent(guest, true)).json().items[0]).toMatchObject({
      purpose: 'album',
      state: 'given',
      mine: true,
      decisions: [{ carer_name: '陈静', is_given: true }],
    });
    const father = await here.otherCarer(guest.student, '陈父');
    const asked = `/api/v1/students/${guest.student}/picture-consents`;
    expect((await father.asking.get(asked)).json().items[0]).toMatchObject({
      state: 'given',
      mine: null,
    });
    expect((await other.asking.get(asked)).statusCode).toBe(404);
    expect((await here.principal.get(asked)).statusCode).toBe(403);
    const body = { purpose: 'album', is_given: false };
    expect((await other.asking.put(asked, body)).statusCode).toBe(404);
  });
});
