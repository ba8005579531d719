import { sql } from 'kysely';
import { type CountedFact, listFactsOf, placeOf } from '../../facts/index.ts';
import type { Plan } from '../../plan/index.ts';
import type { DistrictDatabase, ReadTransaction } from '../../platform/index.ts';
import { countWithinCaps, type TermSums } from './rules/caps.ts';
import { earningsOf } from './rules/earn.ts';
import { arrivalsOf, familyLinksOf } from './rules/family-links.ts';

/** Something that the counts say and the facts do not, or the other way round. */
export interface Difference {
  readonly what: 'entry' | 'balance' | 'family';
  /** What it is about, such as `fact … by rule …`. */
  readonly about: string;
  readonly counted: string;
  readonly recounted: string;
}

/**
 * Starts again from the facts alone and compares entries, balances and family links with what was counted as
 * the facts arrived. Goes by slices of the carers, so that memory does not grow with the district; in one
 * snapshot, up to the counter's place.
 */
export async function recountPoints(plan: Plan, database: DistrictDatabase): Promise<Difference[]> {
  return database.read({ person: null, reach: [] }, async (transaction) => {
    const differences: Difference[] = [];
    const place = await placeOf(transaction, 'points');
    for (const slice of '0123456789abcdef') {
      const facts = await listFactsOf(transaction, slice, place);
      const recounted = countAgain(plan, facts);
      const counted = await readCounts(transaction, slice);
      differences.push(
        ...compare('entry', counted.entries, recounted.entries),
        ...compare('balance', counted.balances, recounted.balances),
        ...compare('family', counted.families, recounted.families),
      );
    }
    return differences;
  });
}

interface Counts {
  readonly entries: Map<string, string>;
  readonly balances: Map<string, string>;
  readonly families: Map<string, string>;
}

function countAgain(plan: Plan, facts: readonly CountedFact[]): Counts {
  const sums = new Map<string, TermSums>();
  const entries = new Map<string, string>();
  const totals = new Map<string, number>();
  const links = new Map<string, number>();
  for (const fact of facts) {
    for (const { student, carer, change } of familyLinksOf(fact)) {
      add(links, `carer ${carer} for student ${student}`, change);
    }
    for (const { student, day, change } of arrivalsOf(fact)) {
      add(links, `arrival of student ${student} on ${day}`, change);
    }
    for (const earning of earningsOf(plan, fact)) {
      const term = `${earning.carer} ${earning.term}`;
      const inTerm = sums.get(term) ?? {};
      sums.set(term, inTerm);
      const amount = countWithinCaps(inTerm, earning);
      entries.set(
        `fact ${fact.id} by rule ${earning.rule.id}`,
        entryText(earning.carer, earning.version.version, earning.rawAmount, amount, earning.day),
      );
      add(totals, `carer ${earning.carer}`, amount);
    }
  }
  return { entries, balances: asText(totals), families: asText(links) };
}

async function readCounts(transaction: ReadTransaction, slice: string): Promise<Counts> {
  const entries = await sql<{
    fact_id: string;
    rule: string;
    carer_id: string;
    rule_version: number;
    raw_amount: number;
    amount: number;
    counted_on: string;
  }>`
    select fact_id, rule, carer_id, rule_version, raw_amount, amount, counted_on
      from ledger_entries where right(carer_id::text, 1) = ${slice}`.execute(transaction);
  const balances = await sql<{ about: string; amount: number }>`
    select 'carer ' || carer_id as about, amount
      from balances where right(carer_id::text, 1) = ${slice}`.execute(transaction);
  const families = await sql<{ about: string; links: number }>`
    select 'carer ' || carer_id || ' for student ' || student_id as about, links
      from point_families where right(carer_id::text, 1) = ${slice}
     union all
    select 'arrival of student ' || student_id || ' on ' || arrived_on, times
      from point_arrivals where right(student_id::text, 1) = ${slice}`.execute(transaction);
  return {
    entries: new Map(
      entries.rows.map((row) => [
        `fact ${row.fact_id} by rule ${row.rule}`,
        entryText(row.carer_id, row.rule_version, row.raw_amount, row.amount, row.counted_on),
      ]),
    ),
    balances: new Map(balances.rows.map(({ about, amount }) => [about, String(amount)])),
    families: new Map(families.rows.map(({ about, links }) => [about, String(links)])),
  };
}

function entryText(
  carer: string,
  version: number,
  raw: number,
  amount: number,
  day: string,
): string {
  return `${amount} of ${raw} to carer ${carer} by version ${version} on ${day}`;
}

function compare(
  what: Difference['what'],
  counted: ReadonlyMap<string, string>,
  recounted: ReadonlyMap<string, string>,
): Difference[] {
  const abouts = new Set([...counted.keys(), ...recounted.keys()]);
  const differences: Difference[] = [];
  for (const about of abouts) {
    const before = counted.get(about) ?? 'nothing';
    const after = recounted.get(about) ?? 'nothing';
    if (before !== after) differences.push({ what, about, counted: before, recounted: after });
  }
  return differences;
}

function add(sums: Map<string, number>, key: string, amount: number): void {
  sums.set(key, (sums.get(key) ?? 0) + amount);
}

function asText(sums: ReadonlyMap<string, number>): Map<string, string> {
  return new Map([...sums].map(([key, amount]) => [key, String(amount)]));
}
