import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { newId } from '../../platform/index.ts';
import { type Family, makeScene, type Scene } from '../activities/testing/scene.ts';
import { codeShown } from './testing/passes.ts';

const EVENING = '2026-10-18T09:00:00Z';

let here: Scene;
let activity: string;
let family: Family;
let count = 0;

beforeAll(async () => {
  here = await makeScene();
});

beforeEach(async () => {
  here.clock.set('2026-10-14T01:00:00Z');
  count += 1;
  activity = await here.publish();
  family = await here.family(`家长${count}`);
  here.clock.set(EVENING);
});

/** Brings a scan of the family that becomes a conflict; gives its id. */
async function bring(hour: string, over: object = {}): Promise<string> {
  const instant = `2026-10-18T${hour}:00Z`;
  const scan_id = newId();
  const pass = codeShown(here, activity, family, instant);
  const scan = { scan_id, pass, phone_at: instant, happened_at: instant, ...over };
  await here.teacher.post(`/api/v1/activities/${activity}/scans`, {
    device_id: newId(),
    sent_at: here.clock().toISOString(),
    scans: [scan],
  });
  return scan_id;
}

const decide = (ids: readonly string[], decision = 'admit', by = here.principal) =>
  by.post(`/api/v1/activities/${activity}/scan-conflicts/decisions`, {
    scan_ids: ids,
    decision,
    note: '我在门口看见了',
  });

const list = async (state = '') =>
  (
    await here.principal.get(
      `/api/v1/activities/${activity}/scan-conflicts${state && `?state=${state}`}`,
    )
  ).json().items;

const attendance = async () => {
  const { rows } = await here.pool.query(
    'select * from tianfu.attendances where activity_id = $1 and carer_id = $2',
    [activity, family.carer],
  );
  return rows[0];
};

const signUp = async () => {
  here.clock.set('2026-10-14T01:00:00Z');
  await here.signUp(family, activity);
  here.clock.set(EVENING);
};

describe('the list of conflicts', () => {
  test('says who, when, by which phone and why, and loses nobody between its pages', async () => {
    const ids = [await bring('05:58'), await bring('06:20'), await bring('06:40')];
    const items = await list('open');
    expect(items.map((one: { scan_id: string }) => one.scan_id)).toEqual(ids);
    expect(items[0]).toMatchObject({
      carer_name: `家长${count}`,
      has_come: false,
      happened_at: '2026-10-18T05:58:00.000Z',
      reason: 'no-place',
      reason_words: { zh: '没有报名，或已取消' },
      sent_by: '王老师',
      may_admit: true,
      decided_by: null,
    });
    const page = (
      await here.principal.get(`/api/v1/activities/${activity}/scan-conflicts?limit=2`)
    ).json();
    const rest = (
      await here.principal.get(
        `/api/v1/activities/${activity}/scan-conflicts?limit=2&cursor=${page.next}`,
      )
    ).json();
    expect([...page.items, ...rest.items]).toEqual(items);
    expect(rest.next).toBeUndefined();
  });

  test('is the host’s alone, and only who may correct decides', async () => {
    const id = await bring('06:00');
    const address = `/api/v1/activities/${activity}/scan-conflicts`;
    expect((await here.stranger.get(address)).statusCode).toBe(404);
    expect((await family.asking.get(address)).statusCode).toBe(403);
    expect((await decide([id], 'admit', here.teacher)).statusCode).toBe(403);
    expect((await decide([id], 'admit', here.stranger)).statusCode).toBe(404);
    expect(await attendance()).toBeUndefined();
  });
});

