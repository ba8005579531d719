import { sql } from 'kysely';
import { newId, type ReadTransaction, type WriteTransaction } from '../../../platform/index.ts';
import type { NoticeKind, NoticeParams } from '../rules/notice-words.ts';

export interface Notice {
  readonly id: string;
  readonly activity_id: string;
  readonly kind: NoticeKind;
  readonly params: NoticeParams;
  readonly made_at: Date;
  readonly read_at: Date | null;
}

/** Tells many people the same. */
export async function insertNotices(
  transaction: WriteTransaction,
  people: readonly string[],
  notice: { activity: string; kind: NoticeKind; params: NoticeParams; at: Date },
): Promise<void> {
  if (people.length === 0) return;
  await sql`
    insert into activity_notices (id, person_id, activity_id, kind, params, made_at)
    select id, person_id, ${notice.activity}::uuid, ${notice.kind}::text,
           ${JSON.stringify(notice.params)}::jsonb, ${notice.at}::timestamptz
      from unnest(${people.map(() => newId())}::uuid[], ${people}::uuid[]) as told (id, person_id)
  `.execute(transaction);
}

export async function listNotices(
  transaction: ReadTransaction,
  person: string,
  { isUnread, most }: { isUnread: boolean; most: number },
): Promise<Notice[]> {
  const { rows } = await sql<Notice>`
    select id, activity_id, kind, params, made_at, read_at from activity_notices
     where person_id = ${person} ${isUnread ? sql`and read_at is null` : sql``}
     order by made_at desc, id desc
     limit ${most}`.execute(transaction);
  return rows;
}

/** What was asked is answered: the notices that asked fall silent. */
export async function markNoticesRead(
  transaction: WriteTransaction,
  people: readonly string[],
  activity: string,
  kind: NoticeKind,
  at: Date,
): Promise<void> {
  await sql`
    update activity_notices set read_at = ${at}
     where person_id = any(${people}::uuid[]) and activity_id = ${activity} and kind = ${kind}
       and read_at is null`.execute(transaction);
}

/** What asks for an answer is not done with by being read. */
const isDoneByReading = sql`kind <> 'offered'`;

/** Whether the person has such a notice; reading it twice keeps the first time. */
export async function markNoticeRead(
  transaction: WriteTransaction,
  person: string,
  id: string,
  at: Date,
): Promise<boolean> {
  const { rows } = await sql<{ id: string }>`
    update activity_notices
       set read_at = case when ${isDoneByReading} then coalesce(read_at, ${at}) else read_at end
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
    update activity_notices set read_at = ${at}
     where person_id = ${person} and read_at is null and ${isDoneByReading}`.execute(transaction);
}
