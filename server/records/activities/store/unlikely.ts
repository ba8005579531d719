/** Presences that are hard to believe, for whoever looks for them. What is private is known to its two sides and left out. */
import { type RawBuilder, sql } from 'kysely';
import { plainArray, type ReadTransaction } from '../../../platform/index.ts';
import { TOLERANCE_MINUTES } from '../limits.ts';
import type { EntryMethod } from '../tables.ts';

/** One person at one event, with the stretch of time that their presence can lie in. */
export interface Stay {
  readonly attendance_id: string;
  readonly activity_id: string;
  readonly carer_id: string;
  readonly host_lineage: string[];
  readonly title: string;
  readonly place: string;
  readonly begins_at: Date;
  readonly ends_at: Date;
  readonly from_at: Date;
  readonly until_at: Date;
  readonly minutes: number;
  readonly entry_method: EntryMethod;
}

const FROM = sql`greatest(entered_at, begins_at - make_interval(mins => ${sql.lit(TOLERANCE_MINUTES)}))`;
const UNTIL = sql`least(coalesce(left_at, ends_at), ends_at)`;

/** Those that count and began since then. */
const countedSince = (since: Date): RawBuilder<unknown> => sql`
  from activities join attendances on attendances.activity_id = activities.id
 where begins_at >= ${since} and minutes > 0 and not is_private`;

/**
 * Two presences of one carer whose times overlap by so many minutes, the latest first. Cost: one pass over what began since then; asked
 * once a day.
 */
export async function listOverlapping(
  transaction: ReadTransaction,
  { since, minutes, most }: { since: Date; minutes: number; most: number },
): Promise<{ one: string; other: string }[]> {
  const { rows } = await sql<{ one: string; other: string }>`
    with stays as materialized (
      select attendances.id, carer_id, ${FROM} as from_at, ${UNTIL} as until_at
        ${countedSince(since)})
    select one.id as one, other.id as other
      from stays as one
      join stays as other on other.carer_id = one.carer_id and one.id < other.id
       and least(one.until_at, other.until_at) - greatest(one.from_at, other.from_at)
           >= make_interval(mins => ${minutes})
     order by other.id desc, one.id
     limit ${most}`.execute(transaction);
  return rows;
}

export interface LongDay {
  readonly carer_id: string;
  /** In China. */
  readonly day: string;
  readonly minutes: number;
  readonly attendances: string[];
}

/** Days of a carer with more minutes than this, the latest first. Cost: as above. */
export async function listLongDays(
  transaction: ReadTransaction,
  { since, minutes, most }: { since: Date; minutes: number; most: number },
): Promise<LongDay[]> {
  const { rows } = await sql<LongDay>`
    select carer_id, (begins_at at time zone 'Asia/Shanghai')::date::text as day,
           sum(minutes)::integer as minutes,
           array_agg(attendances.id order by attendances.id) as attendances
      ${countedSince(since)}
     group by 1, 2
    having count(*) > 1 and sum(minutes) > ${minutes}
     order by 2 desc, 1
     limit ${most}`.execute(transaction);
  return rows;
}

/** These attendances, in the order of time. */
export async function listStays(
  transaction: ReadTransaction,
  attendances: readonly string[],
): Promise<Stay[]> {
  const { rows } = await sql<Stay>`
    select attendances.id as attendance_id, activity_id, carer_id, host_lineage, title, place,
           begins_at, ends_at, ${FROM} as from_at, ${UNTIL} as until_at,
           coalesce(minutes, 0) as minutes, entry_method
      from attendances join activities on activities.id = activity_id
     where attendances.id = any(${plainArray(attendances)}::uuid[]) and not is_private
     order by begins_at, attendances.id`.execute(transaction);
  return rows;
}

/** A kind of activity whose presences are measured, with the most that counts. */
export interface Measured {
  readonly id: string;
  readonly maximumMinutes: number;
}

const measured = (kinds: readonly Measured[]) => sql`
  unnest(${plainArray(kinds.map(({ id }) => id))}::text[],
         ${plainArray(kinds.map(({ maximumMinutes }) => maximumMinutes))}::integer[])
    as measured (id, most)`;

export interface HostAtMost {
  readonly host_id: string;
  readonly presences: number;
  /** Of them, those with all that the kind counts. */
  readonly whole: number;
  /** The newest first. */
  readonly activities: string[];
}

/** Hosts of whose confirmed presences this share has all that counts. Cost: as above. */
export async function listHostsAtMost(
  transaction: ReadTransaction,
  kinds: readonly Measured[],
  asked: { since: Date; percent: number; presences: number; events: number; most: number },
): Promise<HostAtMost[]> {
  const { rows } = await sql<HostAtMost>`
    select host_id, sum(came)::integer as presences, sum(whole)::integer as whole,
           array_agg(id order by begins_at desc, id) as activities
      from (select activities.id, host_id, begins_at, count(*) as came,
                   count(*) filter (where minutes >= measured.most) as whole
              from activities
              join ${measured(kinds)} on measured.id = activities.kind
              join attendances on attendances.activity_id = activities.id
             where begins_at >= ${asked.since} and state = 'finished' and not is_private
               and minutes > 0
             group by 1, 2, 3) as held
     group by host_id
    having sum(came) >= ${asked.presences} and count(*) >= ${asked.events}
       and sum(whole) * 100 >= sum(came) * ${asked.percent}::integer
     order by host_id
     limit ${asked.most}`.execute(transaction);
  return rows;
}

export interface HeldEvent {
  readonly activity_id: string;
  readonly title: string;
  readonly begins_at: Date;
  readonly ends_at: Date;
  readonly came: number;
  readonly whole: number;
}

/** Of these events how many came, and how many with all that counts; the newest first. */
export async function listHeldEvents(
  transaction: ReadTransaction,
  kinds: readonly Measured[],
  activities: readonly string[],
): Promise<HeldEvent[]> {
  const { rows } = await sql<HeldEvent>`
    select activities.id as activity_id, title, begins_at, ends_at, count(*) as came,
           count(*) filter (where minutes >= measured.most) as whole
      from activities
      join ${measured(kinds)} on measured.id = activities.kind
      join attendances on attendances.activity_id = activities.id
     where activities.id = any(${plainArray(activities)}::uuid[]) and minutes > 0
     group by activities.id
     order by begins_at desc, activities.id`.execute(transaction);
  return rows;
}
