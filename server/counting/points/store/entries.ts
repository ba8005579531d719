import { type RawBuilder, sql } from 'kysely';
import {
  plainArray,
  type ReadTransaction,
  type WriteTransaction,
} from '../../../platform/index.ts';
import { type LedgerEntry, leafHash } from '../ledger/index.ts';
import type { TermSums } from '../rules/caps.ts';

declare module '../../../platform/database/tables.ts' {
  interface Tables {
    ledger_entries: LedgerEntryRow;
    term_balances: TermBalanceRow;
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

interface TermBalanceRow {
  carer_id: string;
  term: string;
  amount: number;
  entries: number;
  sums: TermSums;
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
  /** Under which name the carer stands in the ledger. */
  readonly account: string;
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
    carer: entry.account,
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

/** What a carer has earned in a term; the counter changes it in place. Hundredths of a point. */
export interface TermBalance {
  readonly carer: string;
  readonly term: string;
  amount: number;
  entries: number;
  readonly sums: TermSums;
  readonly isNew: boolean;
}

/** The balances of carers in terms, in the order asked; new ones are all zero. */
export async function readTermBalances(
  transaction: ReadTransaction,
  asked: readonly { carer: string; term: string }[],
): Promise<TermBalance[]> {
  const { rows } = await sql<TermBalanceRow>`
    select carer_id, term, amount, entries, sums
      from unnest(
        ${plainArray(asked.map((one) => one.carer))}::uuid[],
        ${plainArray(asked.map((one) => one.term))}::text[]) as asked (carer_id, term)
      join term_balances using (carer_id, term)`.execute(transaction);
  const known = new Map(rows.map((row) => [`${row.carer_id} ${row.term}`, row]));
  return asked.map(({ carer, term }) => {
    const row = known.get(`${carer} ${term}`);
    if (!row) return { carer, term, amount: 0, entries: 0, sums: {}, isNew: true };
    return { carer, term, amount: row.amount, entries: row.entries, sums: row.sums, isNew: false };
  });
}

/** Posts entries and writes the balances as they are after them. */
export async function postEntries(
  transaction: WriteTransaction,
  entries: readonly Entry[],
  balances: readonly TermBalance[],
): Promise<void> {
  await insertEntries(transaction, entries);
  const fresh = balances.filter((one) => one.isNew);
  const known = balances.filter((one) => !one.isNew);
  if (fresh.length > 0) {
    await sql`
      insert into term_balances (carer_id, term, amount, entries, sums)
      select * from ${asRows(fresh)}`.execute(transaction);
  }
  if (known.length > 0) {
    await sql`
      update term_balances as own
         set amount = now.amount, entries = now.entries, sums = now.sums
        from ${asRows(known)} as now (carer_id, term, amount, entries, sums)
       where own.carer_id = now.carer_id and own.term = now.term`.execute(transaction);
  }
}

function asRows(balances: readonly TermBalance[]): RawBuilder<unknown> {
  return sql`unnest(
    ${plainArray(balances.map((one) => one.carer))}::uuid[],
    ${plainArray(balances.map((one) => one.term))}::text[],
    ${plainArray(balances.map((one) => one.amount))}::bigint[],
    ${plainArray(balances.map((one) => one.entries))}::integer[],
    ${balances.map((one) => JSON.stringify(one.sums))}::json[])`;
}

async function insertEntries(
  transaction: WriteTransaction,
  entries: readonly Entry[],
): Promise<void> {
  // The hashes go as one value, from which each row takes its 32 bytes: half the size of thousands as text.
  const hashes = Buffer.concat(entries.map((entry) => leafHash(asLeaf(entry))));
  await sql`
    insert into ledger_entries (sequence, id, carer_id, fact_id, rule, rule_version,
                                raw_amount, amount, counted_on, leaf_hash, posted_at)
    select ${entries[0]?.sequence}::bigint + turn - 1, id, carer_id, fact_id, rule, rule_version,
           raw_amount, amount, counted_on,
           substring(${hashes}::bytea from 32 * turn::integer - 31 for 32),
           ${entries[0]?.postedAt}::timestamptz
      from unnest(
        ${plainArray(entries.map((entry) => entry.id))}::uuid[],
        ${plainArray(entries.map((entry) => entry.carer))}::uuid[],
        ${plainArray(entries.map((entry) => entry.fact))}::uuid[],
        ${plainArray(entries.map((entry) => entry.rule))}::text[],
        ${plainArray(entries.map((entry) => entry.version))}::integer[],
        ${plainArray(entries.map((entry) => entry.rawAmount))}::integer[],
        ${plainArray(entries.map((entry) => entry.amount))}::integer[],
        ${plainArray(entries.map((entry) => entry.countedOn))}::date[])
      with ordinality
      as entry (id, carer_id, fact_id, rule, rule_version, raw_amount, amount, counted_on, turn)
  `.execute(transaction);
}

const entryColumns = sql`
  sequence, id, carer_id as carer, account, fact_id as fact, rule, rule_version as version,
  raw_amount as "rawAmount", amount, counted_on as "countedOn", posted_at as "postedAt"`;

/** Entries from a sequence on, with the leaf hashes kept when they were posted. */
export async function listEntriesFrom(
  transaction: ReadTransaction,
  sequence: number,
  most: number,
): Promise<(Entry & { leafHash: Buffer })[]> {
  const { rows } = await sql<Entry & { leafHash: Buffer }>`
    select ${entryColumns}, leaf_hash as "leafHash" from ledger_entries join ledger_accounts using (carer_id)
     where sequence >= ${sequence} order by sequence limit ${most}`.execute(transaction);
  return rows;
}

/**
 * The leaves from a sequence on, 32 bytes each, one after the other in one value: the tree grows by hashes alone.
 * Sequences have no gaps, so that their number says which they are.
 */
export async function leavesFrom(
  transaction: ReadTransaction,
  sequence: number,
  most: number,
): Promise<Buffer> {
  const { rows } = await sql<{ leaves: Buffer | null }>`
    select string_agg(leaf_hash, ''::bytea order by sequence) as leaves
      from ledger_entries
     where sequence >= ${sequence} and sequence < ${sequence + most}`.execute(transaction);
  return rows[0]?.leaves ?? Buffer.alloc(0);
}

/** A carer's entries, newest first, before a sequence. */
export async function listEntriesOf(
  transaction: ReadTransaction,
  carer: string,
  before: number,
  most: number,
): Promise<Entry[]> {
  const { rows } = await sql<Entry>`
    select ${entryColumns} from ledger_entries join ledger_accounts using (carer_id)
     where carer_id = ${carer} and sequence < ${before}
     order by sequence desc
     limit ${most}`.execute(transaction);
  return rows;
}

/** A carer's entry; undefined when there is none with this sequence, or it is another's. */
export async function findEntryOf(
  transaction: ReadTransaction,
  carer: string,
  sequence: number,
): Promise<Entry | undefined> {
  const { rows } = await sql<Entry>`
    select ${entryColumns} from ledger_entries join ledger_accounts using (carer_id)
     where sequence = ${sequence} and carer_id = ${carer}`.execute(transaction);
  return rows[0];
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

/** What a carer earned by one version of a rule on one day; hundredths of a point. */
export interface RuleDay {
  readonly rule: string;
  readonly version: number;
  readonly day: string;
  readonly raw: number;
  readonly amount: number;
  readonly entries: number;
}

/** All that a carer earned, by rule, version and day, the earliest first: a few hundred rows at most. */
export async function listRuleDays(
  transaction: ReadTransaction,
  carer: string,
): Promise<RuleDay[]> {
  const { rows } = await sql<RuleDay>`
    select rule, rule_version as version, counted_on as day, sum(raw_amount)::bigint as raw,
           sum(amount)::bigint as amount, count(*) as entries
      from ledger_entries where carer_id = ${carer}
     group by rule, rule_version, counted_on order by counted_on, rule`.execute(transaction);
  return rows;
}
