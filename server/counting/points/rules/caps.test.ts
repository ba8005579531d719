import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Fact } from '../../../facts/index.ts';
import type { PointRule, PointRuleVersion } from '../../../plan/index.ts';
import { countWithinCaps, type TermSums, tiered } from './caps.ts';
import type { Earning } from './earn.ts';

const carer = '01900000-0000-7000-8000-000000000001';
const CATEGORY = { id: 'together', version: 1 };

interface Wording extends Pick<PointRuleVersion, 'caps' | 'tiers'> {
  readonly rule: string;
  readonly inCategory: boolean;
}

type CommonCaps = NonNullable<Earning['category']>['caps'];

function earning(
  rawAmount: number,
  day: string,
  wording: Wording,
  common: CommonCaps = {},
  organisation = 'school',
): Earning {
  const { rule: id, inCategory, ...rest } = wording;
  const version: PointRuleVersion = {
    version: 1,
    effectiveFrom: '2021-09-01',
    per: 'event',
    amount: 100,
    ...rest,
  };
  const rule = { id, versions: [version] } as unknown as PointRule;
  const category = { ...CATEGORY, caps: common };
  const term = '2026-2027-1';
  const fact = { organisation } as Fact;
  const made = { fact, carer, rule, version, rawAmount, day, term };
  return inCategory ? { ...made, category } : made;
}

const plain = (over: Partial<Wording> = {}): Wording => ({
  rule: 'guidance',
  inCategory: false,
  caps: {},
  tiers: [],
  ...over,
});

interface Deed {
  readonly rule: number;
  readonly rawAmount: number;
  readonly day: string;
  readonly organisation: string;
}

/** The plan's sentence, said slowly: per day, per month, tiers, per term; then all rules of a category together. */
function slowly(deeds: readonly Deed[], wordings: readonly Wording[], common: CommonCaps): number {
  let [inside, outside] = [0, 0];
  for (const [index, { caps, tiers, inCategory }] of wordings.entries()) {
    const own = deeds.filter(({ rule }) => rule === index);
    const sumBy = (
      keyOf: (day: string) => string,
      list: readonly (readonly [string, number])[],
    ) => {
      const sums = new Map<string, number>();
      for (const [day, amount] of list) sums.set(keyOf(day), (sums.get(keyOf(day)) ?? 0) + amount);
      return [...sums];
    };
    const days = sumBy(
      (day) => day,
      own.map(({ day, rawAmount }) => [day, rawAmount] as const),
    ).map(([day, sum]) => [day, Math.min(caps.day ?? Infinity, sum)] as const);
    const months = sumBy((day) => day.slice(0, 7), days).map(([, sum]) =>
      Math.min(caps.month ?? Infinity, sum),
    );
    const sum = months.reduce((total, month) => total + month, 0);
    const amount = Math.min(caps.term ?? Infinity, slowlyTiered(tiers, sum));
    if (inCategory) inside += amount;
    else outside += amount;
  }
  return Math.min(common.term ?? Infinity, bySource(deeds, wordings, common), inside) + outside;
}

/** What the organisations give, each up to the cap, whatever else holds. */
function bySource(
  deeds: readonly Deed[],
  wordings: readonly Wording[],
  { source: cap }: CommonCaps,
): number {
  if (cap === undefined) return Infinity;
  const own = deeds.filter(({ rule }) => wordings[rule]?.inCategory);
  return [...new Set(own.map(({ organisation }) => organisation))].reduce((total, one) => {
    const raw = own.filter(({ organisation }) => organisation === one);
    return (
      total +
      Math.min(
        cap,
        raw.reduce((sum, { rawAmount }) => sum + rawAmount, 0),
      )
    );
  }, 0);
}

/** Hundredth by hundredth: each counts by the highest tier below it. */
function slowlyTiered(tiers: Wording['tiers'], sum: number): number {
  const full = Math.min(sum, tiers[0]?.above ?? sum);
  const shares = tiers.map(({ above, percent }, at) => {
    let hundredths = 0;
    for (let one = above; one < Math.min(sum, tiers[at + 1]?.above ?? sum); one += 1)
      hundredths += 1;
    return Math.floor((hundredths * percent) / 100);
  });
  return shares.reduce((total, share) => total + share, full);
}

