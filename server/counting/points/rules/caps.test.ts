import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Fact } from '../../../facts/index.ts';
import type { PointRule, PointRuleVersion } from '../../../plan/index.ts';
import { countWithinCaps, type TermSums } from './caps.ts';
import type { Earning } from './earn.ts';

const carer = '01900000-0000-7000-8000-000000000001';

function earning(rawAmount: number, day: string, caps: PointRuleVersion['caps']): Earning {
  const version: PointRuleVersion = {
    version: 1,
    effectiveFrom: '2021-09-01',
    per: 'event',
    amount: 100,
    caps,
  };
  const rule = { id: 'guidance', versions: [version] } as unknown as PointRule;
  return { fact: {} as Fact, carer, rule, version, rawAmount, day, term: '2026-2027-1' };
}

/** The plan's sentence, said slowly: per day, then per term. */
function slowly(earnings: readonly Earning[]): number {
  const days = new Map<string, number>();
  for (const { day, rawAmount } of earnings) days.set(day, (days.get(day) ?? 0) + rawAmount);
  const { day: dayCap = Infinity, term: termCap = Infinity } = earnings[0]?.version.caps ?? {};
  const term = [...days.values()].reduce((sum, raw) => sum + Math.min(dayCap, raw), 0);
  return Math.min(termCap, term);
}

const arbitraryCaps = fc.record(
  { day: fc.integer({ min: 0, max: 600 }), term: fc.integer({ min: 0, max: 2000 }) },
  { requiredKeys: [] },
);
const arbitraryDeeds = fc.array(
  fc.record({
    rawAmount: fc.integer({ min: -400, max: 400 }),
    day: fc.constantFrom('2026-10-17', '2026-10-18', '2026-10-19'),
  }),
  { maxLength: 30 },
);

test('entries add up to what the plan says of all deeds together, in any order', () => {
  fc.assert(
    fc.property(arbitraryDeeds, arbitraryCaps, fc.func(fc.integer()), (deeds, caps, rank) => {
      const earnings = deeds.map(({ rawAmount, day }) => earning(rawAmount, day, caps));
      const shuffled = [...earnings].sort((a, b) => rank(a.rawAmount) - rank(b.rawAmount));
      for (const order of [earnings, shuffled, [...earnings].reverse()]) {
        const sums: TermSums = {};
        const total = order.reduce((sum, one) => sum + countWithinCaps(sums, one), 0);
        expect(total).toBe(slowly(earnings));
      }
    }),
  );
});

test('a deed beyond the cap of the day counts nothing, and takes its place when an earlier one is corrected', () => {
  const sums: TermSums = {};
  const caps = { day: 400 };
  expect(countWithinCaps(sums, earning(300, '2026-10-18', caps))).toBe(300);
  expect(countWithinCaps(sums, earning(300, '2026-10-18', caps))).toBe(100);
  expect(countWithinCaps(sums, earning(300, '2026-10-18', caps))).toBe(0);
  expect(countWithinCaps(sums, earning(-300, '2026-10-18', caps))).toBe(0);
  expect(countWithinCaps(sums, earning(-300, '2026-10-18', caps))).toBe(-100);
});
