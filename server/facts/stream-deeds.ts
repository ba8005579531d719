import { sql } from 'kysely';
import type { ReadTransaction } from '../platform/index.ts';

/** Between deeds, and between the words of one. No id of a plan holds them. */
export const DEED_ENDS = '\u001e';
const WORD_ENDS = '\u001f';

/** All that stands in the log about one subject, packed: see `unpackDeed`. */
export interface PackedDeeds {
  readonly subject: string;
  readonly deeds: string;
}

/** What is left of a fact for counting it elsewhere. */
export interface UnpackedDeed {
  readonly kind: string;
  /** Days since 1970, in Shanghai. */
  readonly day: number;
  readonly quantity: number;
  /** The attributes asked for, in the order asked; empty where the fact has none. */
  readonly attributes: readonly string[];
}

const SUBJECTS_A_FETCH = 2000;

/**
 * Everything of these kinds, subject by subject: for counting a whole district anew without holding it. Packed in the
 * database, so that millions of facts travel as some hundred thousand texts.
 */
export async function* streamDeeds(
  transaction: ReadTransaction,
  kinds: readonly string[],
  attributes: readonly string[],
): AsyncGenerator<PackedDeeds[]> {
  const words = attributes.map((attribute) => sql`coalesce(attributes ->> ${attribute}, '')`);
  const deed = sql.join(
    [
      sql`kind`,
      sql`((at at time zone 'Asia/Shanghai')::date - date '1970-01-01')::text`,
      sql`quantity::text`,
      ...words,
    ],
    sql` || ${sql.lit(WORD_ENDS)} || `,
  );
  await sql`
    declare deeds no scroll cursor for
     select subject_id as subject, string_agg(${deed}, ${sql.lit(DEED_ENDS)}) as deeds
       from facts where kind = any(${kinds}::text[])
      group by subject_id`.execute(transaction);
  for (;;) {
    const { rows } = await sql<PackedDeeds>`
      fetch ${sql.lit(SUBJECTS_A_FETCH)} from deeds`.execute(transaction);
    if (rows.length === 0) break;
    yield rows;
  }
  await sql`close deeds`.execute(transaction);
}

export function unpackDeed(deed: string): UnpackedDeed {
  const [kind = '', day, quantity, ...attributes] = deed.split(WORD_ENDS);
  return { kind, day: Number(day), quantity: Number(quantity), attributes };
}
