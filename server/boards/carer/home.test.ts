import { beforeAll, expect, test } from 'vitest';
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
