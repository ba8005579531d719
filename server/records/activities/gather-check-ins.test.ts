import { beforeAll, expect, test } from 'vitest';
import { findWho, type Who } from '../../directory/index.ts';
import type { District } from '../../platform/index.ts';
import { recordScan, type ScanOutcome } from './gather-check-ins.ts';
import type { CheckedIn } from './shapes.ts';
import { type Family, makeScene, type Scene } from './testing/scene.ts';

let here: Scene;
let who: Who;
beforeAll(async () => {
  here = await makeScene();
  const session = { person: here.principalId, kind: 'adult', strength: 'password+totp' } as const;
  const found = await findWho(here.district, session);
  if (!found) throw new Error('The scene has a principal.');
  who = found;
});

async function guests(activity: string, count: number): Promise<Family[]> {
  const families = await Promise.all(
    Array.from({ length: count }, (_, index) => here.family(`观众${index}`)),
  );
  await Promise.all(families.map((family) => here.signUp(family, activity)));
  return families;
}

function scan(district: District, activity: string, { carer }: Family): Promise<ScanOutcome> {
  return recordScan(district, { who, activity, carer, method: 'pass', at: here.clock() });
}

test('two programs that check the same people in at once, in opposite order: each person once, nobody lost', async () => {
  here.clock.set('2026-10-14T01:00:00Z');
  const activity = await here.publish();
  const families = await guests(activity, 60);
  // Another program on the same database gathers for itself.
  const other: District = { ...here.district };
  for (const [now, direction] of [
    ['2026-10-18T06:00:00Z', 'entry'],
    ['2026-10-18T07:00:00Z', 'exit'],
  ] as const) {
    here.clock.set(now);
    const outcomes = (await Promise.all([
      ...families.map((family) => scan(here.district, activity, family)),
      ...families.toReversed().map((family) => scan(other, activity, family)),
    ])) as CheckedIn[];
    const fresh = outcomes.filter(({ repeated }) => repeated === false);
    expect(outcomes.every((one) => one.direction === direction)).toBe(true);
    expect(fresh.map(({ carer_id }) => carer_id).toSorted()).toEqual(
      families.map(({ carer }) => carer).toSorted(),
    );
  }
  for (const { carer } of families.slice(0, 5)) {
    expect(await here.factsAbout(carer)).toMatchObject([{ quantity: 60 }]);
  }
});

test('where the plan asks for no exit, the entry settles the minutes and states the fact', async () => {
  here.clock.set('2026-10-14T01:00:00Z');
  const activity = await here.publish();
  const [family] = await guests(activity, 1);
  if (!family) throw new Error('One guest was asked for.');
  const activityKinds = here.district.plan.activityKinds.map((kind) => ({
    ...kind,
    checkIn: 'entry' as const,
  }));
  const district: District = { ...here.district, plan: { ...here.district.plan, activityKinds } };
  here.clock.set('2026-10-18T06:20:00Z');
  expect(await scan(district, activity, family)).toMatchObject({ direction: 'entry', minutes: 90 });
  here.clock.set('2026-10-18T06:40:00Z');
  expect(await scan(district, activity, family)).toMatchObject({ repeated: true, minutes: 90 });
  expect(await here.factsAbout(family.carer)).toMatchObject([{ quantity: 90 }]);
});
