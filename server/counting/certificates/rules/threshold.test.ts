import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { CertificateRule } from '../../../plan/index.ts';
import { askedOf, countedOf, leastAsked, notRelieved, type Relieved } from './threshold.ts';

type Rule = Pick<CertificateRule, 'threshold' | 'counts' | 'lowered'>;

const sum: Rule = { threshold: 2000, counts: { carers: 'sum', each: 100, period: 'plan' } };
const best: Rule = { ...sum, counts: { ...sum.counts, carers: 'best' } };
const both: Rule = { ...sum, counts: { ...sum.counts, carers: 'both', each: 40 } };
const lowered: Rule = {
  ...sum,
  lowered: {
    movedIn: { after: '2021-09-01', months: 36 },
    leave: { percentAMonth: 3 },
    disability: { percent: 30 },
    atLeast: 40,
  },
};
const onDay = (day: string) => ({ beganOn: '2021-09-01', day });
const today = onDay('2026-11-26');

/** What the rule asks of these carers, and whether they have it. */
function ask(
  rule: Rule,
  shares: number[],
  arrivedOn: string | null = null,
  relieved = notRelieved,
) {
  const { counted, asked, because } = askedOf(rule, { shares, arrivedOn }, relieved, today);
  return { asked, because, reached: countedOf(counted, shares) >= asked };
}

describe('whose points count', () => {
  test.each([
    ['all together', sum, [1200, 800], true],
    ['all together, and too few', sum, [1200, 799], false],
    ['the best one alone', best, [1200, 1900], false],
    ['the best one, who has them', best, [0, 2000], true],
    ['two who each have a share', both, [800, 800, 0], true],
    ['two of whom one has a share', both, [5000, 799], false],
    ['one, who has the share that each of two would have', both, [800], true],
    ['one, who has less', both, [799], false],
    ['nobody', both, [], false],
  ])('%s', (_, rule, shares, reached) => {
    expect(ask(rule, shares).reached).toBe(reached);
  });
});

describe('what is asked of a family that moved in', () => {
  test.each([
    ['two years ago: two thirds', '2024-11-05', 1333],
    ['three years ago: all of it', '2023-11-30', 2000],
    ['from the beginning: all of it', '2021-09-01', 2000],
    ['nobody knows when: all of it', null, 2000],
    ['last month: no less than the plan’s least', '2026-10-08', 800],
  ])('%s', (_, arrivedOn, asked) => {
    expect(ask(lowered, [0], arrivedOn).asked).toBe(asked);
  });

  test('in a young plan it is in proportion to the months that the plan has had', () => {
    const days = { beganOn: '2026-03-01', day: '2026-11-26' };
    const family = { shares: [0], arrivedOn: '2026-07-01' };
    expect(askedOf(lowered, family, notRelieved, days)).toMatchObject({
      asked: 1000,
      because: [{ kind: 'moved-in', arrived_on: '2026-07-01', months: 4, of_months: 8 }],
    });
  });
});

test('leave and disability lower it by the plan’s shares, and never below its least', () => {
  const relieved = (leaveMonths: number, disability: boolean): Relieved => ({
    leaveMonths,
    disability,
  });
  expect(ask(lowered, [0], null, relieved(4, false)).asked).toBe(1760);
  expect(ask(lowered, [0], null, relieved(0, true)).asked).toBe(1400);
  expect(ask(lowered, [0], null, relieved(4, true)).asked).toBe(1160);
  expect(ask(lowered, [0], null, relieved(40, true)).asked).toBe(800);
  const all = ask(lowered, [0], '2025-11-01', relieved(4, true));
  expect(all.because.map(({ kind }) => kind)).toEqual(['moved-in', 'relief', 'at-least']);
  expect(JSON.stringify(all.because)).not.toMatch(/leave|disab/);
});

const arbitraryRule: fc.Arbitrary<Rule> = fc.record({
  threshold: fc.integer({ min: 1, max: 1_000_000 }),
  counts: fc.record({
    carers: fc.constantFrom('sum', 'best', 'both'),
    each: fc.constant(100),
    period: fc.constant('plan' as const),
  }),
  lowered: fc.record({
    movedIn: fc.record({
      after: fc.constant('2021-10-01'),
      months: fc.integer({ min: 1, max: 240 }),
    }),
    leave: fc.record({ percentAMonth: fc.integer({ min: 1, max: 100 }) }),
    disability: fc.record({ percent: fc.integer({ min: 1, max: 60 }) }),
    atLeast: fc.integer({ min: 1, max: 100 }),
  }),
});
const arbitraryShares = fc.array(fc.integer({ min: 0, max: 900_000 }), { maxLength: 5 });
const arbitraryDay = fc
  .date({ min: new Date('2021-09-01'), max: new Date('2028-07-01'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));
const arbitraryRelieved = fc.record({
  leaveMonths: fc.integer({ min: 0, max: 80 }),
  disability: fc.boolean(),
});

describe('whatever the plan says', () => {
  test('what is asked is an integer, at most what is asked of everyone and never below the least', () => {
    fc.assert(
      fc.property(
        arbitraryRule,
        arbitraryShares,
        arbitraryDay,
        arbitraryRelieved,
        (rule, shares, arrivedOn, relieved) => {
          const { asked } = askedOf(rule, { shares, arrivedOn }, relieved, today);
          expect(Number.isInteger(asked)).toBe(true);
          expect(asked).toBeLessThanOrEqual(rule.threshold);
          expect(asked).toBeGreaterThanOrEqual(leastAsked(rule));
        },
      ),
    );
  });

  test('more points never take a family below what it had reached', () => {
    fc.assert(
      fc.property(
        arbitraryRule,
        arbitraryShares,
        fc.nat(4),
        fc.nat(100_000),
        (rule, shares, at, more) => {
          const { counted } = askedOf(rule, { shares, arrivedOn: null }, notRelieved, today);
          const then = shares.map((share, index) => (index === at ? share + more : share));
          expect(countedOf(counted, then)).toBeGreaterThanOrEqual(countedOf(counted, shares));
        },
      ),
    );
  });

  test('passing time alone asks no family for less', () => {
    fc.assert(
      fc.property(
        arbitraryRule,
        arbitraryDay,
        arbitraryDay,
        arbitraryDay,
        (rule, arrivedOn, one, other) => {
          const [day, later] = [one, other].toSorted();
          const askedOn = (on = '') =>
            askedOf(rule, { shares: [0, 0], arrivedOn }, notRelieved, onDay(on)).asked;
          expect(askedOn(later)).toBeGreaterThanOrEqual(askedOn(day));
        },
      ),
    );
  });

  test('an only carer is asked for no more than any carer of two', () => {
    fc.assert(
      fc.property(arbitraryRule, arbitraryRelieved, (rule, relieved) => {
        const alone = askedOf(rule, { shares: [1], arrivedOn: null }, relieved, today);
        const together = askedOf(rule, { shares: [1, 1], arrivedOn: null }, relieved, today);
        expect(alone.asked).toBeLessThanOrEqual(together.asked);
      }),
    );
  });

  test('whoever joins a family that has its certificate takes nothing from it', () => {
    fc.assert(
      fc.property(arbitraryRule, arbitraryShares, fc.nat(900_000), (rule, shares, another) => {
        const family = { shares, arrivedOn: null };
        const { counted, asked } = askedOf(rule, family, notRelieved, today);
        fc.pre(countedOf(counted, shares) >= asked);
        expect(countedOf(counted, [...shares, another])).toBeGreaterThanOrEqual(asked);
      }),
    );
  });
});
