import fc from 'fast-check';
import { beforeAll, expect, test } from 'vitest';
import type { CountedFact } from '../../facts/index.ts';
import {
  type CertificateRule,
  loadPlan,
  type Plan,
  type PointRule,
  type PointRuleVersion,
} from '../../plan/index.ts';
import { countWithinCaps, type TermSums } from '../points/rules/caps.ts';
import { earningsOf } from '../points/rules/earn.ts';
import { slowPoints } from '../points/testing/slow-points.ts';
import { askedOf, countedOf, type Family, type Relieved } from './rules/threshold.ts';

let tianfu: Plan;

beforeAll(async () => {
  tianfu = await loadPlan('plans/tianfu');
});

const RULES_CHANGE_ON = '2026-03-16';
const TODAY = '2026-11-26';

const cap = (max: number) => fc.option(fc.integer({ min: 0, max }), { nil: undefined });
const tiers = fc
  .uniqueArray(fc.integer({ min: 1, max: 1500 }), { maxLength: 3 })
  .chain((aboves) =>
    fc.tuple(
      ...aboves
        .toSorted((one, other) => one - other)
        .map((above) =>
          fc.record({ above: fc.constant(above), percent: fc.integer({ min: 0, max: 99 }) }),
        ),
    ),
  );
const wording = fc.record({
  per: fc.constantFrom('hour' as const, 'event' as const),
  amount: fc.integer({ min: 1, max: 400 }),
  tiers,
  caps: fc
    .record({ day: cap(800), month: cap(1500), term: cap(2500) })
    .map((caps) =>
      Object.fromEntries(Object.entries(caps).filter(([, most]) => most !== undefined)),
    ),
});

/** One wording until the day on which the rules change, another from it on. */
const versions = fc.tuple(wording, wording).map(([before, after]): PointRuleVersion[] => [
  { version: 1, effectiveFrom: '2021-09-01', effectiveUntil: '2026-03-15', ...before },
  { version: 2, effectiveFrom: RULES_CHANGE_ON, ...after },
]);
const rule = (id: string, fact: string, when: PointRule['when']) =>
  versions.map((own): PointRule => {
    const { clause, title } = tianfu.pointRules[0] as PointRule;
    return { id, clause, title, fact, when, versions: own };
  });

const arbitraryPlan = fc
  .record({
    // The second earns on top of the first for some deeds.
    pointRules: fc
      .constant(null)
      .chain(() =>
        fc.tuple(
          rule('attended', 'activity.attended', []),
          rule('guidance', 'activity.attended', [{ attribute: 'counts_as', in: ['guidance'] }]),
          rule('helped', 'activity.volunteered', []),
        ),
      ),
    together: fc.integer({ min: 0, max: 4000 }),
  })
  .map(({ pointRules, together }): Plan => {
    const { clause, title } = pointRules[0];
    const ofTwo = { id: 'two', clause, title, rules: ['guidance', 'helped'] };
    const version = { version: 1, effectiveFrom: '2021-09-01', caps: { term: together } };
    return { ...tianfu, pointRules, pointCategories: [{ ...ofTwo, versions: [version] }] };
  });

/** Evenings and nights around midnight in China, in two terms and the holidays between, before and after the change. */
const deed = fc.record({
  kind: fc.constantFrom('activity.attended', 'activity.volunteered'),
  at: fc
    .tuple(
      fc.constantFrom('2025-12-30', '2025-12-31', '2026-02-10', '2026-03-15', '2026-03-16'),
      fc.constantFrom('02:00', '15:59', '16:00', '23:30'),
    )
    .map(([day, hour]) => new Date(`${day}T${hour}:00Z`)),
  quantity: fc.integer({ min: 1, max: 400 }),
  counts_as: fc.constantFrom('guidance', 'practice'),
  takenBack: fc.boolean(),
});

const certificate = fc.record({
  threshold: fc.integer({ min: 1, max: 6000 }),
  carers: fc.constantFrom('sum' as const, 'best' as const, 'both' as const),
  each: fc.integer({ min: 1, max: 100 }),
  months: fc.integer({ min: 1, max: 60 }),
  percentAMonth: fc.integer({ min: 1, max: 20 }),
  disability: fc.integer({ min: 1, max: 50 }),
  atLeast: fc.integer({ min: 1, max: 100 }),
});
type Certificate = typeof certificate extends fc.Arbitrary<infer One> ? One : never;

