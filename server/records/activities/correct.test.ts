import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { settleDistrict } from '../../background.ts';
import { type Family, makeScene, type Scene } from './testing/scene.ts';

let here: Scene;
let family: Family;
let attendance: string;

beforeAll(async () => {
  here = await makeScene();
});

beforeEach(async () => {
  here.clock.set('2026-10-14T01:00:00Z');
  const activity = await here.publish();
  family = await here.family('高山');
  await here.signUp(family, activity);
  const scan = () =>
    here.teacher.post(`/api/v1/activities/${activity}/check-ins`, { carer_id: family.carer });
  here.clock.set('2026-10-18T06:00:00Z');
  attendance = (await scan()).json().attendance_id;
  here.clock.set('2026-10-18T07:30:00Z');
  await scan();
});

const correct = (minutes: number, by: 'principal' | 'teacher' | 'stranger' = 'principal') =>
  here[by].post(`/api/v1/attendances/${attendance}/corrections`, {
    minutes,
    reason: '中途离开了半小时。',
  });
const quantities = async () =>
  (await here.factsAbout(family.carer)).map(({ source, quantity }) => [
    source.startsWith('reversal:') ? 'reversal' : source,
    quantity,
  ]);

describe('a correction', () => {
  test('takes the fact back and states the right one; history and reason stay visible', async () => {
    await settleDistrict(here.district);
    const answer = await correct(60);
    expect(answer.json()).toMatchObject({
      minutes: 60,
      version: 2,
      corrections: [
        {
          minutes_before: 90,
          minutes_after: 60,
          corrected_by: '周校长',
          reason: '中途离开了半小时。',
        },
      ],
    });
    expect(await quantities()).toEqual([
      [`attendance:${attendance}`, 90],
      ['reversal', -90],
      [`attendance:${attendance}:2`, 60],
    ]);
    await correct(45);
    expect((await quantities()).slice(3)).toEqual([
      ['reversal', -60],
      [`attendance:${attendance}:3`, 45],
    ]);
    const shown = await here.teacher.get(`/api/v1/attendances/${attendance}`);
    expect(shown.json().corrections).toHaveLength(2);
    const [told] = (await family.asking.get('/api/v1/notices')).json().items;
    expect(told.text.zh).toContain('45 分钟');
  });

  test('to 0 minutes takes the attendance back, and can itself be put right', async () => {
    await correct(0);
    expect(await quantities()).toEqual([
      [`attendance:${attendance}`, 90],
      ['reversal', -90],
    ]);
    await correct(90);
    expect((await quantities()).at(-1)).toEqual([`attendance:${attendance}:3`, 90]);
    await settleDistrict(here.district);
    const { rows } = await here.pool.query(
      'select amount from tianfu.balances where carer_id = $1',
      [family.carer],
    );
    expect(rows).toEqual([{ amount: 150 }]);
  });

  test('that changes nothing, or gives more than counts, is refused', async () => {
    expect((await correct(90)).json().code).toBe('activities.nothing-to-correct');
    expect((await correct(181)).json().code).toBe('activities.more-than-counts');
  });

  test('is not for class teachers, and not for other schools', async () => {
    expect((await correct(60, 'teacher')).statusCode).toBe(403);
    expect((await correct(60, 'stranger')).statusCode).toBe(404);
    const look = await here.stranger.get(`/api/v1/attendances/${attendance}`);
    expect(look.statusCode).toBe(404);
  });
});
