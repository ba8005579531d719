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
  /** Of the done. */
  readonly done_late: number;
  readonly excused: number;
}

/** The tallies of some places in some periods; those without tasks are left out. */
export async function listTallies(
  transaction: ReadTransaction,
  places: readonly string[],
  periods: readonly string[],
): Promise<Tally[]> {
  const { rows } = await sql<Tally>`
    select duty, period, place, due_on, tasks, done, done_late, excused
      from duty_tallies
     where place = any(${places}::uuid[]) and period = any(${periods}::text[]) and tasks > 0
     order by duty, period, due_on`.execute(transaction);
  return rows;
}

/** How many tasks at a place and below it were done in a week. */
export interface Finish {
  readonly duty: string;
  readonly period: string;
  readonly place: string;
  /** Its Monday. */
  readonly week: string;
  readonly done: number;
}

/** In which weeks the tasks of some periods were done at some places. */
export async function listFinishes(
  transaction: ReadTransaction,
  places: readonly string[],
  periods: readonly string[],
): Promise<Finish[]> {
  const { rows } = await sql<Finish>`
    select duty, period, place, week, done
      from duty_finishes
     where place = any(${places}::uuid[]) and period = any(${periods}::text[]) and done > 0
     order by duty, period, place, week`.execute(transaction);
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
