import { type RawBuilder, sql } from 'kysely';
import type { Told } from '../../../notices/index.ts';
import type { ActivityRoleName } from '../../../plan/index.ts';
import {
  plainArray,
  type ReadTransaction,
  type WriteTransaction,
} from '../../../platform/index.ts';
import type { Household } from '../rules/household.ts';
import type { ActivityState, AttendanceState, RegistrationState } from '../states.ts';

/** A household's registration with the people who hold it now. */
export interface Registration extends Household {
  readonly state: RegistrationState;
  readonly queue_number: number;
  /** Of the waiting list: lower goes first, as it stood at sign-up. */
  readonly waiting_rank: number;
  /** Until when an offered place is kept. */
  readonly offer_ends_at: Date | null;
}

const held = sql`
  select registrations.id as registration, registrations.state, queue_number, waiting_rank,
         offer_ends_at,
         array(select carer_id::text from registration_carers as held
                where held.registration_id = registrations.id and held.left_at is null
                order by joined_at, carer_id) as carers,
         array(select student_id::text from registration_students as held
                where held.registration_id = registrations.id and held.left_at is null
                order by joined_at, student_id) as students
    from registrations`;

export async function findRegistration(
  transaction: ReadTransaction,
  activity: string,
  id: string,
): Promise<Registration | undefined> {
  const { rows } = await sql<Registration>`
    ${held} where registrations.id = ${id} and activity_id = ${activity}`.execute(transaction);
  return rows[0];
}

/** Open registrations of an activity in which any of these carers or children stand, in the order of sign-up. */
export async function listHouseholds(
  transaction: ReadTransaction,
  activity: string,
  { carers, students }: { carers: readonly string[]; students: readonly string[] },
): Promise<Registration[]> {
  const { rows } = await sql<Registration>`
    ${held}
     where registrations.id in (
       select own.registration_id
         from unnest(${plainArray(carers)}::uuid[]) as asked (carer_id)
        cross join lateral (
          select registration_id from registration_carers as own
           where own.activity_id = ${activity} and own.carer_id = asked.carer_id
             and own.left_at is null limit 1) as own
       union
       select own.registration_id
         from unnest(${plainArray(students)}::uuid[]) as asked (student_id)
        cross join lateral (
          select registration_id from registration_students as own
           where own.activity_id = ${activity} and own.student_id = asked.student_id
             and own.left_at is null limit 1) as own)
     order by queue_number`.execute(transaction);
  return rows;
}

/** Some people leave a registration that others keep. */
export async function removePeople(
  transaction: WriteTransaction,
  registration: string,
  { carers, students }: { carers: readonly string[]; students: readonly string[] },
  at: Date,
): Promise<void> {
  await sql`
    update registration_carers set left_at = ${at}
     where registration_id = ${registration} and carer_id = any(${carers}::uuid[])
       and left_at is null`.execute(transaction);
  await sql`
    update registration_students set left_at = ${at}
     where registration_id = ${registration} and student_id = any(${students}::uuid[])
       and left_at is null`.execute(transaction);
}

/** The children whom a registration is for; of none, none. */
export async function studentsOfRegistration(
  transaction: ReadTransaction,
  registration: string | null,
): Promise<string[]> {
  const { rows } = await sql<{ student: string }>`
    select student_id::text as student from registration_students
     where registration_id = ${registration} and left_at is null
     order by joined_at, student_id`.execute(transaction);
  return rows.map(({ student }) => student);
}

export async function closeRegistration(
  transaction: WriteTransaction,
  registration: string,
  at: Date,
): Promise<void> {
  await sql`
    update registrations set state = 'cancelled', cancelled_at = ${at}
     where id = ${registration}`.execute(transaction);
}

/**
 * The first who wait move up: to a place of theirs, or to one that is offered until `offerEndsAt`. Gives who is to be
 * told. The caller holds the activity.
 */
export async function moveUpFirst(
  transaction: WriteTransaction,
  activity: string,
  most: number,
  { at, offerEndsAt }: { at: Date; offerEndsAt: Date | null },
): Promise<{ moved: number; people: Told[] }> {
  const { rows } = await sql<{ id: string }>`
    update registrations
       set state = ${offerEndsAt ? 'offered' : 'registered'}, moved_up_at = ${at},
           offer_ends_at = ${offerEndsAt}
     where id in (select id from registrations
                   where activity_id = ${activity} and state = 'waiting'
                   order by waiting_rank, queue_number limit ${most})
    returning id`.execute(transaction);
  const ids = rows.map(({ id }) => id);
  return { moved: ids.length, people: await peopleOf(transaction, sql`any(${ids}::uuid[])`) };
}

