import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { loadPlan } from '../../../plan/index.ts';
import { isSheetProblem, readAwardSheet } from './award-sheet.ts';
import { requireEnterable } from './check-deed.ts';
import { sample } from './sample.ts';

const plan = await loadPlan('plans/tianfu');

test('a sample is the share, rounded up, of different ones', () => {
  fc.assert(
    fc.property(
      fc.uniqueArray(fc.integer(), { maxLength: 50 }),
      fc.integer({ min: 0, max: 100 }),
      fc.infiniteStream(fc.nat()),
      (all, percent, numbers) => {
        const drawn = sample(all, percent, (below) => (numbers.next().value ?? 0) % below);
        expect(drawn).toHaveLength(Math.ceil((all.length * percent) / 100));
        expect(new Set(drawn).size).toBe(drawn.length);
        expect(drawn.every((one) => all.includes(one))).toBe(true);
      },
    ),
  );
});

describe('what may be entered', () => {
  const at = new Date('2026-10-14T01:00:00Z');
  const deed = { kind: 'deed.helped', done_on: '2026-10-12', quantity: 90 };
  const outcome = (over: object) => {
    try {
      return requireEnterable(plan, { ...deed, ...over }, at).id;
    } catch (error) {
      return (error as { kind: { code: string } }).kind.code;
    }
  };
  test.each([
    [{}, 'deed.helped'],
    [{ kind: 'activity.attended' }, 'awards.not-by-hand'],
    [{ done_on: '2026-10-15' }, 'awards.out-of-time'],
    [{ done_on: '2026-05-01' }, 'awards.out-of-time'],
    [{ quantity: 721 }, 'awards.too-much-at-once'],
    [{ kind: 'deed.contributed', quantity: 6 }, 'awards.too-much-at-once'],
  ])('%j: %s', (over, expected) => {
    expect(outcome(over)).toBe(expected);
  });
});

describe('a filled sheet', () => {
  const header = ['家长', '孩子', '事项', '日期', '数量（分钟或次数）', '说明'];
  const good = ['高山', '高小山', '为学校和社区出力（未办活动）', '2026/10/8', '90', '搬书'];
  test('is read by its headers, in any order, days as people write them', () => {
    const turned = (line: string[]) => line.toReversed();
    expect(readAwardSheet(plan, [turned(header), turned(good)])).toEqual([
      {
        ...{ row: 2, carer: '高山', child: '高小山', kind: 'deed.helped' },
        ...{ done_on: '2026-10-08', quantity: 90, reason: '搬书' },
      },
    ]);
    expect(readAwardSheet(plan, [['别的表'], good])).toBeUndefined();
  });

  test.each([
    [2, '搬砖', '事项'],
    [3, '昨天', '日期'],
    [4, '一小时', '数量（分钟或次数）'],
    [5, '', '说明'],
  ])('whose cell %i is %j is named by its column', (cell, text, column) => {
    const [line] = readAwardSheet(plan, [header, good.with(cell, text)]) ?? [];
    expect(line && isSheetProblem(line) && line.column.zh).toBe(column);
  });
});
