import { strFromU8, unzipSync } from 'fflate';
import { beforeAll, describe, expect, test } from 'vitest';
import { settleDistrict } from '../background.ts';
import { recountPoints } from '../counting/points/index.ts';
import { newPhone, outcome } from '../platform/sign-in/testing/at-the-door.ts';
import { type Family, makeScene, type Scene } from '../records/activities/testing/scene.ts';
import type { Asking } from '../testing/test-app.ts';

const TODAY = '2026-10-26T01:00:00Z';

let here: Scene;
let family: Family;
let officer: Asking;

beforeAll(async () => {
  here = await makeScene();
  family = await here.family('祁连山');
  await attend(family, '18');
  here.clock.set(TODAY);
  officer = await someone('谢主任', 'district-officer');
});

async function someone(name: string, role: 'district-officer'): Promise<Asking> {
  const person = await here.people.adult(name);
  await here.people.post(person, role, here.people.top);
  return here.as(person);
}

async function attend(who: Family, day: string): Promise<void> {
  const [begins_at, ends_at] = [`2026-10-${day}T06:00:00Z`, `2026-10-${day}T07:30:00Z`];
  here.clock.set('2026-10-14T01:00:00Z');
  const activity = await here.publish({ begins_at, ends_at });
  await here.signUp(who, activity);
  for (const moment of [begins_at, ends_at]) {
    here.clock.set(moment);
    await here.teacher.post(`/api/v1/activities/${activity}/check-ins`, { carer_id: who.carer });
  }
  await settleDistrict(here.district);
}

async function archiveOf({ asking }: Pick<Family, 'asking'>, lang = 'zh-CN') {
  const answer = await asking.get(`/api/v1/me/data/archive?lang=${lang}`);
  expect(answer.statusCode).toBe(200);
  const files = unzipSync(answer.rawPayload);
  return {
    answer,
    names: Object.keys(files),
    text: (name: string) => strFromU8(files[name] ?? new Uint8Array()),
    json: (name: string) => JSON.parse(strFromU8(files[name] ?? new Uint8Array())),
  };
}

const ask = (who: Asking, kind: string, wish = '') =>
  who.post('/api/v1/privacy-requests', { kind, wish });
const answer = (who: Asking, id: string, decision: string, reason = '') =>
  who.post(`/api/v1/privacy-requests/${id}/answer`, { decision, reason });
const waiting = async (who: Asking) =>
  (await who.get('/api/v1/privacy-requests?state=open')).json().items;

describe('what is held about me', () => {
  test('is listed part by part, with what for and how much', async () => {
    const { parts } = (await family.asking.get('/api/v1/me/data')).json();
    const counts = Object.fromEntries(
      parts.map(({ name, count }: { name: string; count: number }) => [name, count]),
    );
    expect(counts).toMatchObject({ person: 1, family: 1, registrations: 1, attendances: 1 });
    expect(counts).toMatchObject({ facts: expect.any(Number), points: expect.any(Number) });
    expect(parts.every(({ why }: { why: { zh: string } }) => why.zh.length > 5)).toBe(true);
  });

  test('is taken along whole: a page to read, and JSON for programs', async () => {
    const archive = await archiveOf(family);
    expect(archive.answer.headers['content-type']).toBe('application/zip');
    expect(archive.answer.headers['content-disposition']).toContain('attachment');
    expect(archive.json('person.json')).toMatchObject([{ name: '祁连山', phone: null }]);
    expect(archive.json('family.json')).toMatchObject([{ child: '祁连山的孩子' }]);
    expect(archive.json('attendances.json')).toMatchObject([
      { activity: '陪孩子走过一年级', minutes: 90 },
    ]);
    const [entry] = archive.json('points.json');
    expect(entry).toMatchObject({ account: expect.any(String), salt: expect.any(String) });
    const about = archive.json('about.json');
    expect(about.files.map(({ file }: { file: string }) => file).sort()).toEqual(
      archive.names.filter((name) => !['about.json', 'index.html'].includes(name)).sort(),
    );
    expect(archive.text('index.html')).toContain('<h1>祁连山的个人信息</h1>');
    const english = await archiveOf(family, 'en');
    expect(english.text('index.html')).toContain('What is held about 祁连山');
  });

  test('a name that looks like a page is shown as a name', async () => {
    const other = await here.family('<b>欧阳&</b>');
    const page = (await archiveOf(other)).text('index.html');
    expect(page).toContain('&lt;b&gt;欧阳&amp;&lt;/b&gt;的个人信息');
    expect(page).not.toContain('<b>');
  });

  test('holds nothing of another family, of a former family neither', async () => {
    const other = await here.otherCarer(family.student, '前夫');
    await here.principal.delete(`/api/v1/students/${family.student}/carers/${other.carer}`);
    const all = await archiveOf(other);
    expect(all.names.map(all.text).join('')).not.toContain('祁连山');
    expect(all.json('family.json')).toMatchObject([{ child: null, student_number: null }]);
  });

  test('is not made more often than ten times a day', async () => {
    const often = await here.family('常下载');
    for (let count = 0; count < 10; count += 1) await archiveOf(often);
    const refused = await often.asking.get('/api/v1/me/data/archive');
    expect(outcome(refused)).toBe('429 privacy.too-many-archives');
    expect(Number(refused.headers['retry-after'])).toBeGreaterThan(0);
  });

  test('a student sees it together with a carer', async () => {
    const student = await here.as(family.student, { kind: 'student', strength: 'password' });
    expect(outcome(await student.get('/api/v1/me/data'))).toBe('403 privacy.for-grown-ups');
    expect(outcome(await here.nobody.get('/api/v1/me/data'))).toMatch(/^401/);
  });
});

