import readXlsx from 'read-excel-file/node';
import { beforeAll, describe, expect, test } from 'vitest';
import type { Asking } from '../../testing/test-app.ts';
import type { Team } from './shapes.ts';
import { type Family, makeScene, type Scene } from './testing/scene.ts';

let here: Scene;
let whole: string;
let east: string;
let west: string;
let [wang, liu, outsider]: Family[] = [];

const EVE = '2026-10-14T02:00:00Z';
const EAST = { begins_at: '2026-10-18T00:00:00Z', ends_at: '2026-10-18T01:00:00Z', label: '东门' };
const WEST = { begins_at: '2026-10-18T09:00:00Z', ends_at: '2026-10-18T10:00:00Z', label: '西门' };

const person = (family: Family | undefined) => {
  if (!family) throw new Error('The scene is not set.');
  return family;
};
const team = async (as: Asking, shift = east): Promise<Team> =>
  (await as.get(`/api/v1/activities/${shift}/team`)).json();
const name = (family: Family | undefined, { as = here.principal, shift = east } = {}) =>
  as.put(`/api/v1/activities/${shift}/lead`, { person_id: person(family).carer });
const leadNotices = async (family: Family | undefined) =>
  (await person(family).asking.get('/api/v1/notices'))
    .json()
    .items.filter(({ kind }: { kind: string }) => kind === 'leads');
const boardLacks = async () => {
  const { items } = (await here.principal.get('/api/v1/host-board')).json();
  const row = items.find((one: { activity_id: string }) => one.activity_id === whole);
  return row?.missing.map(({ code }: { code: string }) => code) ?? [];
};

beforeAll(async () => {
  here = await makeScene();
  here.clock.set(EVE);
  [wang, liu, outsider] = [
    await here.family('王志愿'),
    await here.family('刘志愿'),
    await here.family('没报名'),
  ];
  whole = await here.draft({ kind: 'volunteering', title: '护学岗' });
  for (const shift of [EAST, WEST]) {
    await here.principal.post(`/api/v1/activities/${whole}/sessions`, shift);
  }
  const published = await here.principal.post(`/api/v1/activities/${whole}/publish`);
  const idOf = (label: string) =>
    published.json().sessions.find((one: { label: string }) => one.label === label).activity_id;
  [east, west] = [idOf('东门'), idOf('西门')];
  await here.signUp(person(wang), east);
  await here.signUp(person(liu), east);
  await here.signUp(person(liu), west);
});

describe('the lead of a shift', () => {
  test('is missing until the host names one, and the board says so', async () => {
    const lacks = await boardLacks();
    expect(lacks).toContain('no-lead');
    // Its own shifts are no other event of that hour.
    expect(lacks).not.toContain('clash');
    expect(await team(person(wang).asking)).toEqual({
      lead: null,
      is_led_by_me: false,
      deputy: null,
      is_deputised_by_me: false,
      members: null,
    });
  });

  test('is one of its volunteers, and of nothing but a shift', async () => {
    expect((await name(outsider)).json().code).toBe('activities.not-in-the-team');
    expect((await name(wang, { shift: west })).json().code).toBe('activities.not-in-the-team');
    expect((await name(wang, { shift: whole })).json().code).toBe('activities.no-team');
    const lecture = await here.publish();
    await here.signUp(person(wang), lecture);
    expect((await name(wang, { shift: lecture })).json().code).toBe('activities.no-team');
  });

  test('is named by who arranges it and by nobody else', async () => {
    for (const as of [person(wang).asking, person(liu).asking, here.stranger, here.teacher]) {
      expect([403, 404]).toContain((await name(wang, { as })).statusCode);
      const taken = await as.delete(`/api/v1/activities/${east}/lead`);
      expect([403, 404]).toContain(taken.statusCode);
    }
    expect((await team(here.principal)).lead).toBeNull();
  });

  test('is told, once', async () => {
    expect((await name(wang)).statusCode).toBe(204);
    expect((await name(wang)).statusCode).toBe(204);
    const [told, ...more] = await leadNotices(wang);
    expect(more).toEqual([]);
    expect(told).toMatchObject({ link: `/activities/${east}` });
    expect(JSON.stringify(told)).toContain('护学岗 · 东门');
  });

  test('sees the names of the team and who has come; the others see who leads them, and no more', async () => {
    const seen = await team(person(wang).asking);
    expect(seen).toMatchObject({
      lead: '王志愿',
      is_led_by_me: true,
      members: [
        { person_id: null, name: '王志愿', is_lead: true, has_entered: false },
        { person_id: null, name: '刘志愿', is_lead: false, has_entered: false },
      ],
    });
    expect(await team(person(liu).asking)).toMatchObject({
      lead: '王志愿',
      is_led_by_me: false,
      members: null,
    });
    for (const as of [person(outsider).asking, here.stranger]) {
      expect((await as.get(`/api/v1/activities/${east}/team`)).statusCode).toBe(404);
    }
  });

  test('is named in the list of shifts to the team and the host alone', async () => {
    const leaders = async (as: Asking) =>
      (await as.get(`/api/v1/activities/${whole}`))
        .json()
        .sessions.map(({ leader }: { leader: string | null }) => leader);
    expect(await leaders(person(liu).asking)).toEqual(['王志愿', null]);
    expect(await leaders(here.principal)).toEqual(['王志愿', null]);
    expect(await leaders(person(outsider).asking)).toEqual([null, null]);
  });

  test('is marked in the host’s list and spreadsheet', async () => {
    const { items } = (
      await here.principal.get(`/api/v1/activities/${whole}/registrations`)
    ).json();
    const marks = items.flatMap((row: { carers: { name: string; is_lead: boolean }[] }) =>
      row.carers.map((carer) => [carer.name, carer.is_lead]),
    );
    expect(marks).toEqual([
      ['王志愿', true],
      ['刘志愿', false],
      ['刘志愿', false],
    ]);
    const file = await here.principal.get(`/api/v1/activities/${whole}/registrations/sheet`);
    const [sheet] = await readXlsx(file.rawPayload);
    expect(sheet?.data[0]?.[1]).toBe('组长');
    expect(sheet?.data[1]?.slice(0, 2)).toEqual(['王志愿', '组长']);
  });
});

