import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { type Family, makeScene, type Scene } from './testing/scene.ts';

/** A Wednesday morning; the event is on Sunday at 14:00. */
const EVE = '2026-10-14T01:00:00Z';
const UNTIL = '2026-10-15T01:00:00Z';

let here: Scene;
beforeAll(async () => {
  here = await makeScene();
});
beforeEach(() => here.clock.set(EVE));

/** A family whose child goes to another class of the school. */
async function neighbour(name: string): Promise<Family> {
  const other = await here.people.place('class', `${name}班`, here.school);
  return here.otherCarer(await here.people.student(`${name}的孩子`, other), name);
}

const seen = async ({ asking }: Family, activity: string) =>
  (await asking.get(`/api/v1/activities/${activity}`)).json();
const giveUp = (family: Family, activity: string, registration: string) =>
  family.asking.delete(`/api/v1/activities/${activity}/registrations/${registration}`);

describe('a group that goes first', () => {
  const first = () => ({ priority_ids: [here.schoolClass.id], priority_until: UNTIL });

  test('may sign up before the others, who are told from when on they may', async () => {
    const activity = await here.publish({ ...first(), capacity: 5 });
    const [own, other] = [await here.family('甲'), await neighbour('乙')];
    expect(await here.signUp(own, activity)).toMatchObject({ status: 201, state: 'registered' });
    expect(await here.signUp(other, activity)).toMatchObject({
      status: 409,
      code: 'activities.others-first',
      detail: '您可以从10月15日 周四 09:00 起报名。',
    });
    expect((await seen(other, activity)).priority).toEqual({
      until: '2026-10-15T01:00:00.000Z',
      groups: '一年级1班',
      is_mine: false,
    });
    expect((await seen(own, activity)).priority.is_mine).toBe(true);
    here.clock.set(UNTIL);
    expect(await here.signUp(other, activity)).toMatchObject({ status: 201, state: 'registered' });
  });

  test('goes first in the waiting list too, whoever came earlier, and both see why', async () => {
    const activity = await here.publish({ ...first(), capacity: 1 });
    here.clock.set(UNTIL);
    await here.signUp(await here.family('丙'), activity);
    const [other, own] = [await neighbour('丁'), await here.family('戊')];
    expect(await here.signUp(other, activity)).toMatchObject({
      waiting_position: 1,
      waiting_reasons: ['outside-group'],
    });
    expect(await here.signUp(own, activity)).toMatchObject({
      waiting_position: 1,
      waiting_reasons: [],
    });
    expect((await seen(other, activity)).registration).toMatchObject({ waiting_position: 2 });
  });

  test.each([
    ['without a group', { priority_until: UNTIL }, 422],
    ['that ends after sign-up closes', { priority_until: '2026-10-19T00:00:00Z' }, 400],
    ['of another school', { priority_ids: ['stranger'] }, 422],
  ])(
    'is refused %s',
    async (_, over: { priority_ids?: string[]; priority_until?: string }, status) => {
      const ids = over.priority_ids ? [here.strangerSchool.id] : undefined;
      const groups = status === 400 ? [here.school.id] : (ids ?? []);
      const answer = await here.principal.post('/api/v1/activities', {
        host_id: here.school.id,
        kind: 'guidance-lecture',
        title: '优先',
        place: '报告厅',
        begins_at: '2026-10-18T06:00:00Z',
        ends_at: '2026-10-18T07:30:00Z',
        ...over,
        priority_ids: groups,
      });
      expect(answer.statusCode).toBe(status);
    },
  );
});

describe('a family that had no place this term', () => {
  test('is asked before one that had, at the same host and in the same kind', async () => {
    const before = await here.publish({ kind: 'guidance-salon' });
    const [had, never] = [await here.family('己'), await here.family('庚')];
    await here.signUp(had, before);
    const activity = await here.publish({ kind: 'guidance-salon', capacity: 1 });
    const holder = await here.family('辛');
    const { id } = await here.signUp(holder, activity);
    expect(await here.signUp(had, activity)).toMatchObject({ waiting_reasons: ['had-place'] });
    expect(await here.signUp(never, activity)).toMatchObject({
      waiting_position: 1,
      waiting_reasons: [],
    });
    await giveUp(holder, activity, id);
    expect((await seen(never, activity)).registration).toMatchObject({ state: 'offered' });
    expect((await seen(had, activity)).registration).toMatchObject({ waiting_position: 1 });
    const { items } = (
      await here.principal.get(`/api/v1/activities/${activity}/registrations?state=waiting`)
    ).json();
    expect(items).toMatchObject([{ waiting_position: 1, waiting_reasons: ['had-place'] }]);
  });

  test('whose other parent signs up is the same family, and what was given up or is of another kind counts not', async () => {
    const before = await here.publish({ kind: 'guidance-salon' });
    const mother = await here.family('壬');
    const father = await here.otherCarer(mother.student, '壬爸');
    const { id } = await here.signUp(mother, before);
    const full = async (kind: string) => {
      const activity = await here.publish({ kind, capacity: 1 });
      await here.signUp(await here.family('占位'), activity);
      return activity;
    };
    const salon = await full('guidance-salon');
    expect((await here.signUp(father, salon)).waiting_reasons).toEqual(['had-place']);
    const lecture = await full('guidance-lecture');
    expect((await here.signUp(father, lecture)).waiting_reasons).toEqual([]);
    await giveUp(mother, before, id);
    expect((await here.signUp(mother, await full('guidance-salon'))).waiting_reasons).toEqual([]);
  });
});

