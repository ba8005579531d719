import { beforeAll, describe, expect, test } from 'vitest';
import { makeScene, type Scene } from './testing/scene.ts';

let here: Scene;
beforeAll(async () => {
  here = await makeScene();
});

const copy = (activity: string, days: string[], asking = here.principal, headers = {}) =>
  asking.post(`/api/v1/activities/${activity}/copies`, { days }, headers);
const shown = async (activity: string, asking = here.principal) =>
  (await asking.get(`/api/v1/activities/${activity}`)).json();
const clashes = async (activity: string) =>
  (await here.principal.get(`/api/v1/activities/${activity}/clashes`)).json().items;

describe('an activity that is held several times', () => {
  test('is drafted again on other days at the same hour, sign-up moved along, nobody signed up', async () => {
    const activity = await here.publish({
      capacity: 2,
      bring: '一支笔',
      registration_opens_at: '2026-10-15T00:00:00Z',
      registration_closes_at: '2026-10-17T10:00:00Z',
    });
    here.clock.set('2026-10-15T01:00:00Z');
    await here.signUp(await here.family('重复的家长'), activity);
    const made = await copy(activity, ['2026-10-25', '2026-11-01']);
    expect(made.statusCode).toBe(201);
    const begins = made.json().items.map((one: { begins_at: string }) => one.begins_at);
    expect(begins).toEqual(['2026-10-25T06:00:00.000Z', '2026-11-01T06:00:00.000Z']);
    expect(await shown(made.json().items[0].activity_id)).toMatchObject({
      state: 'draft',
      version: 1,
      bring: '一支笔',
      ends_at: '2026-10-25T07:30:00.000Z',
      registration_opens_at: '2026-10-22T00:00:00.000Z',
      registration_closes_at: '2026-10-24T10:00:00.000Z',
      places_left: 2,
      desk: { registered: 0 },
    });
    here.clock.set('2026-10-14T01:00:00Z');
  });

  test('its times know one another; a family sees those that it may still come to', async () => {
    const first = await here.publish({ capacity: 1 });
    const family = await here.family('换一场的家长');
    const made = (await copy(first, ['2026-10-25', '2026-11-01'])).json().items;
    const [second, third] = made.map((one: { activity_id: string }) => one.activity_id);
    expect((await shown(first)).series).toMatchObject([
      { activity_id: second, state: 'draft' },
      { activity_id: third, state: 'draft' },
    ]);
    expect((await shown(first, family.asking)).series).toEqual([]);
    await here.principal.post(`/api/v1/activities/${second}/publish`);
    expect((await shown(first, family.asking)).series).toMatchObject([
      { activity_id: second, places_left: 1 },
    ]);
    // A copy of a copy is of the same series.
    await copy(second, ['2026-11-08']);
    expect((await shown(third)).series).toHaveLength(3);
  });

  test('may be last term’s, or one that was called off', async () => {
    const activity = await here.publish();
    await here.principal.post(`/api/v1/activities/${activity}/cancel`, { reason: '停电。' });
    const made = await copy(activity, ['2026-10-25']);
    expect(await shown(made.json().items[0].activity_id)).toMatchObject({
      state: 'draft',
      cancel_reason: null,
    });
  });

  test('not on a day that is over; then none is drafted', async () => {
    const activity = await here.publish();
    const answer = await copy(activity, ['2026-10-25', '2026-10-01']);
    expect(answer.json()).toMatchObject({ status: 400, fields: [{ field: 'days' }] });
    expect(answer.json().fields[0].reason).toContain('2026-10-01');
    expect((await shown(activity)).series).toEqual([]);
    expect((await copy(activity, ['2026-02-30'])).statusCode).toBe(400);
  });

  test('not by a stranger or a teacher of one class, who is not offered it; and a request that comes twice drafts once', async () => {
    const activity = await here.publish();
    expect((await shown(activity)).desk.actions).toContain('copy');
    expect((await shown(activity, here.teacher)).desk.actions).not.toContain('copy');
    expect((await copy(activity, ['2026-10-25'], here.teacher)).statusCode).toBeGreaterThan(400);
    expect((await copy(activity, ['2026-10-25'], here.stranger)).statusCode).toBe(404);
    const key = { 'idempotency-key': 'copy-once-01' };
    const first = await copy(activity, ['2026-10-25'], here.principal, key);
    const again = await copy(activity, ['2026-10-25'], here.principal, key);
    expect(again.json()).toEqual(first.json());
    expect((await shown(activity)).series).toHaveLength(1);
  });
});

describe('before it is published the host is told', () => {
  test('what else the same families are invited to at that time, on every level', async () => {
    const hours = { begins_at: '2026-12-05T06:00:00Z', ends_at: '2026-12-05T07:30:00Z' };
    const forClass = await here.publish({ ...hours, audience_ids: [here.schoolClass.id] });
    const other = await here.people.place('class', '一年级9班', here.school);
    const draft = await here.draft({ ...hours, audience_ids: [here.school.id] });
    expect(await clashes(draft)).toMatchObject([{ activity_id: forClass, host_name: '第一小学' }]);
    const elsewhere = await here.draft({ ...hours, audience_ids: [other.id] });
    expect(await clashes(elsewhere)).toEqual([]);
  });

  test('not of what ends before it begins, nor of drafts, nor of itself', async () => {
    const morning = { begins_at: '2026-12-06T01:00:00Z', ends_at: '2026-12-06T02:00:00Z' };
    await here.publish(morning);
    await here.draft({ begins_at: '2026-12-06T02:00:00Z', ends_at: '2026-12-06T03:00:00Z' });
    const next = await here.publish({
      begins_at: '2026-12-06T02:00:00Z',
      ends_at: '2026-12-06T03:00:00Z',
    });
    expect(await clashes(next)).toEqual([]);
  });
});
