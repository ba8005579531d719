import { sql } from 'kysely';
import { DatabaseError } from 'pg';
import {
  type After,
  directionOf,
  type ReadTransaction,
  running,
  type Sort,
  type WriteTransaction,
} from '../../../platform/index.ts';
import type { Claim, ContestState } from '../states.ts';
import type { Contest } from '../tables.ts';

export async function insertContest(
  transaction: WriteTransaction,
  contest: Omit<Contest, 'version'>,
): Promise<void> {
  const { title, ...row } = contest;
  await transaction
    .insertInto('contests')
    .values({ ...row, version: 1, title: sql`${JSON.stringify(title)}::jsonb` as never })
    .execute();
}

/** Whether a write failed because the carer has contested the same before. */
export function isRepeated(error: unknown): boolean {
  return error instanceof DatabaseError && error.constraint === 'one_contest_a_thing';
}

export async function findContest(
  transaction: ReadTransaction,
  id: string,
): Promise<Contest | undefined> {
  return transaction.selectFrom('contests').selectAll().where('id', '=', id).executeTakeFirst();
}

/** Held until the transaction ends. */
export async function takeContest(
  transaction: WriteTransaction,
  id: string,
): Promise<Contest | undefined> {
  const { rows } = await sql<Contest>`
    select * from contests where id = ${id} for no key update`.execute(transaction);
  return rows[0];
}

type Change = Partial<
  Pick<Contest, 'state' | 'due_at' | 'escalated_at' | 'escalated_because' | 'activity_id'>
>;

/** The next version of one that the caller holds. */
export async function updateContest(
  transaction: WriteTransaction,
  { id, version }: Contest,
  change: Change,
): Promise<void> {
  await transaction
    .updateTable('contests')
    .set({ ...change, version: version + 1 })
    .where('id', '=', id)
    .execute();
}

export async function countOpen(transaction: ReadTransaction, carer: string): Promise<number> {
  const { rows } = await sql<{ open: number }>`
    select count(*) as open from contests
     where carer_id = ${carer} and state in ('open', 'escalated')`.execute(transaction);
  return rows[0]?.open ?? 0;
}

/** Those whose time has passed with nobody doing anything; held, and what another program holds is left to it. */
export async function takePassed(
  transaction: WriteTransaction,
  at: Date,
  most: number,
): Promise<Contest[]> {
  const { rows } = await sql<Contest>`
    select * from contests
     where due_at <= ${at} and state in ('open', 'answered')
     order by due_at, id limit ${most}
       for no key update skip locked`.execute(transaction);
  return rows;
}

export const contestSortKeys = ['due', 'made'] as const;

export interface ContestsAsked {
  readonly states: readonly ContestState[] | undefined;
  readonly claim: Claim | undefined;
  readonly within: readonly string[];
  readonly sort: Sort<(typeof contestSortKeys)[number]>;
  readonly after: After | undefined;
  readonly most: number;
}

/** Those of the hosts in these places of the tree. */
export async function listContests(
  transaction: ReadTransaction,
  { states, claim, within, sort, after, most }: ContestsAsked,
): Promise<(Contest & { sort_value: string })[]> {
  const { key, down } = directionOf(sort);
  const by = { due: sql`coalesce(due_at, 'infinity'::timestamptz)`, made: sql`made_at` }[key];
  const run = running({ by, id: sql`id`, down, after });
  const { rows } = await sql<Contest & { sort_value: string }>`
    select *, ${run.value} as sort_value from contests
     where host_lineage && ${within}::uuid[]
       ${states ? sql`and state = any(${states}::text[])` : sql``}
       ${claim ? sql`and claim = ${claim}` : sql``}
       ${run.beyond}
     order by ${run.order} limit ${most}`.execute(transaction);
  return rows;
}

/** One's own, the newest first. */
export async function listOwnContests(
  transaction: ReadTransaction,
  carer: string,
  { after, most }: { after: After | undefined; most: number },
): Promise<(Contest & { sort_value: string })[]> {
  const run = running({ by: sql`made_at`, id: sql`id`, down: true, after });
  const { rows } = await sql<Contest & { sort_value: string }>`
    select *, ${run.value} as sort_value from contests
     where carer_id = ${carer} ${run.beyond}
     order by ${run.order} limit ${most}`.execute(transaction);
  return rows;
}

/** When the oldest appeal about it was made that is open; null: none is. */
export async function openAppealAbout(
  transaction: ReadTransaction,
  certificate: string,
): Promise<Date | null> {
  const { rows } = await sql<{ since: Date | null }>`
    select min(made_at) as since from contests
     where certificate_id = ${certificate} and state = 'escalated'`.execute(transaction);
  return rows[0]?.since ?? null;
}