describe('the deputy of a lead', () => {
  const deputise = (family: Family | undefined, { as = here.principal, shift = east } = {}) =>
    as.put(`/api/v1/activities/${shift}/deputy`, { person_id: person(family).carer });
  const told = async (family: Family | undefined) =>
    (await person(family).asking.get('/api/v1/notices'))
      .json()
      .items.filter(({ kind }: { kind: string }) => kind === 'deputises');

  test('is another of its volunteers, named by who arranges it, and told once', async () => {
    expect((await deputise(outsider)).json().code).toBe('activities.not-in-the-team');
    expect((await deputise(wang)).json().code).toBe('activities.leads-already');
    for (const as of [person(wang).asking, person(liu).asking, here.stranger, here.teacher]) {
      expect([403, 404]).toContain((await deputise(liu, { as })).statusCode);
      const taken = await as.delete(`/api/v1/activities/${east}/deputy`);
      expect([403, 404]).toContain(taken.statusCode);
    }
    for (const _ of ['first', 'again']) expect((await deputise(liu)).statusCode).toBe(204);
    expect(await told(liu)).toMatchObject([{ link: `/activities/${east}` }]);
  });

  test('sees what the lead sees, and both know of each other', async () => {
    expect(await team(person(liu).asking)).toMatchObject({
      lead: '王志愿',
      is_led_by_me: false,
      deputy: '刘志愿',
      is_deputised_by_me: true,
      members: [
        { person_id: null, name: '王志愿', is_lead: true, is_deputy: false },
        { person_id: null, name: '刘志愿', is_lead: false, is_deputy: true },
      ],
    });
    expect(await team(person(wang).asking)).toMatchObject({
      deputy: '刘志愿',
      is_deputised_by_me: false,
    });
  });

  test('stays when the lead is taken back, and leads no more once that is taken back', async () => {
    await here.principal.delete(`/api/v1/activities/${east}/lead`);
    expect(await team(person(liu).asking)).toMatchObject({ lead: null, deputy: '刘志愿' });
    expect((await team(person(liu).asking)).members).toHaveLength(2);
    await here.principal.delete(`/api/v1/activities/${east}/deputy`);
    expect(await team(person(liu).asking)).toMatchObject({ deputy: null, members: null });
    expect((await told(liu))[0].done_at).not.toBeNull();
    await name(wang);
  });

  test('who becomes lead is deputy no more, and the notice of that is silent', async () => {
    await deputise(liu);
    await name(liu);
    expect(await team(here.principal)).toMatchObject({ lead: '刘志愿', deputy: null });
    expect((await told(liu)).every(({ done_at }: { done_at: string | null }) => done_at)).toBe(
      true,
    );
    await name(wang);
    expect(await team(here.principal)).toMatchObject({ lead: '王志愿', deputy: null });
  });

  test('who gives the place up is deputy no more', async () => {
    await deputise(liu);
    const detail = await person(liu).asking.get(`/api/v1/activities/${east}`);
    const { id } = detail.json().registration;
    await person(liu).asking.delete(`/api/v1/activities/${east}/registrations/${id}`);
    expect(await team(here.principal)).toMatchObject({ lead: '王志愿', deputy: null });
    await here.signUp(person(liu), east);
    expect(await team(person(liu).asking)).toMatchObject({ deputy: null, members: null });
  });
});

