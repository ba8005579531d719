import { sql } from 'kysely';
import type { ReadTransaction, WriteTransaction } from '../../../platform/index.ts';
import { type LedgerEntry, leafHash } from '../ledger/index.ts';
import { type SumKey, sumKeyParts } from '../rules/caps.ts';

declare module '../../../platform/database/tables.ts' {
  interface Tables {
    ledger_entries: LedgerEntryRow;
    point_sums: PointSumRow;
    balances: BalanceRow;
  }
}

interface LedgerEntryRow {
  sequence: number;
  id: string;
  carer_id: string;
  fact_id: string;
  rule: string;
  rule_version: number;
  raw_amount: number;
  amount: number;
  counted_on: string;
  posted_at: Date;
  leaf_hash: Buffer;
}

interface PointSumRow {
  carer_id: string;
  rule: string;
  rule_version: number;
  span: string;
  raw_amount: number;
}

interface BalanceRow {
  carer_id: string;
  amount: number;
  entries: number;
}

/** An entry of the ledger, amounts in hundredths of a point. */
export interface Entry {
  readonly sequence: number;
  readonly id: string;
  readonly carer: string;
  readonly fact: string;
  readonly rule: string;
  readonly version: number;
  readonly rawAmount: number;
  readonly amount: number;
  readonly countedOn: string;
  readonly postedAt: Date;
}

/** The entry as the Merkle tree holds it. */
export function asLeaf(entry: Entry): LedgerEntry {
  return {
    sequence: entry.sequence,
    id: entry.id,
    carer: entry.carer,
    fact: entry.fact,
    rule: entry.rule,
    rule_version: String(entry.version),
    raw_amount: entry.rawAmount,
    amount: entry.amount,
    counted_on: entry.countedOn,
    posted_at: entry.postedAt.toISOString(),
  };
}

/** The next leaf's index. Only the points counter asks, and it holds its place in the log. */
export async function nextSequence(transaction: ReadTransaction): Promise<number> {
  const { rows } = await sql<{ next: number }>`
    select coalesce(max(sequence) + 1, 0) as next from ledger_entries`.execute(transaction);
  return rows[0]?.next ?? 0;
}

/** The running sums for the given keys; a key without a row is not in the map. */
export async function readSums(
  transaction: ReadTransaction,
  keys: ReadonlySet<SumKey>,
): Promise<Map<SumKey, number>> {
  const sums = new Map<SumKey, number>();
  if (keys.size === 0) return sums;
  const parts = [...keys].map(sumKeyParts);
  const { rows } = await sql<{ key: SumKey; raw_amount: number }>`
    select concat_ws(' ', carer_id, rule, rule_version, span) as key, raw_amount
      from unnest(${parts.map((part) => part.carer)}::uuid[],
                  ${parts.map((part) => part.rule)}::text[],
                  ${parts.map((part) => part.version)}::integer[],
                  ${parts.map((part) => part.span)}::text[])
           as asked (carer_id, rule, rule_version, span)
      join point_sums using (carer_id, rule, rule_version, span)`.execute(transaction);
  for (const { key, raw_amount } of rows) sums.set(key, raw_amount);
  return sums;
}

/** Entries, balances and sums in one statement. */
export async function postEntries(
  transaction: WriteTransaction,
  entries: readonly Entry[],
  sums: ReadonlyMap<SumKey, number>,
): Promise<void> {
  const changes = balanceChanges(entries);
  const spans = [...sums].map(([key, amount]) => ({ ...sumKeyParts(key), amount }));
  await sql`
    with posted as (
      insert into ledger_entries (sequence, id, carer_id, fact_id, rule, rule_version,
                                  raw_amount, amount, counted_on, leaf_hash, posted_at)
      select sequence, id, carer_id, fact_id, rule, rule_version, raw_amount, amount, counted_on,
             leaf_hash, ${entries[0]?.postedAt}::timestamptz
        from unnest(
          ${entries.map((entry) => entry.sequence)}::bigint[],
          ${entries.map((entry) => entry.id)}::uuid[],
          ${entries.map((entry) => entry.carer)}::uuid[],
          ${entries.map((entry) => entry.fact)}::uuid[],
          ${entries.map((entry) => entry.rule)}::text[],
          ${entries.map((entry) => entry.version)}::integer[],
          ${entries.map((entry) => entry.rawAmount)}::integer[],
          ${entries.map((entry) => entry.amount)}::integer[],
          ${entries.map((entry) => entry.countedOn)}::date[],
          ${entries.map((entry) => leafHash(asLeaf(entry)))}::bytea[])
        as entry (sequence, id, carer_id, fact_id, rule, rule_version, raw_amount, amount,
                  counted_on, leaf_hash)
    ), balanced as (
      insert into balances as own (carer_id, amount, entries)
      select * from unnest(
        ${[...changes.keys()]}::uuid[],
        ${[...changes.values()].map((change) => change.amount)}::bigint[],
        ${[...changes.values()].map((change) => change.entries)}::integer[])
      on conflict (carer_id) do update
        set amount = own.amount + excluded.amount, entries = own.entries + excluded.entries
    )
    insert into point_sums (carer_id, rule, rule_version, span, raw_amount)
    select * from unnest(
      ${spans.map((span) => span.carer)}::uuid[],
      ${spans.map((span) => span.rule)}::text[],
      ${spans.map((span) => span.version)}::integer[],
      ${spans.map((span) => span.span)}::text[],
      ${spans.map((span) => span.amount)}::bigint[])
    on conflict on constraint one_sum_a_span do update set raw_amount = excluded.raw_amount
  `.execute(transaction);
}

const entryColumns = sql`
  sequence, id, carer_id as carer, fact_id as fact, rule, rule_version as version,
  raw_amount as "rawAmount", amount, counted_on as "countedOn", posted_at as "postedAt"`;

/** Entries from a sequence on, with the leaf hashes kept when they were posted. */
export async function listEntriesFrom(
  transaction: ReadTransaction,
  sequence: number,
  most: number,
): Promise<(Entry & { leafHash: Buffer })[]> {
  const { rows } = await sql<Entry & { leafHash: Buffer }>`
    select ${entryColumns}, leaf_hash as "leafHash" from ledger_entries
     where sequence >= ${sequence} order by sequence limit ${most}`.execute(transaction);
  return rows;
}

/** A carer's entries, newest first, before a sequence. */
export async function listEntriesOf(
  transaction: ReadTransaction,
  carer: string,
  before: number,
  most: number,
): Promise<Entry[]> {
  const { rows } = await sql<Entry>`
    select ${entryColumns} from ledger_entries
     where carer_id = ${carer} and sequence < ${before}
     order by sequence desc
     limit ${most}`.execute(transaction);
  return rows;
}

/** Balances of carers; one without entries is not in the map. */
export async function balancesOf(
  transaction: ReadTransaction,
  carers: readonly string[],
): Promise<Map<string, number>> {
  const { rows } = await sql<{ carer_id: string; amount: number }>`
    select carer_id, amount from balances where carer_id = any(${carers}::uuid[])
  `.execute(transaction);
  return new Map(rows.map(({ carer_id, amount }) => [carer_id, amount]));
}

interface BalanceChange {
  amount: number;
  entries: number;
}

function balanceChanges(entries: readonly Entry[]): Map<string, BalanceChange> {
  const changes = new Map<string, BalanceChange>();
  for (const { carer, amount } of entries) {
    const change = changes.get(carer) ?? { amount: 0, entries: 0 };
    change.amount += amount;
    change.entries += 1;
    changes.set(carer, change);
  }
  return changes;
}
