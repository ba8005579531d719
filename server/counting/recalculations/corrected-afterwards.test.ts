import { expect, test } from 'vitest';
import { settleDistrict } from '../../background.ts';
import { makeScene } from '../../records/activities/testing/scene.ts';
import { recountPoints } from '../points/index.ts';

test('an attendance that is corrected after its day was counted anew keeps the wording of then', async () => {
  const here = await makeScene();
  const officers = await Promise.all(
    ['李科长', '赵主任'].map(async (name) => {
      const id = await here.people.adult(name);
      await here.people.post(id, 'district-officer', here.people.top);
      return id;
    }),
  );
  const activity = await here.publish();
  const family = await here.family('陈梅');
  await here.signUp(family, activity);
  for (const moment of ['2026-10-18T06:00:00Z', '2026-10-18T07:30:00Z']) {
    here.clock.set(moment);
    await here.teacher.post(`/api/v1/activities/${activity}/check-ins`, {
      carer_id: family.carer,
    });
  }
  here.clock.set('2026-10-20T02:00:00Z');
  const balance = async () => {
    await settleDistrict(here.district);
    return (await family.asking.get('/api/v1/carer/points')).json().balance;
  };
  expect(await balance()).toBe(150);

  const [officer = '', second = ''] = officers;
  const { id } = (
    await (
      await here.as(officer)
    ).post('/api/v1/recalculations', {
      ...{ rules: ['guidance-hours'], from_on: '2026-10-01', until_on: '2026-10-20' },
      ...{ wording_of: '2022-11-01', reason: '按旧标准' },
    })
  ).json();
  await settleDistrict(here.district);
  const asking = await here.as(second);
  const { version } = (await asking.get(`/api/v1/recalculations/${id}`)).json();
  await asking.post(
    `/api/v1/recalculations/${id}/decision`,
    { decision: 'confirm' },
    { 'if-match': `"${version}"` },
  );
  // An hour gave 0.8 then.
  expect(await balance()).toBe(120);

  const { rows } = await here.pool.query('select id from tianfu.attendances');
  const corrected = await here.principal.post(`/api/v1/attendances/${rows[0].id}/corrections`, {
    minutes: 60,
    reason: '早走了',
  });
  expect(corrected.statusCode).toBe(201);
  expect(await balance()).toBe(80);
  expect(await recountPoints(here.district.plan, here.database)).toEqual([]);
});
