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
  #place: number;

  constructor(rows: Rows, random: Random, place: number) {
    this.#rows = rows;
    this.#random = random;
    this.#place = place;
  }

  get place(): number {
    return this.#place;
  }

  /** Gives the fact's id: a given one leaves the chance of the rest of the district alone. */
  add(
    fact: FactStatement,
    statedAt: Date,
    { reverses, id = this.#random.id(statedAt.getTime()) }: Beside = {},
  ): string {
    this.#place += 1;
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
      this.#place,
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
