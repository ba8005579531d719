import { sql } from 'kysely';
import type { ReadTransaction, WriteTransaction } from '../../../platform/index.ts';
import type { Hash } from '../ledger/index.ts';

declare module '../../../platform/database/tables.ts' {
  interface Tables {
    ledger_subtrees: { level: number; index: number; hash: Buffer };
  }
}

/** Kept are the roots of 2^8 leaves: 256, as C2SP's tiles are wide. */
export const HEIGHT_OF_KEPT = 8;
export const LEAVES_OF_KEPT = 2 ** HEIGHT_OF_KEPT;
/** What the table calls it. It has rows of higher levels too, from when proofs were made without memory. */
const LEVEL = 1;

/** How many roots are kept. */
export async function countSubtrees(transaction: ReadTransaction): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select coalesce(max(index) + 1, 0) as count from ledger_subtrees where level = ${LEVEL}
  `.execute(transaction);
  return rows[0]?.count ?? 0;
}

export async function insertSubtrees(
  transaction: WriteTransaction,
  first: number,
  hashes: readonly Hash[],
): Promise<void> {
  await sql`
    insert into ledger_subtrees (level, index, hash)
    select ${LEVEL}, ${first}::bigint + turn - 1, hash
      from unnest(${hashes.map((hash) => Buffer.from(hash))}::bytea[]) with ordinality as made (hash, turn)
  `.execute(transaction);
}

/** The roots that are kept, from one on, 32 bytes each. */
export async function rootsFrom(transaction: ReadTransaction, first: number): Promise<Buffer> {
  const { rows } = await sql<{ hashes: Buffer | null }>`
    select string_agg(hash, ''::bytea order by index) as hashes
      from ledger_subtrees where level = ${LEVEL} and index >= ${first}`.execute(transaction);
  return rows[0]?.hashes ?? Buffer.alloc(0);
}
