import { strFromU8, unzipSync } from 'fflate';
import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Plan } from '../../plan/index.ts';
import { newId } from '../../platform/index.ts';
import { readFirstSheet } from '../../platform/sheets/index.ts';
import type { Asking } from '../../testing/test-app.ts';
import { type Family, makeScene, type Scene } from '../activities/testing/scene.ts';
import { findAnomalies } from './index.ts';

interface Line {
  readonly id: string;
  readonly version: number;
  readonly kind: string;
}

let here: Scene;
let officer: Asking;
let family: Family;
let count = 0;

beforeAll(async () => {
  here = await makeScene();
  const office = await here.people.adult('区里的韩');
  await here.people.post(office, 'district-officer', here.people.top);
  officer = here.signedIn(office);
});

beforeEach(async () => {
  count += 1;
  here.clock.set('2026-10-14T01:00:00Z');
  family = await here.family(`高山${count}`);
});

/** The program's daily search; the plan's thresholds may be others. */
function search(over: Partial<Plan['anomalies']> = {}) {
  const { plan } = here.district;
  const changed = { ...plan, anomalies: { ...plan.anomalies, ...over } };
  return findAnomalies({ ...here.district, plan: changed });
}

const list = async (as: Asking, query = 'show=open') =>
  (await as.get(`/api/v1/anomalies?${query}`)).json().items as Line[];
const look = async (as: Asking, id: string) => (await as.get(`/api/v1/anomalies/${id}`)).json();

/** Those of this test's family, by kind. */
async function about(of: Family, kind: string, as = officer): Promise<Line | undefined> {
  for (const line of await list(as, `show=all&kind=${kind}`)) {
    const { rows } = await here.pool.query(
      'select from tianfu.anomalies where id = $1 and carer_ids @> array[$2::uuid]',
      [line.id, of.carer],
    );
    if (rows.length > 0) return line;
  }
  return undefined;
}

const find = (as: Asking, { id, version }: Line, body: object) =>
  as.post(`/api/v1/anomalies/${id}/finding`, body, { 'if-match': `"${version}"` });
const explained = { finding: 'explained', note: '孩子爸爸和妈妈用的是同一个账号，已说明。' };

/** An event of the district, whose families the school's are too. */
async function publishByDistrict(over: object): Promise<string> {
  const { id } = here.people.top;
  const draft = { host_id: id, kind: 'guidance-lecture', title: '全区家长大课', place: '文化馆' };
  const made = await officer.post('/api/v1/activities', { ...draft, ...over });
  const { activity_id } = made.json();
  await officer.post(`/api/v1/activities/${activity_id}/publish`);
  return activity_id;
}

async function attend(as: Asking, activity: string, { carer }: Family, from: string, to: string) {
  const scan = () => as.post(`/api/v1/activities/${activity}/check-ins`, { carer_id: carer });
  here.clock.set(from);
  await scan();
  here.clock.set(to);
  return (await scan()).json().attendance_id as string;
}

/** At the school and at the district in the same hour and a half; the school's attendance. */
async function atTwoPlaces(): Promise<string> {
  const school = await here.publish();
  const hours = { begins_at: '2026-10-18T06:00:00Z', ends_at: '2026-10-18T07:30:00Z' };
  const district = await publishByDistrict(hours);
  await here.signUp(family, school);
  await here.signUp(family, district);
  await attend(officer, district, family, '2026-10-18T06:00:00Z', '2026-10-18T07:30:00Z');
  const at = ['2026-10-18T06:00:00Z', '2026-10-18T07:30:00Z'] as const;
  const attendance = await attend(here.principal, school, family, ...at);
  here.clock.set('2026-10-18T08:00:00Z');
  await search();
  return attendance;
}

