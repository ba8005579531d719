import { sql } from 'kysely';
import {
  type After,
  type ReadTransaction,
  running,
  type WriteTransaction,
} from '../../platform/index.ts';
import type { NoticeRow } from '../tables.ts';

/** A notice as its person reads it. */
export type Notice = Pick<
  NoticeRow,
  | 'id'
  | 'student_id'
  | 'room'
  | 'kind'
  | 'link'
  | 'heading'
  | 'words'
  | 'asks'
  | 'made_at'
  | 'read_at'
  | 'done_at'
>;

/** It still has something to say. The partial index is of these words. */
const speaks = sql`done_at is null and (asks or read_at is null)`;

const columns = sql`id, student_id, room, kind, link, heading, words, asks, made_at, read_at, done_at`;

export interface NoticesAsked {
  readonly isUnread: boolean;
  readonly after: After | undefined;
  readonly most: number;
}

/** A person's notices, the newest first. */
export async function listNotices(
  transaction: ReadTransaction,
  person: string,
  { isUnread, after, most }: NoticesAsked,
): Promise<(Notice & { readonly sort_value: string })[]> {
  const run = running({ by: sql`made_at`, id: sql`id`, down: true, after });
  const { rows } = await sql<Notice & { sort_value: string }>`
    select ${columns}, ${run.value} as sort_value from notices
     where person_id = ${person}
       ${isUnread ? sql`and ${speaks}` : sql``}
       ${run.beyond}
     order by ${run.order}
     limit ${most}`.execute(transaction);
  return rows;
}

const MOST_A_HOME = 5;

/** The newest of many people at once that still speak: one statement, for the boards. */
export async function listNoticesOf(
  transaction: ReadTransaction,
  people: readonly string[],
): Promise<(Notice & { readonly person: string })[]> {
  const { rows } = await sql<Notice & { person: string }>`
    select asked.person, notice.*
      from unnest(${people}::uuid[]) as asked (person)
      cross join lateral (
        select ${columns} from notices
         where person_id = asked.person and ${speaks}
         order by made_at desc, id desc
         limit ${MOST_A_HOME}) as notice
     order by notice.made_at desc, notice.id desc`.execute(transaction);
  return rows;
}

/** Whether the person has such a notice; reading it twice keeps the first time. */
export async function markRead(
  transaction: WriteTransaction,
  person: string,
  id: string,
  at: Date,
): Promise<boolean> {
  const { rows } = await sql<{ id: string }>`
    update notices set read_at = coalesce(read_at, ${at})
     where id = ${id} and person_id = ${person}
    returning id`.execute(transaction);
  return rows.length > 0;
}

export async function markAllRead(
  transaction: WriteTransaction,
  person: string,
  at: Date,
): Promise<void> {
  await sql`
    update notices set read_at = ${at}
     where person_id = ${person} and read_at is null`.execute(transaction);
}
