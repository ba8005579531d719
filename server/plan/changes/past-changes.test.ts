import { join } from 'node:path';
import { afterAll, beforeEach, describe, expect, test } from 'vitest';
import { loadPlanAgainst, PlanError, type PlanProblem } from '../index.ts';
import { edits, twoPlans } from '../testing/plan-folders.ts';

const plans = await twoPlans();
const { inForce, edited } = plans;
const today = '2026-11-26';

beforeEach(plans.reset);
afterAll(plans.remove);

const change = (file: string, right: string, wrong: string) =>
  plans.change(edited, file, right, wrong);

describe('A plan that is to be put in force', () => {
  test('may be the same', async () => {
    await expect(loadPlanAgainst(edited, inForce, today)).resolves.toMatchObject({
      id: 'example-county',
    });
  });

  test.each([
    ['today', '2026-11-25', today],
    ['a later day', '2027-02-21', '2027-02-22'],
  ])('may ask for more from %s on', async (_, lastDay, firstDay) => {
    await change(...edits.villageTwice(lastDay, firstDay));
    const { duties } = await loadPlanAgainst(edited, inForce, today);
    expect(duties[0]?.versions.map(({ target }) => target)).toEqual([1, 2]);
  });

  test('may not ask for more from yesterday on: it says where, and the earliest day', async () => {
    await change(...edits.villageTwice('2026-11-24', '2026-11-25'));
    expect(await problemsOf()).toMatchObject([
      {
        ...at('duties', 11, 66),
        path: 'duties[0].versions[0].effectiveUntil',
        wrong: { en: 'The last day of version 1 was moved to 2026-11-24, which has passed' },
        remedy: {
          en: 'Give effectiveUntil 2026-11-25 at the earliest (the next version then begins on 2026-11-26)',
        },
      },
      {
        ...at('duties', 12, 38),
        path: 'duties[0].versions[1].effectiveFrom',
        wrong: {
          zh: '版本 2 还没有执行过，却写成从已经过去的 2026-11-25 起',
          en: 'Version 2 has not been in force yet, and begins on 2026-11-25, which has passed',
        },
        remedy: {
          zh: 'effectiveFrom 最早写 2026-11-26',
          en: 'Give effectiveFrom 2026-11-26 at the earliest',
        },
      },
    ]);
  });

  test.each([
    ['a point rule', 'points', 'perEvent: 3', 'perEvent: 4', 'rules[0]'],
    ['a category', 'points', 'perTerm: 18', 'perTerm: 20', 'categories[0]'],
    ['a certificate', 'certificates', 'threshold: 15', 'threshold: 20', 'certificates[0]'],
    [
      'whose points a certificate looks at',
      'certificates',
      'carers: both, each: 40',
      'carers: sum',
      'certificates[0]',
    ],
    ['a duty', 'duties', 'enough: 90', 'enough: 95', 'duties[1]'],
  ])(
    'may not say of the days gone by otherwise what holds by %s',
    async (_, file, right, wrong, path) => {
      await change(file, right, wrong);
      expect(await problemsOf()).toMatchObject([
        {
          file: join(edited, `${file}.yaml`),
          path: `${path}.versions[0].effectiveFrom`,
          wrong: { zh: '版本 1 从 2026-09-01 起执行，这里改了它，过去的日子会跟着变' },
          remedy: {
            en: 'Leave version 1 as it was, end it by effectiveUntil, and add another whose effectiveFrom is 2026-11-26 at the earliest',
          },
        },
      ]);
    },
  );

  test('may change what begins on a later day, and not move it into the past', async () => {
    await plans.change(inForce, ...edits.villageTwice('2027-02-21', '2027-02-22'));
    await change(...edits.villageTwice('2027-08-31', '2027-09-01', 3));
    await expect(loadPlanAgainst(edited, inForce, today)).resolves.toBeDefined();
    await expect(loadPlanAgainst(edited, inForce, '2027-03-01')).rejects.toThrow(PlanError);
  });

  test('may not change a version that is over: it is to be written as it was', async () => {
    await plans.change(inForce, ...edits.villageTwice('2026-10-31', '2026-11-01'));
    await change(...edits.villageTwice('2026-10-31', '2026-11-01'));
    await change('duties', 'count: 1, amberDays: 30', 'count: 1, amberDays: 20');
    expect(await problemsOf()).toMatchObject([
      {
        path: 'duties[0].versions[0].effectiveFrom',
        remedy: {
          zh: '它已经结束，请照旧写回；要改，请另加一个版本，effectiveFrom 最早写 2026-11-26',
        },
      },
    ]);
  });

  test('may not give back days to a version that is over', async () => {
    await plans.change(inForce, ...edits.villageTwice('2026-10-31', '2026-11-01'));
    await change(...edits.villageTwice('2026-11-30', '2026-12-01'));
    expect(await problemsOf()).toMatchObject([
      {
        path: 'duties[0].versions[0].effectiveUntil',
        wrong: { en: 'Version 1 ended on 2026-10-31, and its last day was changed' },
        remedy: { en: 'Write effectiveUntil: 2026-10-31 again' },
      },
      { path: 'duties[0].versions[1].effectiveFrom' },
    ]);
  });

  test('may not leave out what was in force', async () => {
    await change('duties', '  - id: village-class', '  - id: hamlet-class');
    expect(await problemsOf()).toMatchObject([
      {
        ...at('duties', 4, 3),
        path: 'duties',
        wrong: { en: 'The duty "village-class" was in force and is no longer here' },
      },
      {
        path: 'duties[0].versions[0].effectiveFrom',
        wrong: {
          en: 'Version 1 has not been in force yet, and begins on 2026-09-01, which has passed',
        },
      },
    ]);
  });

  test('may not count other facts by a rule that is in force', async () => {
    await change('points', 'in: [village-class]', 'in: [village-class, volunteering]');
    expect(await problemsOf()).toMatchObject([
      {
        path: 'rules[0].when',
        wrong: { zh: '“class-attended”已经在执行，改 when 会改到过去的日子' },
      },
    ]);
  });

  test('may let a rule that begins later join a category, and not take one out', async () => {
    await change(
      'points',
      '\n# Both together',
      `  - id: spoke
    clause: "2"
    title: { zh: 分享, en: Sharing }
    fact: activity.spoke
    versions: [{ version: 1, effectiveFrom: 2027-02-20, perEvent: 5 }]
\n# Both together`,
    );
    await change('points', 'volunteer-hours]', 'volunteer-hours, spoke]');
    await expect(loadPlanAgainst(edited, inForce, today)).resolves.toBeDefined();
    await change('points', 'volunteer-hours, spoke]', 'spoke]');
    expect(await problemsOf()).toMatchObject([{ path: 'categories[0].rules' }]);
  });

  test('may give a duty another title and other words: they count for nothing', async () => {
    await change('duties', '每学期办一次家长课堂', '每学期一堂家长课');
    await expect(loadPlanAgainst(edited, inForce, today)).resolves.toBeDefined();
  });
});

function at(file: string, line: number, column: number) {
  return { file: join(edited, `${file}.yaml`), line, column };
}

async function problemsOf(): Promise<readonly PlanProblem[]> {
  const error = await loadPlanAgainst(edited, inForce, today).catch((reason: unknown) => reason);
  expect(error).toBeInstanceOf(PlanError);
  return (error as PlanError).problems;
}
