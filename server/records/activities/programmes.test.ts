import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { type Family, makeScene, type Scene } from './testing/scene.ts';

/** A Wednesday morning in the autumn term. */
const EVE = '2026-10-14T01:00:00Z';
const AUTUMN = '2026-2027-1';
const SPRING = '2026-2027-2';

let here: Scene;
beforeAll(async () => {
  here = await makeScene();
});
beforeEach(() => here.clock.set(EVE));

const onDay = (day: string, over = {}) =>
  here.publish({
    title: `周末课堂 ${day}`,
    kind: 'parent-child-practice',
    begins_at: `${day}T02:00:00Z`,
    ends_at: `${day}T03:00:00Z`,
    ...over,
  });

async function programme(
  days: readonly string[],
  over = {},
): Promise<{ id: string; dates: string[] }> {
  const made = await here.principal.post('/api/v1/programmes', {
    host_id: here.school.id,
    name: '周末课堂',
    term_id: AUTUMN,
  });
  expect(made.statusCode).toBe(201);
  const { id } = made.json();
  const dates: string[] = [];
  for (const day of days) dates.push(await onDay(day, over));
  const put = await here.principal.put(`/api/v1/programmes/${id}/activities`, {
    activity_ids: dates,
  });
  expect(put.statusCode).toBe(200);
  return { id, dates };
}

const seen = async ({ asking }: Pick<Family, 'asking'>, id: string) =>
  (await asking.get(`/api/v1/programmes/${id}`)).json();

describe('a programme', () => {
  test('shows its dates to its host and to the families invited, and to nobody else', async () => {
    const { id, dates } = await programme(['2026-10-24', '2026-10-17']);
    await here.principal.put(`/api/v1/programmes/${id}/activities`, {
      activity_ids: [...dates, await here.draft()],
    });
    const family = await here.family('甲');
    expect((await seen({ asking: here.principal }, id)).dates).toHaveLength(3);
    const shown = await seen(family, id);
    expect(shown).toMatchObject({ name: '周末课堂', term_name: { zh: '2026—2027 学年第一学期' } });
    // Earliest first, without the draft.
    expect(shown.dates.map((one: { activity_id: string }) => one.activity_id)).toEqual([
      dates[1],
      dates[0],
    ]);
    expect((await here.stranger.get(`/api/v1/programmes/${id}`)).statusCode).toBe(404);
    const activity = await family.asking.get(`/api/v1/activities/${dates[0]}`);
    expect(activity.json().programme).toEqual({ id, name: '周末课堂' });
    const { items } = (await here.principal.get('/api/v1/programmes')).json();
    expect(items.find((one: { id: string }) => one.id === id)).toMatchObject({ dates: 3 });
  });

  test('has dates of its own host only, in a term that there is', async () => {
    const { id, dates } = await programme(['2026-10-24']);
    const byStranger = await here.stranger.put(`/api/v1/programmes/${id}/activities`, {
      activity_ids: dates,
    });
    expect(byStranger.statusCode).toBe(404);
    const foreign = await here.stranger.post('/api/v1/programmes', {
      host_id: here.strangerSchool.id,
      name: '别校',
      term_id: AUTUMN,
    });
    const stolen = await here.stranger.put(`/api/v1/programmes/${foreign.json().id}/activities`, {
      activity_ids: dates,
    });
    expect(stolen.json()).toMatchObject({ status: 422, code: 'activities.not-a-date' });
    const noTerm = await here.principal.post('/api/v1/programmes', {
      host_id: here.school.id,
      name: '无此学期',
      term_id: '1999-2000-1',
    });
    expect(noTerm.json()).toMatchObject({ status: 422, code: 'activities.term-unknown' });
  });
});

describe('a family signs up for all dates at once', () => {
  test('has a place where one is, waits where none is, and reads what was refused', async () => {
    const { id, dates } = await programme(['2026-10-17', '2026-10-24', '2026-10-31'], {
      capacity: 1,
    });
    await here.signUp(await here.family('占位'), dates[1] as string);
    await here.principal.post(`/api/v1/activities/${dates[2]}/cancel`, { reason: '停电。' });
    const late = await onDay('2026-11-07', { registration_opens_at: '2026-11-01T00:00:00Z' });
    await here.principal.put(`/api/v1/programmes/${id}/activities`, {
      activity_ids: [...dates, late],
    });
    const family = await here.family('乙');
    const answer = await family.asking.post(`/api/v1/programmes/${id}/registrations`, {
      student_ids: [family.student],
    });
    expect(answer.json().items).toMatchObject([
      { activity_id: dates[0], state: 'registered', problem: null },
      { activity_id: dates[1], state: 'waiting', waiting_position: 1 },
      { activity_id: late, state: null, problem: { zh: '报名还没有开始' } },
    ]);
    const again = await family.asking.post(`/api/v1/programmes/${id}/registrations`, {
      student_ids: [family.student],
    });
    const states = (given: { items: { state: string }[] }) => given.items.map(({ state }) => state);
    expect(states(again.json())).toEqual(states(answer.json()));
    expect((await seen(family, id)).dates[0]).toMatchObject({ registration: 'registered' });
  });
});

