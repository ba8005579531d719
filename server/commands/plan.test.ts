import { afterAll, afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { edits, twoPlans } from '../plan/testing/plan-folders.ts';
import { plan } from './plan.ts';

const plans = await twoPlans();
const { inForce, edited } = plans;
let said = '';

beforeEach(async () => {
  await plans.reset();
  said = '';
  vi.spyOn(process.stdout, 'write').mockImplementation((text) => {
    said += String(text);
    return true;
  });
});
afterEach(() => vi.restoreAllMocks());
afterAll(plans.remove);

describe('plan check', () => {
  test('says in a line what a plan holds, in both languages', async () => {
    expect(await plan.run(['check', edited])).toBe(0);
    expect(said).toMatch(
      /^✓ 示例县家校社协同育人计划：\d+ 个条款，2 项任务，2 条积分规则，\d+ 个活动和事实种类，0 份上级规定，没有错误。$/m,
    );
    expect(said).toMatch(/2 duties, 2 point rules, .+, 0 layers above; no mistake\.$/m);
  });

  test('names the line of each mistake and what to write', async () => {
    await plans.change(edited, 'duties', 'fact: activity.held', 'fact: activity.helt');
    await expect(plan.run(['check', edited])).rejects.toThrow(
      /duties\.yaml:9:21 duties\[0\]\.counts\.fact\n.+可能应为“activity\.held”。\n.+Perhaps "activity\.held" was meant\./,
    );
  });

  test('refuses what would change the past of the plan in force, and lets pass what comes later', async () => {
    await plans.change(edited, ...edits.villageTwice('2027-02-21', '2027-02-22'));
    const against = ['check', edited, '--against', inForce, '--on'];
    expect(await plan.run([...against, '2027-02-22'])).toBe(0);
    expect(said).toContain('2027-02-22 以前的日子不受影响');
    await expect(plan.run([...against, '2027-02-23'])).rejects.toThrow(
      'effectiveFrom 最早写 2027-02-23',
    );
  });
});

describe('plan diff', () => {
  test('says each difference in a sentence, Chinese first', async () => {
    await plans.change(edited, ...edits.villageTwice('2027-02-21', '2027-02-22'));
    await plans.change(edited, 'contests', 'raiseWithinDays: 365', 'raiseWithinDays: 180');
    expect(await plan.run(['diff', inForce, edited])).toBe(0);
    expect(said.trimEnd().split('\n')).toEqual([
      '任务“每学期办一次家长课堂”（1）：从 2027-02-22 起，每学期 1 次改为 2 次',
      '办理规定“示例县家校社协同育人计划”：提出异议期限 365 天改为 180 天',
    ]);
    said = '';
    await plan.run(['diff', inForce, edited, '--lang', 'en']);
    expect(said).toContain('contested within: from 365 days to 180 days');
  });

  test('says so when there is none', async () => {
    await plan.run(['diff', inForce, edited]);
    expect(said).toBe('两份计划没有不同。\n');
  });
});

test.each([
  [['check']],
  [['check', 'one', 'two']],
  [['check', 'one', '--on', '2026-11-26']],
  [['check', 'one', '--against', 'two', '--on', 'today']],
  [['diff', 'one']],
  [['diff', 'one', 'two', '--lang', 'fr']],
  [['mend', 'one']],
])('what it does not know is refused by its usage: %j', async (words) => {
  await expect(plan.run(words)).rejects.toThrow('Usage: npm run gongyu -- plan check DIR');
});