const arbitraryTiers = fc
  .uniqueArray(fc.integer({ min: 1, max: 900 }), { maxLength: 3 })
  .chain((aboves) =>
    fc.tuple(
      ...aboves
        .toSorted((one, other) => one - other)
        .map((above) =>
          fc.record({ above: fc.constant(above), percent: fc.integer({ min: 0, max: 99 }) }),
        ),
    ),
  );
const arbitraryWording = (rule: string): fc.Arbitrary<Wording> =>
  fc.record({
    rule: fc.constant(rule),
    inCategory: fc.boolean(),
    tiers: arbitraryTiers,
    caps: fc.record(
      {
        day: fc.integer({ min: 0, max: 600 }),
        month: fc.integer({ min: 0, max: 900 }),
        term: fc.integer({ min: 0, max: 2000 }),
      },
      { requiredKeys: [] },
    ),
  });
const arbitraryDeeds = fc.array(
  fc.record({
    rule: fc.nat(1),
    rawAmount: fc.integer({ min: -400, max: 400 }),
    day: fc.constantFrom('2026-10-17', '2026-10-18', '2026-11-19', '2026-11-20'),
    organisation: fc.constantFrom('school', 'community', 'library'),
  }),
  { maxLength: 30 },
);

test('entries add up to what the plan says of all deeds together, in any order', () => {
  fc.assert(
    fc.property(
      arbitraryDeeds,
      fc.tuple(arbitraryWording('guidance'), arbitraryWording('practice')),
      fc.record(
        {
          term: fc.integer({ min: 0, max: 2500 }),
          source: fc.integer({ min: 0, max: 900 }),
        },
        { requiredKeys: [] },
      ),
      fc.func(fc.integer()),
      (deeds, wordings, common, rank) => {
        const shuffled = [...deeds].sort((a, b) => rank(a.rawAmount) - rank(b.rawAmount));
        for (const order of [deeds, shuffled, [...deeds].reverse()]) {
          const sums: TermSums = {};
          const total = order.reduce((sum, { rule, rawAmount, day, organisation }) => {
            const wording = wordings[rule] as Wording;
            const one = earning(rawAmount, day, wording, common, organisation);
            return sum + countWithinCaps(sums, one);
          }, 0);
          expect(total).toBe(slowly(deeds, wordings, common));
        }
      },
    ),
    { numRuns: 300 },
  );
});

test('the fourth hour of a day counts no more, and a reversal gives back what had counted', () => {
  const sums: TermSums = {};
  const wording = plain({ caps: { day: 400 } });
  const amounts = [300, 300, 300, -300, -300].map((raw) =>
    countWithinCaps(sums, earning(raw, '2026-10-18', wording)),
  );
  expect(amounts).toEqual([300, 100, 0, 0, -100]);
});

test('a month gives so much and the next one begins anew', () => {
  const sums: TermSums = {};
  const wording = plain({ caps: { month: 500 } });
  const days = ['2026-10-17', '2026-10-18', '2026-11-01'];
  expect(days.map((day) => countWithinCaps(sums, earning(300, day, wording)))).toEqual([
    300, 200, 300,
  ]);
});

test('what a term has above a tier counts by its percentage', () => {
  const tiers = [
    { above: 800, percent: 50 },
    { above: 1200, percent: 10 },
  ];
  expect([700, 800, 1000, 1200, 1300].map((sum) => tiered(tiers, sum))).toEqual([
    700, 800, 900, 1000, 1010,
  ]);
});

test('two rules of a category have one cap in common, and a third rule has none of it', () => {
  const sums: TermSums = {};
  const count = (rule: string, inCategory: boolean) =>
    countWithinCaps(sums, earning(300, '2026-10-18', plain({ rule, inCategory }), { term: 500 }));
  expect([count('a', true), count('b', true), count('b', true), count('c', false)]).toEqual([
    300, 200, 0, 300,
  ]);
});

test('one organisation gives so much in a term, and another gives as much again', () => {
  const sums: TermSums = {};
  const inCategory = plain({ inCategory: true });
  const count = (organisation: string) =>
    countWithinCaps(sums, earning(300, '2026-10-18', inCategory, { source: 500 }, organisation));
  expect(['school', 'school', 'school', 'community', 'community'].map(count)).toEqual([
    300, 200, 0, 300, 200,
  ]);
});
