import { sql } from 'kysely';
import type { ReadTransaction, WriteTransaction } from '../../../platform/index.ts';
import type { Activity } from '../tables.ts';

/** The sessions of an activity, earliest first; of the same moment as they were made: classes by grade. */
export async function listSessions(
  transaction: ReadTransaction,
  whole: string,
): Promise<Activity[]> {
  const { rows } = await sql<Activity>`
    select * from activities where part_of = ${whole}
     order by begins_at, id`.execute(transaction);
  return rows;
}

/** … held until the transaction ends, in the order of ids. The caller holds the whole. */
export async function takeSessions(
  transaction: WriteTransaction,
  whole: string,
): Promise<Activity[]> {
  const { rows } = await sql<Activity>`
    select * from activities where part_of = ${whole} order by id for no key update
  `.execute(transaction);
  return rows;
}

/**
 * What is held in sessions has the places of all that are not called off, and lasts for whoever comes as long as the
 * longest of them; the others are given back as they are.
 */
export async function withFiguresOfSessions<Row extends Activity>(
  transaction: ReadTransaction,
  activities: readonly Row[],
): Promise<Row[]> {
  const wholes = activities.filter((one) => one.has_sessions).map(({ id }) => id);
  if (wholes.length === 0) return [...activities];
  const { rows } = await sql<
    Pick<Activity, 'id' | 'capacity' | 'places_taken' | 'session_minutes'>
  >`
    select part_of as id, sum(places_taken)::integer as places_taken,
           case when bool_and(capacity is not null) then sum(capacity)::integer end as capacity,
           (extract(epoch from max(ends_at - begins_at)) / 60)::integer as session_minutes
      from activities where part_of = any(${wholes}::uuid[]) and state <> 'cancelled'
     group by part_of`.execute(transaction);
  const places = new Map(rows.map(({ id, ...sums }) => [id, sums]));
  return activities.map((one) => ({ ...one, ...places.get(one.id) }));
}

/** The whole lasts from its first session to the end of its last. The caller holds it. */
export async function updateSpan(transaction: WriteTransaction, whole: string): Promise<void> {
  await sql`
    update activities
       set has_sessions = true, capacity = null, begins_at = span.begins_at, ends_at = span.ends_at,
           registration_closes_at = case when activities.registration_closes_at <= span.ends_at
                                         then activities.registration_closes_at end
      from (select min(begins_at) as begins_at, max(ends_at) as ends_at from activities
             where part_of = ${whole} and state <> 'cancelled') as span
     where id = ${whole} and span.begins_at is not null`.execute(transaction);
}

/**
 * Writes down in the sessions what they share with the whole. A place and families of its own are kept; sign-up closes as in the
 * whole, but when the session begins at the latest.
 */
export async function shareWithSessions(
  transaction: WriteTransaction,
  { before, after }: { before: Activity; after: Activity },
  at: Date,
): Promise<void> {
  await sql`
    update activities
       set title = ${after.title}::text || case when label = '' then '' else ' · ' || label end,
           description = ${after.description}, bring = ${after.bring}, stages = ${after.stages},
           online_link = ${after.online_link}, is_public = ${after.is_public},
           priority_ids = ${after.priority_ids}::uuid[],
           priority_until = case when ${after.priority_until}::timestamptz < begins_at
                                 then ${after.priority_until}::timestamptz end,
           audience = case when is_listed then audience else ${after.audience}::uuid[] end,
           place = case when place = ${before.place} then ${after.place}::text else place end,
           registration_opens_at = ${after.registration_opens_at},
           registration_closes_at = case when ${after.registration_closes_at}::timestamptz < begins_at
                                         then ${after.registration_closes_at}::timestamptz end,
           version = version + 1, changed_at = ${at}
     where part_of = ${after.id} and state in ('draft', 'published')`.execute(transaction);
}

/** Of many sessions at once, the households and people of each. */
export interface SessionCounts {
  readonly id: string;
  readonly registered: number;
  readonly waiting: number;
  readonly entered: number;
}

export async function countSessions(
  transaction: ReadTransaction,
  whole: string,
): Promise<Map<string, SessionCounts>> {
  const { rows } = await sql<SessionCounts>`
    select id,
           (select count(*) from registrations
             where activity_id = session.id and state in ('registered', 'offered')) as registered,
           (select count(*) from registrations
             where activity_id = session.id and state = 'waiting') as waiting,
           (select count(*) from attendances where activity_id = session.id) as entered
      from activities as session where part_of = ${whole}`.execute(transaction);
  return new Map(rows.map((row) => [row.id, row]));
}

/** Who of these people stands in another session of the same whole: the title of that one, by person. */
export async function findInOtherSessions(
  transaction: ReadTransaction,
  { id, part_of }: Activity,
  { carers, students }: { carers: readonly string[]; students: readonly string[] },
): Promise<Map<string, string>> {
  const others = sql`
    select id from activities
     where part_of = ${part_of} and id <> ${id} and state in ('published', 'finished')`;
  const { rows } = await sql<{ person: string; title: string }>`
    select held.person, title
      from (select activity_id, carer_id as person from registration_carers
             where activity_id in (${others}) and carer_id = any(${carers}::uuid[])
               and left_at is null
            union all
            select activity_id, student_id from registration_students
             where activity_id in (${others}) and student_id = any(${students}::uuid[])
               and left_at is null) as held
      join activities on activities.id = held.activity_id`.execute(transaction);
  return new Map(rows.map(({ person, title }) => [person, title]));
}

/** A household's registration, with everybody in it, becomes one of another session. The caller holds both. */
export async function moveRegistration(
  transaction: WriteTransaction,
  registration: string,
  { to, queueNumber }: { to: string; queueNumber: number },
): Promise<void> {
  await sql`
    with moved as (
      update registrations
         set activity_id = ${to}, queue_number = ${queueNumber}, state = 'registered'
       where id = ${registration}
    ), carers as (
      update registration_carers set activity_id = ${to}
       where registration_id = ${registration} and left_at is null
    )
    update registration_students set activity_id = ${to}
     where registration_id = ${registration} and left_at is null`.execute(transaction);
}
