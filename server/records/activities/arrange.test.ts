import readXlsx from 'read-excel-file/node';
import { beforeAll, describe, expect, test } from 'vitest';
import { makeScene, type Scene } from './testing/scene.ts';

let here: Scene;
beforeAll(async () => {
  here = await makeScene();
});

const url = (id: string, rest = '') => `/api/v1/activities/${id}${rest}`;
const make = (over: object) =>
  here.principal.post('/api/v1/activities', {
    host_id: here.school.id,
    kind: 'guidance-lecture',
    title: '讲座',
    place: '礼堂',
    begins_at: '2026-10-18T06:00:00Z',
    ends_at: '2026-10-18T07:30:00Z',
    ...over,
  });

describe('making an activity is refused', () => {
  test.each([
    ['for a kind that the plan does not have', { kind: 'gala' }, 'activities.kind-unknown'],
    [
      'for a kind that a school does not host',
      { kind: 'grand-classroom-course' },
      'activities.host-may-not',
    ],
    [
      'for a stage that the plan does not have',
      { stages: ['university'] },
      'activities.stage-unknown',
    ],
    ['that ends before it begins', { ends_at: '2026-10-18T05:00:00Z' }, 'http.bad-request'],
    ['that lasts longer than a day', { ends_at: '2026-10-20T05:00:00Z' }, 'http.bad-request'],
    [
      'whose sign-up closes after its end',
      { registration_closes_at: '2026-10-19T00:00:00Z' },
      'http.bad-request',
    ],
    [
      'whose sign-up opens after it closes',
      { registration_opens_at: '2026-10-18T07:00:00Z' },
      'http.bad-request',
    ],
    ['with a link that is none', { online_link: 'javascript:alert(1)' }, 'http.bad-request'],
    ['with a field that nobody knows', { price: 10 }, 'http.bad-request'],
  ])('%s', async (_sentence, over, code) => {
    expect((await make(over)).json().code).toBe(code);
  });

  test('for families outside the host’s area, and for a host out of reach', async () => {
    const outside = await make({ audience_ids: [here.strangerSchool.id] });
    expect(outside.json().code).toBe('activities.audience-out-of-reach');
    expect((await make({ host_id: here.strangerSchool.id })).statusCode).toBe(404);
    const carer = (await here.family('家长')).asking;
    expect((await carer.post('/api/v1/activities', {})).statusCode).toBe(403);
  });
});

test('a class teacher invites the own class in the name of the school', async () => {
  const body = {
    host_id: here.schoolClass.id,
    kind: 'parents-meeting',
    title: '班级家长会',
    place: '教室',
    begins_at: '2026-10-18T06:00:00Z',
    ends_at: '2026-10-18T07:30:00Z',
  };
  const made = await here.teacher.post('/api/v1/activities', body);
  expect(made.json()).toMatchObject({
    state: 'draft',
    audience: '一年级1班',
    host_name: '一年级1班',
  });
  const whole = await here.teacher.post('/api/v1/activities', { ...body, host_id: here.school.id });
  expect(whole.statusCode).toBe(404);
});

test('a community invites the families of its subdistrict', async () => {
  const subdistrict = await here.people.place('subdistrict', '华阳街道');
  const community = await here.people.place('community', '正西社区', subdistrict);
  const worker = await here.people.adult('社区小刘');
  await here.people.post(worker, 'community-worker', community);
  const made = await (await here.as(worker)).post('/api/v1/activities', {
    host_id: community.id,
    kind: 'parent-child-practice',
    title: '亲子种植',
    place: '社区花园',
    begins_at: '2026-10-18T06:00:00Z',
    ends_at: '2026-10-18T07:30:00Z',
  });
  expect(made.json()).toMatchObject({ audience: '华阳街道' });
});

test('a retried creation makes one activity', async () => {
  const body = {
    host_id: here.school.id,
    kind: 'guidance-salon',
    title: '只此一次',
    place: '图书馆',
    begins_at: '2026-10-18T06:00:00Z',
    ends_at: '2026-10-18T07:30:00Z',
  };
  const headers = { 'idempotency-key': 'retry-me-once' };
  const first = await here.principal.post('/api/v1/activities', body, headers);
  const again = await here.principal.post('/api/v1/activities', body, headers);
  expect(again.json().activity_id).toBe(first.json().activity_id);
});

describe('changing an activity', () => {
  const change = (id: string, body: object, version?: number) =>
    here.principal.patch(
      url(id),
      body,
      version === undefined ? {} : { 'if-match': `"${version}"` },
    );

  test('asks for the version that was read', async () => {
    const id = await here.draft();
    expect((await change(id, { title: '新题目' })).statusCode).toBe(428);
    const changed = await change(id, { title: '新题目' }, 1);
    expect(changed.headers.etag).toBe('"2"');
    expect((await change(id, { title: '别人的题目' }, 1)).json().code).toBe(
      'http.changed-meanwhile',
    );
  });

  test('tells those registered of another time or place, but not of a better title', async () => {
    const id = await here.publish();
    const family = await here.family('金梅');
    await here.signUp(family, id);
    await change(id, { title: '更好的题目' }, 2);
    expect((await family.asking.get('/api/v1/notices')).json().items).toEqual([]);
    await change(id, { place: '体育馆' }, 3);
    const [told] = (await family.asking.get('/api/v1/notices')).json().items;
    expect(told.text.zh).toContain('体育馆');
    const stranger = await here.family('别人');
    const read = await stranger.asking.post(`/api/v1/notices/${told.id}/read`);
    expect(read.statusCode).toBe(404);
  });

  test('keeps its kind once families have seen it', async () => {
    const draft = await here.draft();
    expect((await change(draft, { kind: 'guidance-salon' }, 1)).statusCode).toBe(200);
    const id = await here.publish();
    const answer = await change(id, { kind: 'guidance-salon' }, 2);
    expect(answer.json().code).toBe('activities.kind-is-fixed');
  });

  test('checks times and audience as at the beginning', async () => {
    const id = await here.draft();
    expect((await change(id, { ends_at: '2026-10-18T05:00:00Z' }, 1)).statusCode).toBe(400);
    const outside = await change(id, { audience_ids: [here.strangerSchool.id] }, 1);
    expect(outside.json().code).toBe('activities.audience-out-of-reach');
  });
});

