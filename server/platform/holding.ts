import type { ReadTransaction, WriteTransaction } from './database/index.ts';
import type { District } from './district.ts';
import type { Words } from './words.ts';

type Value = string | number | boolean | null | Date | readonly string[] | object;

/** One kind of thing that a room holds about people: shown to them, given to them, erased for them (Personal Information Protection Law, articles 44–47). */
export interface Holding {
  /** Names its file in the archive: `attendances`. */
  readonly name: string;
  readonly title: Words;
  /** What it is held for, and for how long. */
  readonly why: Words;
  /** Every table of the room that it tells of. */
  readonly tables: readonly string[];
  /** Its rows' columns in their order, as people call them. */
  readonly columns: Readonly<Record<string, Words>>;
  /** The person's rows, as far as the reader of the transaction may see them. */
  list(held: Held<ReadTransaction>): Promise<readonly Readonly<Record<string, Value>>[]>;
  /** Takes out what names the person. Not given: it stays, and `why` says what for. */
  erase?(held: Held<WriteTransaction>): Promise<void>;
}

export interface Held<Transaction> {
  readonly transaction: Transaction;
  readonly district: District;
  readonly person: string;
  /** The children whom the person raises now. */
  readonly children: readonly string[];
}

/** A holding whose rows have just the columns that are named. */
export function defineHolding<Column extends string>(
  holding: Omit<Holding, 'columns' | 'list'> & {
    readonly columns: Readonly<Record<Column, Words>>;
    list(held: Held<ReadTransaction>): Promise<readonly Readonly<Record<Column, Value>>[]>;
  },
): Holding {
  return holding;
}