describe('last term’s programme', () => {
  test('is proposed on the corresponding days, holidays left out with the reason', async () => {
    const { id } = await programme(['2026-10-17', '2026-10-31']);
    const answer = await here.principal.get(`/api/v1/programmes/${id}/next?term_id=${SPRING}`);
    // The terms begin on a Tuesday (week of 31 August) and on Monday, 22 February: 25 weeks apart.
    expect(answer.json().items).toMatchObject([
      { day: '2027-04-10', left_out: null },
      { day: '2027-04-24', left_out: null },
    ]);
    const { id: holidays } = await programme(['2026-11-07']);
    const proposed = await here.principal.get(
      `/api/v1/programmes/${holidays}/next?term_id=${SPRING}`,
    );
    expect(proposed.json().items).toMatchObject([
      { day: '2027-05-01', left_out: { zh: '劳动节放假' } },
    ]);
  });

  test('is drafted again on the days that were looked at, as a programme of its own', async () => {
    const { id, dates } = await programme(['2026-10-17', '2026-10-31']);
    const path = `/api/v1/programmes/${id}/copies`;
    const chosen = [{ activity_id: dates[0], day: '2027-04-11' }];
    const made = await here.principal.post(path, { term_id: SPRING, dates: chosen });
    expect(made.statusCode).toBe(201);
    expect(made.json()).toMatchObject({ made: 1 });
    const copy = await seen({ asking: here.principal }, made.json().id);
    expect(copy).toMatchObject({ name: '周末课堂', term_id: SPRING });
    expect(copy.dates).toMatchObject([{ state: 'draft', begins_at: '2027-04-11T02:00:00.000Z' }]);
    expect((await seen({ asking: here.principal }, id)).dates).toHaveLength(2);
    expect((await here.stranger.post(path, { term_id: SPRING, dates: chosen })).statusCode).toBe(
      404,
    );
    const over = [{ activity_id: dates[0], day: '2026-10-01' }];
    const passed = await here.principal.post(path, { term_id: SPRING, dates: over });
    expect(passed.statusCode).toBe(400);
    const { items } = (await here.principal.get('/api/v1/programmes')).json();
    const copies = items.filter((one: { term_id: string }) => one.term_id === SPRING);
    expect(copies).toHaveLength(1);
  });
});

describe('a programme changes', () => {
  const change = (id: string, body: object, version = 1, by = here.principal) =>
    by.patch(`/api/v1/programmes/${id}`, body, { 'if-match': `"${version}"` });

  test('its name, for whoever saw how it stood', async () => {
    const { id } = await programme(['2026-10-17']);
    const changed = await change(id, { name: ' 周末一起动手 ', summary: '周六上午。' });
    expect(changed.json()).toMatchObject({
      name: '周末一起动手',
      summary: '周六上午。',
      version: 2,
    });
    const late = await change(id, { name: '周末课堂', summary: '' });
    expect(late.statusCode).toBe(412);
    expect((await seen(await here.family('辛'), id)).name).toBe('周末一起动手');
    const stranger = await change(id, { name: '别人的', summary: '' }, 2, here.stranger);
    expect(stranger.statusCode).toBe(404);
  });

  test('or is given up: its dates and who signed up stay', async () => {
    const { id, dates } = await programme(['2026-10-17']);
    const family = await here.family('壬');
    await here.signUp(family, dates[0] ?? '');
    expect((await here.stranger.delete(`/api/v1/programmes/${id}`)).statusCode).toBe(404);
    expect((await here.principal.delete(`/api/v1/programmes/${id}`)).statusCode).toBe(204);
    expect((await here.principal.get(`/api/v1/programmes/${id}`)).statusCode).toBe(404);
    const date = (await family.asking.get(`/api/v1/activities/${dates[0]}`)).json();
    expect(date).toMatchObject({ programme: null, registration: { state: 'registered' } });
  });

  test('and one that was copied from it does not need it', async () => {
    const { id, dates } = await programme(['2026-10-17']);
    const copied = await here.principal.post(`/api/v1/programmes/${id}/copies`, {
      term_id: SPRING,
      dates: [{ activity_id: dates[0], day: '2027-03-06' }],
    });
    await here.principal.delete(`/api/v1/programmes/${id}`);
    const shown = await here.principal.get(`/api/v1/programmes/${copied.json().id}`);
    expect(shown.statusCode).toBe(200);
  });
});
