import { sql } from 'kysely';
import type { ActivityRoleName } from '../../../plan/index.ts';
import type { ReadTransaction, WriteTransaction } from '../../../platform/index.ts';
import type { Helper, HelperPart } from '../tables.ts';

/** Those named for an event, in the order of naming. */
export async function listHelpers(
  transaction: ReadTransaction,
  activity: string,
): Promise<Helper[]> {
  return transaction
    .selectFrom('activity_helpers')
    .selectAll()
    .where('activity_id', '=', activity)
    .orderBy('named_at')
    .orderBy('person_id')
    .execute();
}

/** Names somebody, or gives who is named another part. */
export async function putHelper(
  transaction: WriteTransaction,
  helper: { activity: string; person: string; part: HelperPart; by: string; at: Date },
): Promise<void> {
  await sql`
    insert into activity_helpers (activity_id, person_id, part, named_by, named_at)
    values (${helper.activity}, ${helper.person}, ${helper.part}, ${helper.by}, ${helper.at})
    on conflict on constraint one_part_a_helper
    do update set part = excluded.part, named_by = excluded.named_by`.execute(transaction);
}

/** Whether there was one. */
export async function deleteHelper(
  transaction: WriteTransaction,
  activity: string,
  person: string,
): Promise<boolean> {
  const { rows } = await sql`
    delete from activity_helpers where activity_id = ${activity} and person_id = ${person}
    returning person_id`.execute(transaction);
  return rows.length > 0;
}

/** What somebody did at an event: the part of their attendance, or the one they are named for. */
export interface OwnPart {
  readonly role: ActivityRoleName | 'door';
  /** Null: not seen, or not settled. */
  readonly minutes: number | null;
}

export async function findOwnPart(
  transaction: ReadTransaction,
  activity: string,
  person: string,
): Promise<OwnPart | undefined> {
  const { rows } = await sql<OwnPart>`
    select coalesce(came.role, named.part) as role, came.minutes
      from (select ${activity}::uuid as activity_id, ${person}::uuid as person_id) as asked
      left join attendances as came
        on came.activity_id = asked.activity_id and came.carer_id = asked.person_id
      left join activity_helpers as named
        on named.activity_id = asked.activity_id and named.person_id = asked.person_id
     where came.id is not null or named.person_id is not null`.execute(transaction);
  return rows[0];
}