/** The carers of registrations, each with the child whom it is for, if it is for one. */
async function peopleOf(
  transaction: ReadTransaction,
  registrations: RawBuilder<unknown>,
): Promise<Told[]> {
  const { rows } = await sql<Told>`
    select carer_id as person,
           (select case when count(*) = 1 then min(student_id::text) end
              from registration_students as child
             where child.registration_id = own.registration_id and child.left_at is null) as student
      from registration_carers as own
     where registration_id = ${registrations} and left_at is null`.execute(transaction);
  return rows;
}

export async function setRegistered(
  transaction: WriteTransaction,
  registration: string,
): Promise<void> {
  await sql`update registrations set state = 'registered' where id = ${registration}`.execute(
    transaction,
  );
}

/** An activity that was moved forward does not wait for an answer beyond its beginning. */
export async function shortenOffers(
  transaction: WriteTransaction,
  activity: string,
  latest: Date,
): Promise<void> {
  await sql`
    update registrations set offer_ends_at = ${latest}
     where activity_id = ${activity} and state = 'offered' and offer_ends_at > ${latest}
  `.execute(transaction);
}

/** Published activities of which an offer has run out. */
export async function listActivitiesWithLapsed(
  transaction: ReadTransaction,
  at: Date,
  most: number,
): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select distinct activity_id as id
      from registrations join activities on activities.id = activity_id
     where registrations.state = 'offered' and offer_ends_at < ${at}
       and activities.state = 'published'
     limit ${most}`.execute(transaction);
  return rows.map(({ id }) => id);
}

/** Ends the registrations whose offer has run out; gives how many, and their people. The caller holds the activity. */
export async function lapseOffersOf(
  transaction: WriteTransaction,
  activity: string,
  at: Date,
): Promise<{ lapsed: number; people: Told[] }> {
  const { rows } = await sql<{ id: string }>`
    update registrations set state = 'cancelled', cancelled_at = ${at}
     where activity_id = ${activity} and state = 'offered' and offer_ends_at < ${at}
    returning id`.execute(transaction);
  const ids = rows.map(({ id }) => id);
  const people = await peopleOf(transaction, sql`any(${ids}::uuid[])`);
  for (const table of ['registration_carers', 'registration_students'] as const) {
    await sql`
      update ${sql.table(table)} set left_at = ${at}
       where registration_id = any(${ids}::uuid[]) and left_at is null`.execute(transaction);
  }
  return { lapsed: ids.length, people };
}

/** Where some stand in the waiting list, 1 for the first; those who do not wait are missing. */
export async function waitingPositions(
  transaction: ReadTransaction,
  activity: string,
  registrations: readonly string[],
): Promise<Map<string, number>> {
  if (registrations.length === 0) return new Map();
  const { rows } = await sql<{ id: string; position: number }>`
    select id, position
      from (select id, row_number() over (order by waiting_rank, queue_number)::integer as position
              from registrations
             where activity_id = ${activity} and state = 'waiting') as list
     where id = any(${plainArray(registrations)}::uuid[])`.execute(transaction);
  return new Map(rows.map(({ id, position }) => [id, position]));
}

/** Everybody who holds or waits for a place. */
export async function peopleOfActivity(
  transaction: ReadTransaction,
  activity: string,
): Promise<Told[]> {
  return peopleOf(
    transaction,
    sql`any(select id from registrations where activity_id = ${activity} and state <> 'cancelled')`,
  );
}

/** A carer's own registration at an activity, with what the phone shows of the activity. */
export interface OwnRegistration extends Registration {
  readonly activity_id: string;
  readonly part_of: string | null;
  readonly title: string;
  readonly kind: string;
  readonly begins_at: Date;
  readonly ends_at: Date;
  readonly place: string;
  readonly online_link: string | null;
  readonly activity_state: ActivityState;
  readonly attendance: AttendanceState;
  readonly minutes: number | null;
  readonly waiting_position: number | null;
}

export interface OwnAsked {
  readonly activities?: readonly string[] | undefined;
  /** These, or sessions of these. */
  readonly activitiesOrParts?: readonly string[] | undefined;
  /** Only what overlaps this stretch. */
  readonly between?: { readonly from: Date; readonly to: Date } | undefined;
  readonly most: number;
}

/** What a carer signed up for and has not given up, latest first. */
export async function listOwnRegistrations(
  transaction: ReadTransaction,
  carer: string,
  { activities, activitiesOrParts: wholes, between, most }: OwnAsked,
): Promise<OwnRegistration[]> {
  const { rows } = await sql<OwnRegistration>`
    select held.*, activities.id as activity_id, part_of, title, kind, begins_at, ends_at, place,
           online_link, activities.state as activity_state, attendances.minutes,
           case when attendances.id is null then 'none'
                when attendances.minutes is null then 'entered'
                else 'left' end as attendance,
           case when held.state = 'waiting' then
             (select count(*) from registrations as ahead
               where ahead.activity_id = activities.id and ahead.state = 'waiting'
                 and (ahead.waiting_rank, ahead.queue_number)
                     <= (held.waiting_rank, held.queue_number)) end as waiting_position
      from registration_carers as own
      join (${held}) as held on held.registration = own.registration_id
      join activities on activities.id = own.activity_id
      left join attendances
        on attendances.activity_id = own.activity_id and attendances.carer_id = own.carer_id
     where own.carer_id = ${carer} and own.left_at is null
       ${activities ? sql`and own.activity_id = any(${activities}::uuid[])` : sql``}
       ${wholes ? sql`and coalesce(part_of, activities.id) = any(${wholes}::uuid[])` : sql``}
       ${between ? sql`and begins_at < ${between.to} and ends_at > ${between.from}` : sql``}
     order by begins_at desc, activities.id desc
     limit ${most}`.execute(transaction);
  return rows;
}

/** A registration as the desk's list needs it. */
export interface ListedRegistration extends Registration {
  readonly activity_id: string;
  readonly made_at: Date;
  readonly roles: Record<string, ActivityRoleName>;
}

/** Open registrations of some activities, each in the order of sign-up. */
export async function listRegistrations(
  transaction: ReadTransaction,
  activities: readonly string[],
): Promise<ListedRegistration[]> {
  const { rows } = await sql<ListedRegistration>`
    select held.*, registrations.activity_id, registrations.made_at,
           (select json_object_agg(carer_id, role) from registration_carers as own
             where own.registration_id = held.registration and own.left_at is null) as roles
      from (${held}) as held
      join registrations on registrations.id = held.registration
     where registrations.activity_id = any(${activities}::uuid[]) and registrations.state <> 'cancelled'
     order by held.queue_number`.execute(transaction);
  return rows;
}

/** Every household that ever signed up, given up or not, with the carers who hold it or held it last. */
export async function listHouseholdsOf(
  transaction: ReadTransaction,
  activity: string,
): Promise<
  {
    registration: string;
    state: RegistrationState;
    made_at: Date;
    made_by: string;
    carers: string[];
  }[]
> {
  const { rows } = await sql<{
    registration: string;
    state: RegistrationState;
    made_at: Date;
    made_by: string;
    carers: string[];
  }>`
    select id as registration, state, made_at, made_by,
           array(select carer_id::text from registration_carers as held
                  where held.registration_id = registrations.id
                    and (held.left_at is null or registrations.state = 'cancelled')
                  order by joined_at, carer_id) as carers
      from registrations where activity_id = ${activity}
     order by queue_number`.execute(transaction);
  return rows;
}

interface RegistrationCounts {
  readonly registered: number;
  readonly offered: number;
  readonly waiting: number;
  readonly carers: number;
}

export async function countRegistrations(
  transaction: ReadTransaction,
  activities: readonly string[],
): Promise<RegistrationCounts> {
  const { rows } = await sql<RegistrationCounts>`
    select count(*) filter (where state = 'registered') as registered,
           count(*) filter (where state = 'offered') as offered,
           count(*) filter (where state = 'waiting') as waiting,
           (select count(distinct carer_id) from registration_carers
             where activity_id = any(${activities}::uuid[]) and left_at is null) as carers
      from registrations where activity_id = any(${activities}::uuid[])`.execute(transaction);
  return rows[0] ?? { registered: 0, offered: 0, waiting: 0, carers: 0 };
}
