import { sql } from 'kysely';
import type { ReadTransaction, Words, WriteTransaction } from '../../platform/index.ts';

/** What a teacher telephones a family about. */
export interface CallToMake {
  readonly id: string;
  readonly person_id: string;
  readonly student_id: string | null;
  readonly lineage: string[];
  readonly words: Words;
  readonly useful_until: Date | null;
  readonly made_at: Date;
  readonly tries: number;
  readonly called_by: string | null;
  readonly called_at: Date | null;
}

const columns = sql`
  notice_id as id, notice_calls.person_id, notice_calls.student_id, notice_calls.lineage, words, useful_until,
  notice_calls.made_at, tries, called_by, called_at`;

/** Still of use, and not read or done meanwhile: then nobody need call any more. */
const isOpen = (at: Date) => sql`
  outcome is null and done_at is null and read_at is null
  and (useful_until is null or useful_until > ${at})`;

/** What is to be done within these places of the tree, the most urgent first. */
export async function listCalls(
  transaction: ReadTransaction,
  within: readonly string[],
  at: Date,
  most: number,
): Promise<CallToMake[]> {
  const { rows } = await sql<CallToMake>`
    select ${columns} from notice_calls join notices on notices.id = notice_id
     where notice_calls.lineage && ${within}::uuid[] and ${isOpen(at)}
     order by useful_until nulls last, notice_calls.made_at, notice_id
     limit ${most}`.execute(transaction);
  return rows;
}

export async function countCalls(
  transaction: ReadTransaction,
  within: readonly string[],
  at: Date,
): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(*)::integer as count from notice_calls join notices on notices.id = notice_id
     where notice_calls.lineage && ${within}::uuid[] and ${isOpen(at)}`.execute(transaction);
  return rows[0]?.count ?? 0;
}

/** Locked: two colleagues do not write over each other. */
export async function takeCall(
  transaction: WriteTransaction,
  id: string,
  at: Date,
): Promise<(CallToMake & { readonly is_open: boolean }) | undefined> {
  const { rows } = await sql<CallToMake & { is_open: boolean }>`
    select ${columns}, ${isOpen(at)} as is_open
      from notice_calls join notices on notices.id = notice_id
     where notice_id = ${id} for update of notice_calls`.execute(transaction);
  return rows[0];
}

export async function recordCall(
  transaction: WriteTransaction,
  id: string,
  called: {
    readonly by: string;
    readonly at: Date;
    readonly tries: number;
    readonly outcome: 'reached' | 'not-reached' | null;
  },
): Promise<void> {
  await sql`
    update notice_calls
       set outcome = ${called.outcome}, tries = ${called.tries}, called_by = ${called.by}, called_at = ${called.at}
     where notice_id = ${id}`.execute(transaction);
}