describe('who decides', () => {
  test('admits a family without sign-up: it gets a place, an entry and its minutes', async () => {
    const id = await bring('06:00');
    expect((await decide([id])).json().items).toEqual([
      { scan_id: id, state: 'admitted', problem: null, remedy: null },
    ]);
    expect(await attendance()).toMatchObject({
      entered_at: new Date('2026-10-18T06:00:00Z'),
      entry_method: 'offline',
      note: '我在门口看见了',
      minutes: null,
    });
    await here.principal.post(`/api/v1/activities/${activity}/finish`);
    expect(await here.factsAbout(family.carer)).toMatchObject([{ quantity: 90 }]);
    const [one] = await list('admitted');
    expect(one).toMatchObject({ decided_by: '周校长', note: '我在门口看见了' });
  });

  test('admits after the end was confirmed: the minutes stand at once', async () => {
    await signUp();
    await here.principal.post(`/api/v1/activities/${activity}/finish`);
    await decide([await bring('06:30')]);
    expect(await attendance()).toMatchObject({ minutes: 60, entry_method: 'offline' });
    expect(await here.factsAbout(family.carer)).toMatchObject([{ quantity: 60 }]);
  });

  test('believes the other door: an earlier entry, a later exit', async () => {
    await signUp();
    await bring('06:30', { direction: 'entry' });
    await decide([await bring('06:10', { direction: 'entry' })]);
    expect(await attendance()).toMatchObject({ entered_at: new Date('2026-10-18T06:10:00Z') });
    await decide([await bring('07:10', { direction: 'entry' })]);
    expect(await attendance()).toMatchObject({
      left_at: new Date('2026-10-18T07:10:00Z'),
      minutes: 60,
    });
    expect(await here.factsAbout(family.carer)).toMatchObject([{ quantity: 60 }]);
  });

  test('where minutes stood already they are corrected, and the family is told why', async () => {
    await signUp();
    await bring('06:30', { direction: 'entry' });
    await bring('07:00', { direction: 'exit' });
    await decide([await bring('06:10', { direction: 'entry' })]);
    expect(await attendance()).toMatchObject({ minutes: 50, version: 2 });
    const facts = await here.factsAbout(family.carer);
    expect(facts.map(({ quantity }) => quantity)).toEqual([30, -30, 50]);
    const notices = (await family.asking.get('/api/v1/notices')).json().items;
    expect(notices[0].text.zh).toContain('我在门口看见了');
  });

  test('dismisses with a reason: nothing is counted, the scan stays in the list', async () => {
    const id = await bring('06:00');
    await decide([id], 'dismiss');
    expect(await attendance()).toBeUndefined();
    expect(await list('open')).toEqual([]);
    expect(await list('dismissed')).toMatchObject([{ scan_id: id, note: '我在门口看见了' }]);
  });

  test('decides once: the second is told, and of many each stands for itself', async () => {
    const [first, second] = [await bring('06:00'), await bring('06:20')];
    await decide([first], 'dismiss');
    const { items } = (await decide([first, second])).json();
    expect(items[0].problem.zh).toBe('这条已经有人处理过');
    expect(items[1]).toMatchObject({ state: 'admitted' });
  });

  test('at the same moment as a colleague: one of the two decides', async () => {
    const id = await bring('06:00');
    const both = await Promise.all([decide([id]), decide([id], 'dismiss')]);
    const states = both.map((answer) => answer.json().items[0].state);
    expect(states.filter((state) => state !== 'open')).toHaveLength(1);
  });

  test('cannot vouch for a pass that names nobody, nor fill a hall beyond its places', async () => {
    const forged = await bring('06:00', { pass: 'ABCDEFGH' });
    expect((await list())[0]).toMatchObject({ carer_name: null, may_admit: false });
    expect((await decide([forged])).json().items[0].problem.zh).toBe('这条不能补记签到');
    here.clock.set('2026-10-14T01:00:00Z');
    activity = await here.publish({ capacity: 1 });
    await here.signUp(await here.family('先来的'), activity);
    here.clock.set(EVENING);
    const full = await bring('06:00');
    expect((await decide([full])).json().items[0].problem.zh).toBe('名额已满');
    expect(await list('open')).toHaveLength(1);
  });

  test('gives a reason, always', async () => {
    const answer = await here.principal.post(
      `/api/v1/activities/${activity}/scan-conflicts/decisions`,
      { scan_ids: [await bring('06:00')], decision: 'admit', note: '  ' },
    );
    expect(answer.statusCode).toBe(400);
  });
});
