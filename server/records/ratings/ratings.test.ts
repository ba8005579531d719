import readXlsx from 'read-excel-file/node';
import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { settleDistrict } from '../../background.ts';
import { type Family, makeScene, type Scene } from '../activities/testing/scene.ts';

let here: Scene;
let activity: string;
let families: Family[];

const url = (tail: string) => `/api/v1/activities/${activity}${tail}`;
const rate = ({ asking }: Family, stars: number, helped = '', improve = '') =>
  asking.put(url('/my-rating'), { stars, helped, improve });
const seen = async () => (await here.principal.get(url('/ratings'))).json();

beforeAll(async () => {
  here = await makeScene();
});

beforeEach(async () => {
  here.clock.set('2026-10-14T01:00:00Z');
  activity = await here.publish();
  families = [];
  for (const name of ['陈', '李', '王', '赵', '钱', '孙']) {
    const family = await here.family(name);
    await here.signUp(family, activity);
    families.push(family);
  }
  here.clock.set('2026-10-18T06:00:00Z');
  for (const { carer } of families) {
    await here.teacher.post(url('/check-ins'), { carer_id: carer });
  }
  here.clock.set('2026-10-18T07:40:00Z');
  await here.principal.post(url('/finish'));
});

describe('what those who came say', () => {
  test('is told to the host five at a time, without names, and the sixth waits', async () => {
    for (const [index, family] of families.slice(0, 4).entries()) {
      await rate(family, index + 2, `好处${index}`);
    }
    expect(await seen()).toMatchObject({ answers: 0, average: null, helped: [] });
    await rate(families[4] as Family, 5, '', '再短一点');
    const told = await seen();
    expect(told).toMatchObject({ answers: 5, average: 3.8, stars: [0, 1, 1, 1, 2] });
    expect(told.helped.toSorted()).toEqual(['好处0', '好处1', '好处2', '好处3']);
    expect(told.improve).toEqual(['再短一点']);
    await rate(families[5] as Family, 1, '第六份');
    expect(await seen()).toEqual(told);
    const [sheet] = await readXlsx((await here.principal.get(url('/ratings/sheet'))).rawPayload);
    expect(sheet?.data[2]).toEqual(['平均（满分 5）', 3.8]);
  });

  test('may be changed for two weeks, and is one answer', async () => {
    const [mine] = families as [Family];
    await rate(mine, 3, '例子');
    await rate(mine, 5, '例子多');
    expect((await mine.asking.get(url('/my-rating'))).json()).toEqual({
      is_open: true,
      closes_at: '2026-11-01T07:30:00.000Z',
      mine: { stars: 5, helped: '例子多', improve: '' },
    });
    const { rows } = await here.pool.query(
      'select stars from tianfu.activity_ratings where activity_id = $1',
      [activity],
    );
    expect(rows).toEqual([{ stars: 5 }]);
    here.clock.set('2026-11-01T07:31:00Z');
    expect((await rate(mine, 1)).json().code).toBe('ratings.closed-already');
  });

  test('is nobody’s any more when the two weeks are over', async () => {
    const [mine] = families as [Family];
    await rate(mine, 4, '例子');
    here.clock.set('2026-11-01T07:31:00Z');
    await settleDistrict(here.district);
    const { rows } = await here.pool.query(
      'select 1 from tianfu.rating_salts where activity_id = $1',
      [activity],
    );
    expect(rows).toEqual([]);
    expect((await mine.asking.get(url('/my-rating'))).json()).toMatchObject({
      is_open: false,
      mine: null,
    });
  });

  test('leaves nothing in the database by which a person is found', async () => {
    const [mine] = families as [Family];
    await mine.asking.put(
      url('/my-rating'),
      { stars: 2 },
      { 'idempotency-key': 'a-key-of-mine-1234' },
    );
    const columns = await here.pool.query(
      `select column_name from information_schema.columns
        where table_schema = 'tianfu' and table_name = 'activity_ratings'`,
    );
    expect(columns.rows.map(({ column_name }) => column_name).toSorted()).toEqual([
      'activity_id',
      'author',
      'helped',
      'improve',
      'is_shown',
      'stars',
    ]);
    const keys = await here.pool.query(
      `select 1 from tianfu.idempotency_keys where key = 'a-key-of-mine-1234'`,
    );
    expect(keys.rows).toEqual([]);
  });

  test('is said by those who were there, after it, within reason', async () => {
    const [mine] = families as [Family];
    const absent = await here.family('周');
    expect((await rate(absent, 5)).statusCode).toBe(404);
    expect((await absent.asking.get(url('/my-rating'))).statusCode).toBe(404);
    expect((await rate(mine, 6)).statusCode).toBe(400);
    expect((await rate(mine, 0)).statusCode).toBe(400);
    expect((await here.principal.put(url('/my-rating'), { stars: 5 })).statusCode).toBe(404);
  });

  test('is not said by the speaker, who is no family that came either', async () => {
    here.clock.set('2026-10-14T01:00:00Z');
    activity = await here.publish();
    const [listener, speaker] = [await here.family('郑'), await here.family('吴')];
    await here.signUp(listener, activity);
    const named = { person_id: speaker.carer, part: 'speaker' };
    await here.principal.post(url('/helpers'), named);
    here.clock.set('2026-10-18T06:00:00Z');
    await here.teacher.post(url('/check-ins'), { carer_id: listener.carer });
    here.clock.set('2026-10-18T07:40:00Z');
    const presence = { carer_id: speaker.carer, reason: '按协助人登记' };
    expect((await here.principal.post(url('/presences'), presence)).statusCode).toBeLessThan(300);
    await here.principal.post(url('/finish'));
    expect((await rate(speaker, 5)).statusCode).toBe(404);
    expect((await rate(listener, 5)).statusCode).toBe(204);
    expect((await here.principal.get(url('/report'))).json().families).toBe(1);
  });

  test('is for the host alone', async () => {
    expect((await here.stranger.get(url('/ratings'))).statusCode).toBe(404);
    expect((await families[0]?.asking.get(url('/ratings')))?.statusCode).toBe(403);
    expect((await here.nobody.get(url('/ratings'))).statusCode).toBe(401);
  });
});
