import { sql } from 'kysely';
import {
  plainArray,
  type ReadTransaction,
  type WriteTransaction,
} from '../../../platform/index.ts';
import { HASH_BYTES, type Hash, rootOfWhole, type Subtree } from '../ledger/index.ts';

declare module '../../../platform/database/tables.ts' {
  interface Tables {
    ledger_subtrees: { level: number; index: number; hash: Buffer };
  }
}

/** A kept subtree has 2^8 of those of the level below it, or of leaves: 256, as C2SP's tiles are wide. */
const HEIGHT_OF_A_LEVEL = 8;
export const WIDTH_OF_A_LEVEL = 2 ** HEIGHT_OF_A_LEVEL;

/** How many subtrees of a level are kept. */
export async function countSubtrees(transaction: ReadTransaction, level: number): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select coalesce(max(index) + 1, 0) as count from ledger_subtrees where level = ${level}
  `.execute(transaction);
  return rows[0]?.count ?? 0;
}

export async function insertSubtrees(
  transaction: WriteTransaction,
  level: number,
  first: number,
  hashes: readonly Hash[],
): Promise<void> {
  await sql`
    insert into ledger_subtrees (level, index, hash)
    select ${level}, ${first}::bigint + turn - 1, hash
      from unnest(${hashes.map((hash) => Buffer.from(hash))}::bytea[]) with ordinality as made (hash, turn)
  `.execute(transaction);
}

/** The hashes of a level from one on, 32 bytes each; level 0 is the leaves. */
export async function hashesOfLevel(
  transaction: ReadTransaction,
  level: number,
  first: number,
  most: number,
): Promise<Buffer> {
  return (await readRuns(transaction, [{ level, first, count: most }]))[0] ?? Buffer.alloc(0);
}

/** The roots of whole subtrees, from the nearest hashes that are kept below each: 128 at most. */
export async function rootsOf(
  transaction: ReadTransaction,
  subtrees: readonly Subtree[],
): Promise<Hash[]> {
  const runs = subtrees.map(({ height, index }) => {
    const count = 2 ** (height % HEIGHT_OF_A_LEVEL);
    return { level: Math.floor(height / HEIGHT_OF_A_LEVEL), first: index * count, count };
  });
  const read = await readRuns(transaction, runs);
  return runs.map(({ level, first, count }, turn) => {
    const hashes = read[turn];
    if (hashes?.length !== count * HASH_BYTES) {
      throw new Error(`The ledger lacks hashes of level ${level} from ${first} on.`);
    }
    return rootOfWhole(hashes);
  });
}

interface Run {
  readonly level: number;
  readonly first: number;
  readonly count: number;
}

async function readRuns(transaction: ReadTransaction, runs: readonly Run[]): Promise<Buffer[]> {
  const { rows } = await sql<{ hashes: Buffer | null }>`
    select case level
             when 0 then (
               select string_agg(leaf_hash, ''::bytea order by sequence) from ledger_entries
                where sequence >= first and sequence < first + count)
             else (
               select string_agg(kept.hash, ''::bytea order by kept.index) from ledger_subtrees as kept
                where kept.level = asked.level and kept.index >= first and kept.index < first + count)
           end as hashes
      from unnest(
        ${plainArray(runs.map(({ level }) => level))}::smallint[],
        ${plainArray(runs.map(({ first }) => first))}::bigint[],
        ${plainArray(runs.map(({ count }) => count))}::integer[])
      with ordinality as asked (level, first, count, turn)
     order by turn`.execute(transaction);
  return rows.map(({ hashes }) => hashes ?? Buffer.alloc(0));
}
