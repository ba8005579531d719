import type { PackedDeeds } from '../../../facts/index.ts';
import { askedOf, countedOf, type Family, type Relieved } from '../../certificates/index.ts';
import { DeedCounter } from './count-deeds.ts';
import { Fairness, type FairnessTable, type Standing } from './fairness.ts';
import type { FrozenPlan } from './frozen.ts';

/** A child's family, as the simulation needs it. */
export interface SimulatedFamily {
  readonly carers: readonly string[];
  readonly arrivedOn: string | null;
  readonly relieved: Relieved;
  readonly groups: Readonly<Record<string, string>>;
}

export interface SimulationStart {
  readonly before: FrozenPlan;
  readonly after: FrozenPlan;
  readonly attributes: readonly string[];
  readonly dimensions: readonly string[];
  /** The day for which what is asked of families is worked out. */
  readonly today: string;
}

/**
 * Both plans over the same district: first everybody's deeds, then the families. Pure, and small: of a carer it keeps
 * two integers.
 */
export class Simulation {
  readonly #start: SimulationStart;
  readonly #counter: DeedCounter;
  readonly #placeOf = new Map<string, number>();
  readonly #totals: [Int32Array, Int32Array] = [new Int32Array(1024), new Int32Array(1024)];
  readonly #fairness: Fairness;

  constructor(start: SimulationStart) {
    const { before, after, attributes, dimensions } = start;
    this.#start = start;
    this.#counter = new DeedCounter([before.plan, after.plan], attributes);
    this.#fairness = new Fairness(dimensions);
  }

  addDeeds(batch: readonly PackedDeeds[]): void {
    for (const packed of batch) {
      const place = this.#placeOf.size;
      this.#placeOf.set(packed.subject, place);
      const totals = this.#counter.totals(packed);
      for (const side of [0, 1] as const) {
        if (place >= this.#totals[side].length) this.#totals[side] = grown(this.#totals[side]);
        this.#totals[side][place] = totals[side];
      }
    }
  }

  addFamilies(batch: readonly SimulatedFamily[]): void {
    for (const family of batch) {
      this.#fairness.add({
        before: this.#standing(0, family),
        after: this.#standing(1, family),
        groups: family.groups,
      });
    }
  }

  table(): FairnessTable {
    return this.#fairness.table();
  }

  #standing(side: 0 | 1, { carers, arrivedOn, relieved }: SimulatedFamily): Standing {
    const { before, after, today } = this.#start;
    const { plan, certificate } = side === 0 ? before : after;
    const shares = carers.map((carer) => {
      const place = this.#placeOf.get(carer);
      return place === undefined ? 0 : (this.#totals[side][place] ?? 0);
    });
    if (!certificate) return { counted: countedOf('sum', shares), reached: false };
    const family: Family = { shares, arrivedOn };
    const days = { beganOn: plan.effectiveFrom, day: today };
    const { counted: whose, asked } = askedOf(certificate, family, relieved, days);
    const counted = countedOf(whose, shares);
    return { counted, reached: counted >= asked };
  }
}

function grown(totals: Int32Array): Int32Array {
  const larger = new Int32Array(totals.length * 2);
  larger.set(totals);
  return larger;
}
