import { sql } from 'kysely';
import {
  plainArray,
  type ReadTransaction,
  type WriteTransaction,
} from '../../../platform/index.ts';
import type { absenceReasons } from '../shapes/order.ts';
import type { Activity } from '../tables.ts';

/** A stretch of days: from an instant, and before one. */
export interface Stretch {
  readonly from: Date;
  readonly before: Date | null;
}

/** Which of these children have a place elsewhere: in the same kind, at the same host, in a stretch of days. */
export async function findChildrenWithPlace(
  transaction: ReadTransaction,
  students: readonly string[],
  { id, kind, host_id }: Pick<Activity, 'id' | 'kind' | 'host_id'>,
  { from, before }: Stretch,
): Promise<Set<string>> {
  const { rows } = await sql<{ student: string }>`
    select asked.student
      from unnest(${plainArray(students)}::uuid[]) as asked (student)
     where exists (
       select from registration_students as own
         join activities on activities.id = own.activity_id
         join registrations on registrations.id = own.registration_id
        where own.student_id = asked.student and own.left_at is null
          and activities.id <> ${id} and activities.kind = ${kind}
          and activities.host_id = ${host_id}
          and activities.state in ('published', 'finished')
          and registrations.state in ('registered', 'offered')
          and begins_at >= ${from}
          ${before ? sql`and begins_at < ${before}` : sql``})`.execute(transaction);
  return new Set(rows.map(({ student }) => student));
}

/** An event for which a household had a place, to which nobody of it came. */
export interface Missed {
  readonly registration: string;
  readonly activity_id: string;
  readonly title: string;
  readonly begins_at: Date;
  readonly ends_at: Date;
  readonly excuse: AbsenceReason | null;
}

export type AbsenceReason = (typeof absenceReasons)[number];

/** Of a carer's households: finished since an instant, nobody came. */
const missedOf = sql`
  select registrations.id as registration, activities.id as activity_id, title, begins_at, ends_at,
         absence_excuses.reason as excuse
    from registration_carers as own
    join registrations on registrations.id = own.registration_id
    join activities on activities.id = own.activity_id
    left join absence_excuses on absence_excuses.registration_id = registrations.id
   where own.left_at is null and registrations.state = 'registered'
     and activities.state = 'finished' and not activities.is_private
     and not exists (
       select from registration_carers as household
         join attendances on attendances.activity_id = household.activity_id
          and attendances.carer_id = household.carer_id
        where household.registration_id = registrations.id and household.left_at is null)`;

/** How often each of these carers missed an event that ended since then, without an excuse; none: not in it. */
export async function countMissed(
  transaction: ReadTransaction,
  carers: readonly string[],
  since: Date,
): Promise<Map<string, number>> {
  const { rows } = await sql<{ carer: string; missed: number }>`
    select asked.carer, missed.count as missed
      from unnest(${plainArray(carers)}::uuid[]) as asked (carer)
     cross join lateral (
       select count(*)::integer as count
         from (${missedOf} and own.carer_id = asked.carer and ends_at >= ${since}) as one
        where excuse is null) as missed
     where missed.count > 0`.execute(transaction);
  return new Map(rows.map(({ carer, missed }) => [carer, missed]));
}

/** What a carer missed since then, excused or not, latest first. */
export async function listMissed(
  transaction: ReadTransaction,
  carer: string,
  since: Date,
): Promise<Missed[]> {
  const { rows } = await sql<Missed>`
    ${missedOf} and own.carer_id = ${carer} and ends_at >= ${since}
     order by begins_at desc, registrations.id`.execute(transaction);
  return rows;
}

/** Whether nobody of a household came to a finished event for which it had a place. */
export async function hasMissed(
  transaction: ReadTransaction,
  registration: string,
): Promise<boolean> {
  const { rows } = await sql`
    ${missedOf} and registrations.id = ${registration} limit 1`.execute(transaction);
  return rows.length > 0;
}

/** Why households of these activities did not come. */
export async function excusesOf(
  transaction: ReadTransaction,
  activities: readonly string[],
): Promise<Map<string, AbsenceReason>> {
  const { rows } = await sql<{ registration_id: string; reason: AbsenceReason }>`
    select registration_id, reason
      from absence_excuses join registrations on registrations.id = registration_id
     where activity_id = any(${plainArray(activities)}::uuid[])`.execute(transaction);
  return new Map(rows.map(({ registration_id, reason }) => [registration_id, reason]));
}

/** Excused again is excused by the newer reason. */
export async function putExcuse(
  transaction: WriteTransaction,
  excuse: { registration: string; reason: AbsenceReason; by: string; at: Date },
): Promise<void> {
  await sql`
    insert into absence_excuses (registration_id, reason, excused_by, excused_at)
    values (${excuse.registration}, ${excuse.reason}, ${excuse.by}, ${excuse.at})
    on conflict (registration_id) do update
      set reason = excluded.reason, excused_by = excluded.excused_by,
          excused_at = excluded.excused_at`.execute(transaction);
}