describe('a carer who was at two events at once', () => {
  test('is a hint for the district and for each host, who reads of the other only when it was', async () => {
    const attendance = await atTwoPlaces();
    const line = await about(family, 'two-places');
    expect(line).toMatchObject({
      about: { zh: `高山${count}` },
      summary: { zh: '有 90 分钟对不上' },
      state: 'open',
    });
    const seen = await look(officer, line?.id ?? '');
    expect(seen.presences.map((one: { title: string }) => one.title).sort()).toEqual([
      '全区家长大课',
      '陪孩子走过一年级',
    ]);
    const byHost = await look(here.principal, line?.id ?? '');
    expect(byHost).toMatchObject({ host_names: ['第一小学'], other_hosts: true });
    expect(byHost.harmless.zh).toContain('也许');
    const [own, other] = byHost.presences.toSorted((one: { title: string | null }) =>
      one.title === null ? 1 : -1,
    );
    expect(own).toMatchObject({ attendance_id: attendance, minutes: 90 });
    expect(other).toMatchObject({ title: null, place: null, attendance_id: null, minutes: 90 });
  });

  test('loses nothing by it; corrected, the hint is gone, and comes back if the record does', async () => {
    const attendance = await atTwoPlaces();
    const before = await here.factsAbout(family.carer);
    expect(before.map(({ quantity }) => quantity)).toEqual([90, 90]);
    const correct = (minutes: number) =>
      here.principal.post(`/api/v1/attendances/${attendance}/corrections`, {
        ...{ minutes, reason: '核对过签到。' },
      });
    await correct(10);
    await search();
    expect(await about(family, 'two-places')).toMatchObject({ state: 'gone' });
    await correct(90);
    await search();
    expect(await about(family, 'two-places')).toMatchObject({ state: 'open' });
  });

  test('is looked into once, with a note; found again it stays as it was left', async () => {
    await atTwoPlaces();
    const line = (await about(family, 'two-places')) as Line;
    expect((await find(officer, line, { ...explained, note: ' ' })).statusCode).toBe(400);
    expect((await find(here.principal, line, explained)).json()).toMatchObject({
      ...{ state: 'explained', note: explained.note, looked_by: '周校长', may_look_into: false },
    });
    expect((await find(officer, line, explained)).statusCode).toBe(412);
    const now = (await about(family, 'two-places')) as Line;
    expect((await find(officer, now, explained)).json().code).toBe('anomalies.not-open');
    await search();
    expect(await about(family, 'two-places')).toMatchObject({ state: 'explained' });
    expect((await list(officer)).map(({ id }) => id)).not.toContain(line.id);
    const sheet = await officer.get('/api/v1/anomalies/sheet?show=looked-into');
    const rows = await readFirstSheet(sheet.rawPayload);
    expect(JSON.stringify(rows)).toContain(explained.note);
  });

  test('is nobody’s of another school, no class teacher’s, and never for the own family to explain', async () => {
    await atTwoPlaces();
    const line = (await about(family, 'two-places')) as Line;
    expect(await list(here.stranger, 'show=all')).toEqual([]);
    expect((await here.stranger.get(`/api/v1/anomalies/${line.id}`)).statusCode).toBe(404);
    expect((await here.teacher.get('/api/v1/anomalies')).statusCode).toBe(403);
    expect((await family.asking.get(`/api/v1/anomalies/${line.id}`)).statusCode).toBe(403);

    const spouse = await here.people.adult('德育的唐');
    await here.people.guardianship(spouse, family.student);
    await here.people.post(spouse, 'moral-education-lead', here.school);
    const answer = await find(here.signedIn(spouse), line, explained);
    expect(answer.json().code).toBe('anomalies.own-case');
  });

  test('reads among their data that there is a hint, what was found, and how often staff looked', async () => {
    await atTwoPlaces();
    const line = (await about(family, 'two-places')) as Line;
    await find(officer, line, explained);
    const archive = await family.asking.get('/api/v1/me/data/archive');
    const held = unzipSync(archive.rawPayload)['anomalies.json'] ?? new Uint8Array();
    expect(JSON.parse(strFromU8(held))).toMatchObject([
      // Found and shown to the one who found; opened again for nobody.
      { hint: { zh: '同一时间在两处' }, state: 'explained', note: explained.note, looks: 1 },
    ]);
  });
});

