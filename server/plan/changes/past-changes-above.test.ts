import { join } from 'node:path';
import { afterAll, beforeEach, describe, expect, test } from 'vitest';
import { loadPlanAgainst, PlanError, type PlanProblem } from '../index.ts';
import { twoPlans } from '../testing/plan-folders.ts';

const plans = await twoPlans();
const { inForce, edited } = plans;
const today = '2026-11-26';
const once = 'version: 1, effectiveFrom: 2026-09-01, every: term, count: 1, amberDays: 30';
const twice = once.replace('count: 1', 'count: 2');
let above = '';

beforeEach(async () => {
  await plans.reset();
  await plans.layer('before', [twice]);
  above = await plans.layer('after', [twice]);
  await plans.change(inForce, 'plan', 'timezone:', 'layers: [../before]\ntimezone:');
});
afterAll(plans.remove);

const layers = (named: string) =>
  plans.change(edited, 'plan', 'timezone:', `layers: [${named}]\ntimezone:`);

describe('What binds a plan that is to be put in force from above', () => {
  test('may be the same', async () => {
    await layers('../after');
    await expect(loadPlanAgainst(edited, inForce, today)).resolves.toBeDefined();
  });

  test('may ask for more from today on', async () => {
    await plans.layer('after', [
      twice.replace('every', 'effectiveUntil: 2026-11-25, every'),
      `${twice.replace('version: 1', 'version: 2').replace('2026-09-01', today).replace('count: 2', 'count: 3')}`,
    ]);
    await layers('../after');
    const { duties } = await loadPlanAgainst(edited, inForce, today);
    expect(duties[0]?.versions.map(({ target }) => target)).toEqual([2, 3]);
  });

  test('may not ask for more of days gone by: it says in which file, and from which day', async () => {
    await plans.layer('after', [twice.replace('count: 2', 'count: 3')]);
    await layers('../after');
    expect(await problemsOf()).toMatchObject([
      {
        file: join(above, 'duties.yaml'),
        line: 9,
        path: 'duties[0].versions[0]',
        wrong: {
          zh: '“每学期办一次家长课堂”从 2026-09-01 起的要求因此变了，那些日子已经过去',
          en: 'By it "A parents\' class each term" asks for something else from 2026-09-01 on, and those days have passed',
        },
        remedy: {
          zh: '请照旧保留执行过的版本，另加一个版本，effectiveFrom 最早写 2026-11-26',
          en: 'Leave the versions that were in force, and add another whose effectiveFrom is 2026-11-26 at the earliest',
        },
      },
    ]);
  });

  test('may not ask for less of days gone by than the stricter wording did', async () => {
    await plans.layer('after', [once]);
    await layers('../after');
    expect(await problemsOf()).toMatchObject([{ file: join(above, 'duties.yaml') }]);
  });

  test('may not be left out once it was the stricter', async () => {
    expect(await problemsOf()).toMatchObject([
      {
        file: join(edited, 'plan.yaml'),
        path: 'layers',
        remedy: { en: expect.stringContaining('Name the layer again') },
      },
    ]);
  });

  test('may be left out where the plan asked for as much itself', async () => {
    await plans.layer('before', [once]);
    await expect(loadPlanAgainst(edited, inForce, today)).resolves.toBeDefined();
  });

  test('may not come as new with days gone by, which the plan did not know of', async () => {
    await plans.layer('before', [once]);
    await layers('../after');
    expect(await problemsOf()).toMatchObject([
      { file: join(above, 'duties.yaml'), path: 'duties[0].versions[0]' },
    ]);
  });
});

async function problemsOf(): Promise<readonly PlanProblem[]> {
  const error = await loadPlanAgainst(edited, inForce, today).catch((reason: unknown) => reason);
  expect(error).toBeInstanceOf(PlanError);
  return (error as PlanError).problems;
}
