import type { FactStatement } from '../server/facts/index.ts';
import type { Random } from './random.ts';
import type { Rows } from './rows.ts';

interface Beside {
  readonly reverses?: string;
  readonly id?: string;
}

/** Writes facts straight into the log, as the sequencer would have placed them: places without gaps. */
export class FactLog {
  readonly #rows: Rows;
  readonly #random: Random;
  readonly #places: { last: number };

  constructor(rows: Rows, random: Random, places: number | { last: number }) {
    this.#rows = rows;
    this.#random = random;
    this.#places = typeof places === 'number' ? { last: places } : places;
  }

  get place(): number {
    return this.#places.last;
  }

  /** The same log, whose ids come from another chance. */
  byChanceOf(random: Random): FactLog {
    return new FactLog(this.#rows, random, this.#places);
  }

  /** Gives the fact's id: a given one leaves the chance of the rest of the district alone. */
  add(
    fact: FactStatement,
    statedAt: Date,
    { reverses, id = this.#random.id(statedAt.getTime()) }: Beside = {},
  ): string {
    this.#places.last += 1;
    const {
      kind,
      at,
      organisation,
      subject,
      actor = null,
      quantity,
      source,
      attributes = {},
    } = fact;
    this.#rows.add('facts', [
      this.#places.last,
      id,
      kind,
      at,
      organisation,
      subject,
      actor,
      quantity,
      source,
      reverses ?? null,
      attributes,
      statedAt,
    ]);
    return id;
  }
}
