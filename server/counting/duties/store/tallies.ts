import { sql } from 'kysely';
import type { ReadTransaction } from '../../../platform/index.ts';

/** Tasks of a duty at a place and below it that fall due on the same day. */
export interface Tally {
  readonly duty: string;
  readonly period: string;
  readonly place: string;
  readonly due_on: string;
  readonly tasks: number;
  readonly done: number;
  readonly excused: number;
}

/** The tallies of some places in some periods; those without tasks are left out. */
export async function listTallies(
  transaction: ReadTransaction,
  places: readonly string[],
  periods: readonly string[],
): Promise<Tally[]> {
  const { rows } = await sql<Tally>`
    select duty, period, place, due_on, tasks, done, excused
      from duty_tallies
     where place = any(${places}::uuid[]) and period = any(${periods}::text[]) and tasks > 0
     order by duty, period, due_on`.execute(transaction);
  return rows;
}

/** Kinds of fact that were ever stated here. */
export async function listKindsSeen(transaction: ReadTransaction): Promise<ReadonlySet<string>> {
  const { rows } = await sql<{ kind: string }>`select kind from duty_kinds_seen`.execute(
    transaction,
  );
  return new Set(rows.map(({ kind }) => kind));
}

/** The facts that a task's figure stands on, by their places in the log. */
export async function listEvidence(
  transaction: ReadTransaction,
  { duty, period, holder }: { duty: string; period: string; holder: string },
): Promise<number[]> {
  const { rows } = await sql<{ fact: number }>`
    select fact from duty_evidence
     where duty = ${duty} and period = ${period} and holder = ${holder}
     order by fact limit 1000`.execute(transaction);
  return rows.map(({ fact }) => fact);
}