describe('a family that had a place and stayed away', () => {
  /** Finished, with nobody there; gives the family's registration. */
  async function missedBy(family: Family): Promise<{ activity: string; registration: string }> {
    const activity = await here.publish({ kind: 'open-day' });
    const { id: registration } = await here.signUp(family, activity);
    here.clock.set('2026-10-18T08:00:00Z');
    await here.principal.post(`/api/v1/activities/${activity}/finish`);
    here.clock.set(EVE);
    return { activity, registration };
  }
  const missed = async ({ asking }: Family) => (await asking.get('/api/v1/carer/missed')).json();
  const reasonsAt = async (family: Family, day: string) => {
    here.clock.set(`${day}T01:00:00Z`);
    const activity = await here.publish({
      kind: 'parents-meeting',
      begins_at: `${day}T06:00:00Z`,
      ends_at: `${day}T07:00:00Z`,
      capacity: 1,
    });
    await here.signUp(await here.family('占位'), activity);
    return (await here.signUp(family, activity)).waiting_reasons;
  };

  test('twice, goes last among equals, sees which events it was, and after two months it is forgotten', async () => {
    const family = await here.family('癸');
    const one = await missedBy(family);
    await missedBy(family);
    here.clock.set('2026-10-20T01:00:00Z');
    expect(await missed(family)).toMatchObject({ from: 2, fades_after_days: 60, counting: 2 });
    expect((await missed(family)).items[0]).toMatchObject({
      title: '陪孩子走过一年级',
      fades_at: '2026-12-17T07:30:00.000Z',
      excuse: null,
    });
    expect(
      (await missed(family)).items.map((each: { activity_id: string }) => each.activity_id),
    ).toContain(one.activity);
    expect(await reasonsAt(family, '2026-10-21')).toEqual(['missed']);
    expect(await reasonsAt(family, '2026-12-18')).toEqual([]);
    expect((await missed(family)).items).toEqual([]);
  });

  test('once, or with an excuse, is not behind; the family says why, or the host does who heard it', async () => {
    const family = await here.family('子');
    const places = [await missedBy(family), await missedBy(family)];
    const excuse = (asking: Family['asking'], at: number, reason = 'ill') =>
      asking.put(
        `/api/v1/activities/${places[at]?.activity}/registrations/${places[at]?.registration}/excuse`,
        { reason },
      );
    const stranger = await here.family('丑');
    here.clock.set('2026-10-20T01:00:00Z');
    expect((await excuse(stranger.asking, 0)).statusCode).toBe(404);
    expect((await excuse(here.stranger, 0)).statusCode).toBe(404);
    expect((await excuse(family.asking, 0, 'no-such-reason')).statusCode).toBe(400);
    expect((await excuse(family.asking, 0)).statusCode).toBe(204);
    expect(await missed(family)).toMatchObject({ counting: 1 });
    expect(await reasonsAt(family, '2026-10-22')).toEqual([]);
    expect((await excuse(here.principal, 1, 'work')).statusCode).toBe(204);
    expect(await missed(family)).toMatchObject({ counting: 0, items: [{}, {}] });
    const { items } = (
      await here.principal.get(`/api/v1/activities/${places[1]?.activity}/registrations`)
    ).json();
    expect(items[0]).toMatchObject({ excuse: 'work' });
  });

  test('is nobody who came, gave the place up, or is still expected', async () => {
    const family = await here.family('寅');
    const activity = await here.publish({ kind: 'open-day' });
    const { id } = await here.signUp(family, activity);
    const early = await family.asking.put(
      `/api/v1/activities/${activity}/registrations/${id}/excuse`,
      { reason: 'ill' },
    );
    expect(early.json()).toMatchObject({ status: 409, code: 'activities.nothing-to-excuse' });
    here.clock.set('2026-10-18T06:00:00Z');
    await here.principal.post(`/api/v1/activities/${activity}/check-ins`, {
      carer_id: family.carer,
    });
    here.clock.set('2026-10-18T08:00:00Z');
    await here.principal.post(`/api/v1/activities/${activity}/finish`);
    expect(await missed(family)).toMatchObject({ counting: 0, items: [] });
  });
});