test('calling off tells everybody why, those who wait too', async () => {
  const id = await here.publish({ capacity: 1 });
  const families = [await here.family('魏来'), await here.family('魏去')];
  for (const family of families) await here.signUp(family, id);
  const answer = await here.principal.post(url(id, '/cancel'), { reason: '讲师生病了。' });
  expect(answer.json()).toMatchObject({ state: 'cancelled', cancel_reason: '讲师生病了。' });
  for (const { asking } of families) {
    const [told] = (await asking.get('/api/v1/notices')).json().items;
    expect(told.text.zh).toContain('讲师生病了。');
  }
});

describe('lists', () => {
  test('of the desk hold what the own hosts arranged, page by page, and nothing of others', async () => {
    const ids = [];
    for (const hour of ['01', '02', '03']) {
      ids.push(
        await here.draft({
          title: `分页 ${hour}`,
          begins_at: `2026-11-01T${hour}:00:00Z`,
          ends_at: `2026-11-01T${hour}:30:00Z`,
        }),
      );
    }
    const asked = '/api/v1/activities?q=分页&limit=2&from=2026-11-01&to=2026-11-01&state=draft';
    const first = (await here.principal.get(asked)).json();
    const second = (await here.principal.get(`${asked}&cursor=${first.next}`)).json();
    const shown = [...first.items, ...second.items].map((one) => one.activity_id);
    expect(shown).toEqual(ids.toReversed());
    expect(second.next).toBeUndefined();
    expect((await here.stranger.get(asked)).json().items).toEqual([]);
    const asThem = await here.stranger.get(`/api/v1/activities?host=${here.school.id}`);
    expect(asThem.statusCode).toBe(404);
  });

  test('of those registered are found by name, pinyin and initials, and not by other schools', async () => {
    const id = await here.publish();
    for (const name of ['赵敏', '钱多']) await here.signUp(await here.family(name), id);
    const found = async (q: string) =>
      (await here.teacher.get(url(id, `/registrations?q=${q}`)))
        .json()
        .items.map((one: { carers: { name: string }[] }) => one.carers[0]?.name);
    expect(await found('赵')).toEqual(['赵敏']);
    expect(await found('qianduo')).toEqual(['钱多']);
    expect(await found('qd')).toEqual(['钱多']);
    expect((await here.stranger.get(url(id, '/registrations'))).statusCode).toBe(404);
    expect((await here.stranger.get(url(id))).statusCode).toBe(404);
  });

  test('of those registered hide the names of children from who may not see them', async () => {
    const worker = await here.people.adult('街道小陈');
    await here.people.post(worker, 'subdistrict-worker', here.people.top);
    const id = await here.publish();
    await here.signUp(await here.family('孙俪'), id);
    const [row] = (await (await here.as(worker)).get(url(id, '/registrations'))).json().items;
    expect(row).toMatchObject({ carers: [{ name: '孙俪' }], students: [{ name: null }] });
  });

  test('leave as a spreadsheet in which nothing is a formula', async () => {
    const id = await here.publish();
    await here.signUp(await here.family('=1+1'), id);
    const answer = await here.principal.get(url(id, '/registrations/sheet'));
    const [sheet] = await readXlsx(answer.rawPayload);
    expect(sheet?.data[0]).toContain('签到');
    expect(sheet?.data[1]?.[0]).toBe(`'=1+1`);
  });

  test('for the public show what is marked so, and no link to join', async () => {
    const id = await here.publish({ is_public: true, online_link: 'https://example.org/join' });
    await here.publish();
    const { items } = (await here.nobody.get('/api/v1/public/activities')).json();
    expect(items.map((one: { activity_id: string }) => one.activity_id)).toEqual([id]);
    expect(JSON.stringify(items)).not.toContain('example.org');
    const kinds = (await here.nobody.get('/api/v1/activity-kinds')).json().items;
    expect(kinds[0]).toMatchObject({ id: 'guidance-lecture', counts_as: 'guidance' });
  });

  test('the link to join is for those who have a place', async () => {
    const id = await here.publish({ online_link: 'https://example.org/join' });
    const family = await here.family('线上');
    expect((await family.asking.get(url(id))).json().online_link).toBeNull();
    await here.signUp(family, id);
    expect((await family.asking.get(url(id))).json().online_link).toBe('https://example.org/join');
  });

  test('of a carer can be asked for one kind and one child', async () => {
    const family = await here.family('费心');
    await here.publish({ kind: 'guidance-salon' });
    const of = async (query: string) =>
      (await family.asking.get(`/api/v1/carer/activities?${query}`)).json().items;
    const salons = await of('kind=guidance-salon');
    expect(new Set(salons.map((one: { kind: string }) => one.kind))).toEqual(
      new Set(['guidance-salon']),
    );
    expect((await of(`student_id=${family.student}`)).length).toBeGreaterThan(0);
    const strangers = await here.family('别家');
    const asked = `/api/v1/carer/activities?student_id=${strangers.student}`;
    expect((await family.asking.get(asked)).statusCode).toBe(404);
  });
});
