import { beforeAll, expect, test } from 'vitest';
import { settleDistrict } from '../../background.ts';
import { makeScene, type Scene } from '../../records/activities/testing/scene.ts';

let here: Scene;

beforeAll(async () => {
  here = await makeScene();
});

interface Coming {
  readonly activity_id: string;
  readonly registration_state: string | null;
}

test('coming events say which of them one has signed up for, and how far that is', async () => {
  const free = await here.publish({ title: '还没报名' });
  const mine = await here.publish({ title: '已报名' });
  const full = await here.publish({ title: '只有一席', capacity: 1 });
  const family = await here.family('陈梅');
  await here.signUp(await here.family('先来'), full);
  await here.signUp(family, mine);
  await here.signUp(family, full);
  for (const path of ['/api/v1/carer/home', '/api/v1/carer/points']) {
    const { coming } = (await family.asking.get(path)).json() as { coming: Coming[] };
    const states = Object.fromEntries(
      coming.map((event) => [event.activity_id, event.registration_state]),
    );
    expect(states, path).toEqual({ [free]: null, [mine]: 'registered', [full]: 'waiting' });
  }
  const { today } = (await family.asking.get('/api/v1/carer/home')).json();
  expect(today).toEqual([]);
});

test('the totals come with one’s three newest entries, as the full list has them', async () => {
  const family = await here.family('高山');
  for (const day of ['18', '19', '20', '21']) {
    const [startsAt, endsAt] = [`2026-10-${day}T06:00:00Z`, `2026-10-${day}T07:30:00Z`];
    here.clock.set('2026-10-14T01:00:00Z');
    const activity = await here.publish({ begins_at: startsAt, ends_at: endsAt });
    await here.signUp(family, activity);
    for (const moment of [startsAt, endsAt]) {
      here.clock.set(moment);
      await here.teacher.post(`/api/v1/activities/${activity}/check-ins`, {
        carer_id: family.carer,
      });
    }
  }
  await settleDistrict(here.district);
  const { latest } = (await family.asking.get('/api/v1/carer/points')).json();
  const all = (await family.asking.get(`/api/v1/carers/${family.carer}/points`)).json().items;
  expect(all).toHaveLength(4);
  expect(latest).toEqual(all.slice(0, 3));
});
