import { type CountedFact, DEED_ENDS, type PackedDeeds, unpackDeed } from '../../../facts/index.ts';
import type { Plan } from '../../../plan/index.ts';
import { countWithinCaps, type Earning, earningsOf, type TermSums } from '../../points/index.ts';

const MOST_KNOWN = 500_000;
const MILLISECONDS_A_DAY = 86_400_000;

/** Before a change, and after it. */
export type Both<One> = readonly [before: One, after: One];

/** Attributes that any rule of these plans asks for, in one order for all. */
export function attributesAsked(plans: readonly Plan[]): string[] {
  const asked = plans.flatMap(({ pointRules }) =>
    pointRules.flatMap(({ when }) => when.map(({ attribute }) => attribute)),
  );
  return [...new Set(asked)].toSorted();
}

/** Kinds of fact that earn by any of these plans. */
export function kindsAsked(plans: readonly Plan[]): string[] {
  return [...new Set(plans.flatMap(({ pointRules }) => pointRules.map(({ fact }) => fact)))];
}

/**
 * What packed deeds earn by two plans, by the code that posts the points. A district's deeds repeat (everybody at an
 * event does nearly the same), so what one earns is worked out once. Hundredths of a point.
 */
export class DeedCounter {
  readonly #plans: Both<Plan>;
  readonly #attributes: readonly string[];
  readonly #known = new Map<string, Both<readonly Earning[]>>();

  constructor(plans: Both<Plan>, attributes: readonly string[]) {
    this.#plans = plans;
    this.#attributes = attributes;
  }

  totals({ deeds }: PackedDeeds): Both<number> {
    const terms: Both<Map<string, TermSums>> = [new Map(), new Map()];
    let [before, after] = [0, 0];
    for (const deed of deeds.split(DEED_ENDS)) {
      const earnings = this.#known.get(deed) ?? this.#learn(deed);
      for (const earning of earnings[0]) before += count(terms[0], earning);
      for (const earning of earnings[1]) after += count(terms[1], earning);
    }
    return [before, after];
  }

  #learn(deed: string): Both<readonly Earning[]> {
    const { kind, day, quantity, attributes } = unpackDeed(deed);
    const fact: CountedFact = {
      ...{ place: 0, id: '', organisation: '', subject: '', reverses: null },
      ...{ kind, quantity, at: new Date(day * MILLISECONDS_A_DAY) },
      attributes: Object.fromEntries(
        this.#attributes.map((attribute, index) => [attribute, attributes[index] ?? '']),
      ),
    };
    const [before, after] = this.#plans;
    const earnings: Both<readonly Earning[]> = [earningsOf(before, fact), earningsOf(after, fact)];
    // A copy: the piece alone would keep the whole text that it was cut from.
    if (this.#known.size < MOST_KNOWN) this.#known.set(Buffer.from(deed).toString(), earnings);
    return earnings;
  }
}

function count(terms: Map<string, TermSums>, earning: Earning): number {
  let sums = terms.get(earning.term);
  if (!sums) {
    sums = {};
    terms.set(earning.term, sums);
  }
  return countWithinCaps(sums, earning);
}