describe('who leads no more', () => {
  const giveUp = async (family: Family | undefined, shift = east) => {
    const detail = await person(family).asking.get(`/api/v1/activities/${shift}`);
    const { id } = detail.json().registration;
    return person(family).asking.delete(`/api/v1/activities/${shift}/registrations/${id}`);
  };

  test('another is named instead: they are told, and the first need not read it', async () => {
    expect((await name(liu)).statusCode).toBe(204);
    expect(await team(person(liu).asking)).toMatchObject({ lead: '刘志愿', is_led_by_me: true });
    expect(await team(person(wang).asking)).toMatchObject({ is_led_by_me: false, members: null });
    expect(await leadNotices(liu)).toHaveLength(1);
    expect((await leadNotices(wang))[0].done_at).not.toBeNull();
  });

  test('whoever gives the place up, and coming back is not lead again', async () => {
    expect((await giveUp(liu)).statusCode).toBe(204);
    expect((await team(here.principal)).lead).toBeNull();
    expect(await boardLacks()).toContain('no-lead');
    await here.signUp(person(liu), east);
    expect(await team(person(liu).asking)).toMatchObject({ lead: null, is_led_by_me: false });
  });

  test('whoever changes to another shift', async () => {
    await name(wang);
    const detail = await person(wang).asking.get(`/api/v1/activities/${east}`);
    const { id } = detail.json().registration;
    const url = `/api/v1/activities/${east}/registrations/${id}/session`;
    const moved = await person(wang).asking.post(url, { session_id: west });
    expect(moved.statusCode).toBe(204);
    expect((await team(here.principal)).lead).toBeNull();
    expect((await team(here.principal, west)).lead).toBeNull();
  });

  test('whose naming the host takes back: the place stays', async () => {
    await name(liu);
    const taken = await here.principal.delete(`/api/v1/activities/${east}/lead`);
    expect(taken.statusCode).toBe(204);
    expect(await team(here.principal)).toMatchObject({
      lead: null,
      members: [{ name: '刘志愿', is_lead: false }],
    });
  });

  test('nobody, in a copy', async () => {
    await name(liu);
    const copied = await here.principal.post(`/api/v1/activities/${whole}/copies`, {
      days: ['2026-10-25'],
    });
    const copy = copied.json().items[0].activity_id;
    const { sessions } = (await here.principal.get(`/api/v1/activities/${copy}`)).json();
    expect(sessions.map(({ leader }: { leader: null }) => leader)).toEqual([null, null]);
  });
});

describe('on the day and after it', () => {
  test('the lead sees who has come', async () => {
    here.clock.set('2026-10-18T00:02:00Z');
    const door = `/api/v1/activities/${east}/check-ins`;
    await here.principal.post(door, { carer_id: person(liu).carer });
    const { members } = await team(person(liu).asking);
    expect(members).toMatchObject([{ name: '刘志愿', has_entered: true }]);
  });

  test('and the names of others no more, once the end is confirmed', async () => {
    here.clock.set('2026-10-18T12:00:00Z');
    expect((await here.principal.post(`/api/v1/activities/${whole}/finish`)).statusCode).toBe(200);
    expect(await team(person(liu).asking)).toMatchObject({ lead: '刘志愿', members: null });
    expect((await team(here.principal)).members).toHaveLength(1);
    expect((await name(liu)).statusCode).toBe(409);
  });

  test('an activity without shifts has a lead as well', async () => {
    here.clock.set(EVE);
    const alone = await here.publish({ kind: 'volunteering', title: '图书角' });
    await here.signUp(person(wang), alone);
    expect((await name(wang, { shift: alone })).statusCode).toBe(204);
    expect((await person(wang).asking.get(`/api/v1/activities/${alone}`)).json().has_team).toBe(
      true,
    );
    expect(await team(person(wang).asking, alone)).toMatchObject({ is_led_by_me: true });
  });
});