describe('a correction', () => {
  test('goes to the child’s school, which puts it right and says so', async () => {
    const made = await ask(family.asking, 'correct', '我的名字是祁联山');
    expect(outcome(made)).toBe('201');
    const [request] = await waiting(here.principal);
    expect(request).toMatchObject({ kind: 'correct', wish: '我的名字是祁联山' });
    expect(request).toMatchObject({ answer_until: '2026-11-25', person: { name: '祁连山' } });
    expect(await waiting(here.stranger)).toEqual([]);
    expect(outcome(await here.teacher.get('/api/v1/privacy-requests'))).toMatch(/^403/);
    expect(outcome(await answer(here.stranger, request.id, 'accept', '好'))).toMatch(/^404/);

    expect(outcome(await answer(here.principal, request.id, 'accept'))).toMatch(/^400/);
    expect(outcome(await answer(here.principal, request.id, 'accept', '名册已改'))).toBe('204');
    expect(outcome(await answer(here.principal, request.id, 'refuse', '又不改了'))).toBe(
      '409 privacy.decided-already',
    );
    const { requests } = (await family.asking.get('/api/v1/me/data')).json();
    expect(requests).toMatchObject([{ state: 'done', reason: '名册已改' }]);
    const notices = (await family.asking.get('/api/v1/notices')).json().items;
    expect(notices[0].text.zh).toBe('已更正。 名册已改');
  });

  test('says what is wrong, and is asked once at a time', async () => {
    const other = await here.family('重复问');
    expect(outcome(await ask(other.asking, 'correct', ' '))).toMatch(/^400/);
    const { id } = (await ask(other.asking, 'correct', '手机号换了')).json();
    expect(outcome(await ask(other.asking, 'correct', '手机号换了'))).toBe(
      '409 privacy.open-already',
    );
    const withdraw = (who: Asking) => who.delete(`/api/v1/privacy-requests/${id}`);
    expect(outcome(await withdraw(family.asking))).toMatch(/^404/);
    expect(outcome(await withdraw(other.asking))).toBe('204');
    expect(outcome(await withdraw(other.asking))).toBe('409 privacy.decided-already');
    expect(outcome(await ask(other.asking, 'correct', '手机号又换了'))).toBe('201');
  });

  test('leaves as a sheet, in the order of what must be answered first', async () => {
    const sheet = await here.principal.get('/api/v1/privacy-requests/sheet?lang=zh-CN');
    expect(sheet.statusCode).toBe(200);
    const listed = (await here.principal.get('/api/v1/privacy-requests')).json().items;
    const until = listed.map(({ answer_until }: { answer_until: string }) => answer_until);
    expect(until).toEqual([...until].sort());
  });
});

