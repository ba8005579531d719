import { sql } from 'kysely';
import type { ReadTransaction, WriteTransaction } from '../../../platform/index.ts';
import { type LedgerEntry, leafHash } from '../ledger/index.ts';
import type { TermSums } from '../rules/caps.ts';

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
  term: string;
  sums: Record<string, number>;
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

/** The running sums of carers and terms, each named "carer term"; one without a row is not in the map. */
export async function readSums(
  transaction: ReadTransaction,
  names: readonly string[],
): Promise<Map<string, TermSums>> {
  if (names.length === 0) return new Map();
  const [carers, terms] = apart(names);
  const { rows } = await sql<PointSumRow>`
    select carer_id, term, sums
      from unnest(${carers}::uuid[], ${terms}::text[]) as asked (carer_id, term)
      join point_sums using (carer_id, term)`.execute(transaction);
  return new Map(
    rows.map(({ carer_id, term, sums }) => [`${carer_id} ${term}`, new Map(Object.entries(sums))]),
  );
}

function apart(names: readonly string[]): [carers: string[], terms: string[]] {
  const parts = names.map((name) => name.split(' ') as [string, string]);
  return [parts.map(([carer]) => carer), parts.map(([, term]) => term)];
}

/** Entries, balances and sums in one statement. */
export async function postEntries(
  transaction: WriteTransaction,
  entries: readonly Entry[],
  sums: ReadonlyMap<string, TermSums>,
): Promise<void> {
  const changes = balanceChanges(entries);
  const [carers, terms] = apart([...sums.keys()]);
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
    insert into point_sums (carer_id, term, sums)
    select * from unnest(
      ${carers}::uuid[], ${terms}::text[], ${[...sums.values()].map(asJson)}::jsonb[])
    on conflict on constraint one_row_a_carer_and_term do update set sums = excluded.sums
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

function asJson(sums: TermSums): string {
  return JSON.stringify(Object.fromEntries(sums));
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