test('a day with more minutes than the plan finds likely is a hint; a correction takes it away', async () => {
  const hours = [
    ['2026-10-24T00:00:00Z', '2026-10-24T03:00:00Z'],
    ['2026-10-24T03:00:00Z', '2026-10-24T06:00:00Z'],
  ] as const;
  let last = '';
  for (const [begins_at, ends_at] of hours) {
    here.clock.set('2026-10-14T01:00:00Z');
    const activity = await here.publish({ begins_at, ends_at });
    await here.signUp(family, activity);
    last = await attend(here.principal, activity, family, begins_at, ends_at);
  }
  await search({ minutesADay: 360 });
  expect(await about(family, 'long-day')).toBeUndefined();
  await search({ minutesADay: 359 });
  expect(await about(family, 'long-day')).toMatchObject({ summary: { zh: '一天共记 6 小时' } });
  await here.principal.post(`/api/v1/attendances/${last}/corrections`, {
    ...{ minutes: 60, reason: '中午回家了。' },
  });
  await search({ minutesADay: 359 });
  expect(await about(family, 'long-day')).toMatchObject({ state: 'gone' });
});

test('one phone for many families is a hint, those it was stopped for included; a family that shares one is none', async () => {
  const activity = await here.publish();
  const others = [];
  for (const name of ['甲', '乙', '丙']) others.push(await here.family(`${name}${count}`));
  const spouse = await here.otherCarer(family.student, `爱人${count}`);
  const everyone = [family, spouse, ...others];
  for (const one of everyone) await here.signUp(one, activity);
  here.clock.set('2026-10-18T06:01:00Z');
  const { code } = (await here.teacher.get(`/api/v1/activities/${activity}/hall-code`)).json();
  const phone = newId();
  for (const { carer } of everyone) {
    await here.pool.query('delete from tianfu.sessions where person_id = $1', [carer]);
    const { cookie } = await here.as(carer);
    const asking = here.asking(`${cookie}; gongyu_device=${phone}`);
    await asking.post(`/api/v1/activities/${activity}/self-check-ins`, { code });
  }
  await search({ onePhone: { families: 5, withinDays: 1 } });
  expect(await about(family, 'one-phone')).toBeUndefined();
  await search();
  const line = await about(family, 'one-phone');
  expect(line).toMatchObject({ about: { zh: '一部手机' }, summary: { zh: '为 4 家签到' } });
  const { uses } = await look(here.principal, line?.id ?? '');
  expect(uses).toHaveLength(5);
  expect(uses.map(({ got_in }: { got_in: boolean }) => got_in)).toEqual([
    ...[true, false, false, false, false],
  ]);
  expect(JSON.stringify(await look(officer, line?.id ?? ''))).not.toContain(phone);
});

test('a host all of whose presences are at the maximum is a hint that those above it look into', async () => {
  const other = await here.family(`邻居${count}`);
  const asked = { percent: 100, presences: 4, events: 2 };
  const days = ['2026-11-07', '2026-11-08'];
  // What other tests of this file held here is no part of it.
  const { plan } = here.district;
  const kinds = plan.activityKinds.filter(({ id }) => id === 'social-practice');
  const [kind] = kinds;
  const lookFor = () =>
    findAnomalies({
      ...here.district,
      plan: {
        ...plan,
        activityKinds: kinds,
        anomalies: { ...plan.anomalies, alwaysMaximum: asked },
      },
    });
  for (const day of days) {
    here.clock.set('2026-10-14T01:00:00Z');
    const begins_at = `${day}T01:00:00Z`;
    const ends = new Date(Date.parse(begins_at) + (kind?.maximumMinutes ?? 0) * 60_000);
    const activity = await here.publish({
      ...{ kind: 'social-practice', begins_at, ends_at: ends.toISOString() },
    });
    for (const one of [family, other]) {
      await here.signUp(one, activity);
      await attend(here.principal, activity, one, begins_at, ends.toISOString());
    }
    expect(await list(officer, 'show=all&kind=always-maximum')).toEqual([]);
    await here.principal.post(`/api/v1/activities/${activity}/finish`);
    await lookFor();
  }
  const [line] = await list(here.principal, 'show=open&kind=always-maximum');
  expect(line).toMatchObject({
    about: { zh: '第一小学' },
    summary: { zh: '本学期 100% 的到场记满上限' },
  });
  const seen = await look(here.principal, line?.id ?? '');
  expect(seen.may_look_into).toBe(false);
  expect(await find(here.principal, line as Line, explained).then((one) => one.json().code)).toBe(
    'anomalies.own-events',
  );
  expect((await find(officer, line as Line, { ...explained, finding: 'passed' })).statusCode).toBe(
    200,
  );
});
