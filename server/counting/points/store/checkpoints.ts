import { sql } from 'kysely';
import type { ReadTransaction, WriteTransaction } from '../../../platform/index.ts';
import type { CompactRangeState } from '../ledger/index.ts';

declare module '../../../platform/database/tables.ts' {
  interface Tables {
    ledger_trees: { size: number; hashes: Buffer; note: string; at: Date };
  }
}

const HASH_BYTES = 32;

/** The note with the lines that witnesses have added to it. */
const cosigned = sql<string>`
  note || coalesce((
    select string_agg(line, '' order by witness) from ledger_cosignatures
     where ledger_cosignatures.size = ledger_trees.size), '')`.as('note');

export async function lastCheckpoint(
  transaction: ReadTransaction,
): Promise<(CompactRangeState & { note: string; at: Date }) | undefined> {
  const row = await transaction
    .selectFrom('ledger_trees')
    .select(['size', 'hashes', 'at', cosigned])
    .orderBy('size', 'desc')
    .limit(1)
    .executeTakeFirst();
  if (!row) return undefined;
  const hashes = Array.from({ length: row.hashes.length / HASH_BYTES }, (_, index) =>
    row.hashes.subarray(index * HASH_BYTES, (index + 1) * HASH_BYTES),
  );
  return { size: row.size, hashes, note: row.note, at: row.at };
}

export async function insertCheckpoint(
  transaction: WriteTransaction,
  { size, hashes, note, at }: CompactRangeState & { note: string; at: Date },
): Promise<void> {
  await transaction
    .insertInto('ledger_trees')
    .values({ size, hashes: Buffer.concat(hashes), note, at })
    // Two programs may sign the same tree: the first note stands.
    .onConflict((conflict) => conflict.column('size').doNothing())
    .execute();
}

/** The newest first; without a size from the newest on. */
export async function listCheckpointsBefore(
  transaction: ReadTransaction,
  before: number | undefined,
  most: number,
): Promise<{ size: number; note: string; at: Date }[]> {
  return transaction
    .selectFrom('ledger_trees')
    .select(['size', 'at', cosigned])
    .$if(before !== undefined, (query) => query.where('size', '<', before as number))
    .orderBy('size', 'desc')
    .limit(most)
    .execute();
}

/** Under the ledger's name: a server of another address may have signed under that before names were fixed. */
export async function listCheckpointNotes(
  transaction: ReadTransaction,
  origin: string,
): Promise<string[]> {
  const rows = await transaction
    .selectFrom('ledger_trees')
    .select(cosigned)
    .where(sql<boolean>`starts_with(note, ${`${origin}\n`})`)
    .orderBy('size')
    .execute();
  return rows.map((row) => row.note);
}

/** Balances by account, after one, for an export that pages through all: as they were before the entry `end`. */
export async function listBalancesAfter(
  transaction: ReadTransaction,
  { account, end }: { account: string; end: number },
  most: number,
): Promise<{ carer: string; balance: number }[]> {
  const { rows } = await sql<{ carer: string; balance: number }>`
    select account as carer,
           (select coalesce(sum(amount), 0)::bigint from term_balances
             where term_balances.carer_id = ledger_accounts.carer_id)
           - coalesce(later.amount, 0)::bigint as balance
      from ledger_accounts
      left join (select carer_id, sum(amount) as amount, min(sequence) as first
                   from ledger_entries where sequence >= ${end} group by carer_id) as later
        using (carer_id)
     where account > ${account}
       -- Whoever came later only is not of this export.
       and (later.first is null or exists (
             select from ledger_entries as earlier
              where earlier.carer_id = ledger_accounts.carer_id and earlier.sequence < ${end}))
     order by account limit ${most}`.execute(transaction);
  return rows;
}
