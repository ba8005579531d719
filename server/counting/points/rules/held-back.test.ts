import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Fact } from '../../../facts/index.ts';
import type { PointRule, PointRuleVersion } from '../../../plan/index.ts';
import { countWithinCaps, type TermSums } from './caps.ts';
import { type DaySum, heldBack } from './held-back.ts';

const version = (over: Partial<PointRuleVersion>): PointRuleVersion => ({
  ...{ version: 1, effectiveFrom: '2021-09-01', per: 'event', amount: 100 },
  ...{ caps: {}, tiers: [] },
  ...over,
});

/** What the ledger has of such deeds, summed by day. */
function posted(deeds: readonly { day: string; raw: number }[], rule: PointRuleVersion): DaySum[] {
  const sums: TermSums = {};
  const days = new Map<string, DaySum>();
  for (const { day, raw } of deeds) {
    const amount = countWithinCaps(sums, {
      ...{ fact: {} as Fact, carer: 'one', rule: { id: 'r' } as PointRule, version: rule },
      ...{ rawAmount: raw, day, term: '2026-2027-1' },
    });
    const before = days.get(day) ?? { day, raw: 0, amount: 0 };
    days.set(day, { day, raw: before.raw + raw, amount: before.amount + amount });
  }
  return [...days.values()];
}

test('a month that was full says so, and how much it took', () => {
  const rule = version({ caps: { month: 500 } });
  const days = posted(
    [
      { day: '2026-10-10', raw: 400 },
      { day: '2026-10-17', raw: 300 },
    ],
    rule,
  );
  expect(heldBack(days, rule)).toEqual([{ by: 'month', when: '2026-10', amount: 200 }]);
});

test('what neither day, month, tiers nor term took, the rules’ common cap did', () => {
  const days = [{ day: '2026-10-10', raw: 400, amount: 150 }];
  expect(heldBack(days, version({ caps: { day: 300 } }))).toEqual([
    { by: 'day', when: '2026-10-10', amount: 100 },
    { by: 'category', when: null, amount: 150 },
  ]);
});

test('whatever the limits and the deeds, raw less what was held back is what the ledger counts', () => {
  const cap = fc.option(fc.integer({ min: 50, max: 900 }), { nil: undefined });
  fc.assert(
    fc.property(
      fc.array(
        fc.record({
          day: fc.integer({ min: 1, max: 60 }).map((number) => {
            return new Date(Date.UTC(2026, 9, number)).toISOString().slice(0, 10);
          }),
          raw: fc.integer({ min: 1, max: 400 }),
        }),
        { maxLength: 30 },
      ),
      fc.record({ day: cap, month: cap, term: cap }),
      fc.option(fc.constant([{ above: 300, percent: 50 }]), { nil: [] }),
      (deeds, { day, month, term }, tiers) => {
        const caps = {
          ...(day !== undefined && { day }),
          ...(month !== undefined && { month }),
          ...(term !== undefined && { term }),
        };
        const rule = version({ caps, tiers });
        const days = posted(deeds, rule);
        const held = heldBack(days, rule);
        const raw = days.reduce((sum, one) => sum + one.raw, 0);
        const amount = days.reduce((sum, one) => sum + one.amount, 0);
        expect(held.reduce((sum, one) => sum - one.amount, raw)).toBe(amount);
        expect(held.every((one) => one.by !== 'category' && one.amount > 0)).toBe(true);
      },
    ),
  );
});
