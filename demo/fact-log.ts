import type { FactStatement } from '../server/facts/index.ts';
import type { Random } from './random.ts';
import type { Rows } from './rows.ts';

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

  /** Gives the fact's id. */
  add(fact: FactStatement, statedAt: Date, reverses: string | null = null): string {
    this.#place += 1;
    const id = this.#random.id(statedAt.getTime());
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
      reverses,
      attributes,
      statedAt,
    ]);
    return id;
  }
}