describe('an erasure', () => {
  test('waits until posts and places at events are given back', async () => {
    expect(outcome(await ask(here.principal, 'erase'))).toBe('409 privacy.posts-held');
    const expected = await here.family('还报着名');
    const activity = await here.publish({
      begins_at: '2026-10-30T06:00:00Z',
      ends_at: '2026-10-30T07:00:00Z',
    });
    const { id } = await here.signUp(expected, activity);
    expect(outcome(await ask(expected.asking, 'erase'))).toBe('409 privacy.places-held');
    await expected.asking.delete(`/api/v1/activities/${activity}/registrations/${id}`);
    expect(outcome(await ask(expected.asking, 'erase'))).toBe('201');
  });

  test('is decided by the district, and can be taken back for three days', async () => {
    const doubtful = await here.family('再想想');
    const { id } = (await ask(doubtful.asking, 'erase', '不想用了')).json();
    expect(outcome(await answer(here.principal, id, 'accept'))).toMatch(/^404/);
    expect(outcome(await answer(officer, id, 'refuse'))).toMatch(/^400/);
    expect(outcome(await answer(officer, id, 'accept'))).toBe('204');
    await settleDistrict(here.district);
    const { requests } = (await doubtful.asking.get('/api/v1/me/data')).json();
    expect(requests).toMatchObject([
      { state: 'accepted', erase_after: '2026-10-29T01:00:00.000Z' },
    ]);
    await doubtful.asking.delete(`/api/v1/privacy-requests/${id}`);
    here.clock.set('2026-10-30T01:00:00Z');
    await settleDistrict(here.district);
    expect((await archiveOf(doubtful)).json('person.json')).toMatchObject([{ name: '再想想' }]);
    here.clock.set(TODAY);
  });

  test('takes out of every table what names the person; what counts stays, and leads to nobody', async () => {
    const phone = newPhone();
    const carer = await here.people.adult('宇文无名氏', phone);
    await here.people.guardianship(carer, family.student);
    const gone: Family = { carer, student: family.student, asking: await here.as(carer) };
    await attend(gone, '20');
    here.clock.set(TODAY);
    const asking = await here.as(carer);
    const before = await archiveOf({ asking });
    const [{ account }] = before.json('points.json');
    const words = '我是宇文无名氏，十一号帮学校布置会场。';
    const contest = { claim: 'missing', happened_on: '2026-10-11', words };
    expect(outcome(await asking.post('/api/v1/contests', contest))).toBe('201');
    const { id } = (await ask(asking, 'erase', '宇文无名氏请求注销')).json();
    expect(await namesIn('宇文无名氏')).not.toEqual([]);
    await answer(officer, id, 'accept', '宇文家长您好，三天后办理');
    here.clock.set('2026-10-29T01:00:01Z');
    await settleDistrict(here.district);

    expect(await namesIn('宇文无名氏')).toEqual([]);
    expect(outcome(await asking.get('/api/v1/me'))).toMatch(/^401/);
    const { rows } = await here.pool.query(
      `select people.name, phone_index, salt, amount
         from tianfu.people
         join tianfu.ledger_accounts on carer_id = people.id
         join tianfu.ledger_entries using (carer_id) where people.id = $1`,
      [carer],
    );
    expect(rows).toMatchObject([{ name: '已注销', phone_index: null, salt: null }]);
    expect(rows[0].amount).toBeGreaterThan(0);
    const carers = (await here.principal.get(`/api/v1/students/${family.student}`)).json().carers;
    expect(carers.map(({ name }: { name: string }) => name)).toEqual(['祁连山']);
    expect(account).toEqual(expect.any(String));
    expect(await recountPoints(here.district.plan, here.database)).toEqual([]);
    here.clock.set(TODAY);
  });
});

/** The tables in which some row says this text, whatever the column. */
async function namesIn(text: string): Promise<string[]> {
  const tables = await here.pool.query<{ name: string }>(
    `select table_name as name from information_schema.tables
      where table_schema = 'tianfu' and table_type = 'BASE TABLE'`,
  );
  const found = [];
  for (const { name } of tables.rows) {
    const { rows } = await here.pool.query(
      `select from tianfu.${name} as row where row::text like $1 limit 1`,
      [`%${text}%`],
    );
    if (rows.length > 0) found.push(name);
  }
  return found;
}