const family = fc.record({
  carers: fc.array(fc.array(deed, { maxLength: 14 }), { maxLength: 4 }),
  arrivedOn: fc.constantFrom(null, '2021-09-01', '2024-01-31', '2025-11-01', '2026-11-02'),
  leaveMonths: fc.nat(12),
  disability: fc.boolean(),
  order: fc.func(fc.integer()),
});

test('of 1,000 families, shares, what is asked and who reaches it are what the plan says slowly', () => {
  fc.assert(
    fc.property(
      fc.constant(null).chain(() => arbitraryPlan),
      certificate,
      family,
      (plan, says, own) => {
        const facts = own.carers.map((deeds, carer) => factsOf(deeds, `carer ${carer}`));
        const shares = facts.map((mine) => quickly(plan, shuffled(mine, own.order)));
        expect(shares).toEqual(facts.map((mine) => slowPoints(plan, mine)));
        const relieved = { leaveMonths: own.leaveMonths, disability: own.disability };
        const whose = { shares, arrivedOn: own.arrivedOn };
        const days = { beganOn: '2021-09-01', day: TODAY };
        const { counted, asked } = askedOf(ruleOf(says), whose, relieved, days);
        expect(countedOf(counted, shares) >= asked).toBe(slowlyReached(says, whose, relieved));
      },
    ),
    { numRuns: 1000 },
  );
});

function factsOf(
  deeds: readonly (typeof deed extends fc.Arbitrary<infer One> ? One : never)[],
  subject: string,
): CountedFact[] {
  return deeds.flatMap(({ counts_as, takenBack, ...said }, index) => {
    const fact: CountedFact = {
      ...{ place: index, id: `${subject} ${index}`, organisation: 'school', subject },
      ...{ ...said, attributes: { counts_as }, reverses: null },
    };
    const reversal = {
      ...fact,
      id: `${fact.id} back`,
      quantity: -fact.quantity,
      reverses: fact.id,
    };
    return takenBack ? [fact, reversal] : [fact];
  });
}

function shuffled(facts: readonly CountedFact[], rank: (place: number) => number): CountedFact[] {
  return facts.toSorted((one, other) => rank(one.place) - rank(other.place));
}

/** As the counter counts: entry by entry, in the order in which facts come. */
function quickly(plan: Plan, facts: readonly CountedFact[]): number {
  const terms = new Map<string, TermSums>();
  return facts
    .flatMap((fact) => earningsOf(plan, fact))
    .reduce((sum, earning) => {
      const sums = terms.get(earning.term) ?? {};
      terms.set(earning.term, sums);
      return sum + countWithinCaps(sums, earning);
    }, 0);
}

function ruleOf(says: Certificate): Pick<CertificateRule, 'threshold' | 'counts' | 'lowered'> {
  const each = says.carers === 'both' ? says.each : 100;
  return {
    threshold: says.threshold,
    counts: { carers: says.carers, each, period: 'plan' },
    lowered: {
      movedIn: { after: '2021-09-01', months: says.months },
      leave: { percentAMonth: says.percentAMonth },
      disability: { percent: says.disability },
      atLeast: says.atLeast,
    },
  };
}

/** The sentences of the plan file, one after the other. */
function slowlyReached(
  says: Certificate,
  { shares, arrivedOn }: Family,
  relieved: Relieved,
): boolean {
  // How many of the last months the family was here, month by month, this one not counted.
  let [here, of] = [0, 0];
  for (let back = 1; back <= says.months; back += 1) {
    const month = new Date(Date.UTC(2026, 10 - back, 1)).toISOString().slice(0, 7);
    if (month < '2021-09') break;
    of += 1;
    if (arrivedOn === null || arrivedOn <= '2021-09-01' || arrivedOn.slice(0, 7) <= month)
      here += 1;
  }
  const off =
    relieved.leaveMonths * says.percentAMonth + (relieved.disability ? says.disability : 0);
  const left = Math.max(says.atLeast, 100 - off);
  // Asked is the greatest whole number that is not above the part; the same for the least.
  const least = Math.floor((says.threshold * says.atLeast) / 100);
  const part = Math.floor((says.threshold * here * left) / (of * 100));
  const asked = Math.max(part, least);
  if (says.carers === 'sum') return shares.reduce((sum, one) => sum + one, 0) >= Math.max(1, asked);
  if (says.carers === 'best') return shares.some((share) => share >= Math.max(1, asked));
  const each = Math.max(1, Math.floor((asked * says.each) / 100));
  const who = shares.filter((share) => share >= each).length;
  return shares.length < 2 ? who === 1 : who >= 2;
}
