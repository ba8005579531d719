import { sql } from 'kysely';
import type { ReadTransaction } from '../../platform/index.ts';
import { withFiguresOfSessions } from './store/sessions.ts';
import type { Activity } from './tables.ts';

/** An activity with what its host wants to know of it at a glance. */
export interface HostedActivity extends Activity {
  /** Households in the waiting list. */
  readonly waiting: number;
  /** Households for which a place is kept until they accept. */
  readonly offered: number;
  /** Carers who were checked in. */
  readonly entered: number;
  /** Somebody is named for the door. */
  readonly has_door: boolean;
  /** When shifts to come begin, itself or its sessions, that have volunteers and nobody who leads them. */
  readonly without_lead: readonly Date[];
  /** Another time of its series is to come and has a place free. */
  readonly has_places_elsewhere: boolean;
}

/** Itself and its sessions. */
const itsPlaces = sql`
  activities.id || array(select session.id from activities as session
                          where session.part_of = activities.id)`;

/**
 * What hosts have before them and a while behind them, called off or not, earliest first. Cost: one statement,
 * for each activity an index look-up in each table.
 */
export async function listHosted(
  transaction: ReadTransaction,
  { within, since, at, most }: { within: readonly string[]; since: Date; at: Date; most: number },
): Promise<HostedActivity[]> {
  const { rows } = await sql<HostedActivity>`
    select activities.*, queue.waiting, queue.offered, door.entered,
           exists (select 1 from activity_helpers as helper
                    where helper.activity_id = activities.id and helper.part = 'door') as has_door,
           array(select shift.begins_at from activities as shift
                  where shift.id = any(${itsPlaces}) and not shift.has_sessions
                    and shift.state = 'published' and shift.begins_at > ${at}
                    and shift.places_taken > 0 and shift.led_by is null) as without_lead,
           exists (
             select 1 from activities as other
              where other.series_id = activities.series_id and other.id <> activities.id
                and other.state = 'published' and other.begins_at > ${at}
                and (other.capacity is null or other.places_taken < other.capacity)
           ) as has_places_elsewhere
      from activities
      cross join lateral (
        select count(*) filter (where registrations.state = 'waiting') as waiting,
               count(*) filter (where registrations.state = 'offered') as offered
          from registrations where activity_id = any(${itsPlaces})) as queue
      cross join lateral (
        select count(*) as entered from attendances
         where activity_id = any(${itsPlaces})) as door
     where host_lineage && ${within}::uuid[] and ends_at > ${since} and part_of is null
       and activities.state <> 'cancelled'
     order by begins_at, id
     limit ${most}`.execute(transaction);
  return withFiguresOfSessions(transaction, rows);
}

/** As much of an activity as tells whether it stands in another's way. */
export type Occupied = Pick<
  Activity,
  'id' | 'title' | 'host_id' | 'audience' | 'begins_at' | 'ends_at' | 'part_of'
>;

/** Everything published that overlaps a stretch of time, earliest first. */
export async function listOccupied(
  transaction: ReadTransaction,
  { from, until }: { from: Date; until: Date },
): Promise<Occupied[]> {
  const { rows } = await sql<Occupied>`
    select id, title, host_id, audience, begins_at, ends_at, part_of from activities
     where state = 'published' and not has_sessions
       and ends_at > ${from} and begins_at < ${until}
     order by begins_at, id`.execute(transaction);
  return rows;
}

/** The host's other activities of the same kind that ended within a stretch of time; ids, the latest first. */
export async function listHeldBefore(
  transaction: ReadTransaction,
  { id, kind, host_id }: Activity,
  { since, until }: { since: Date; until: Date },
): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select id from activities
     where host_lineage @> array[${host_id}::uuid] and host_id = ${host_id} and kind = ${kind}
       and state <> 'draft' and part_of is null and id <> ${id}
       and ends_at > ${since} and ends_at <= ${until}
     order by ends_at desc, id`.execute(transaction);
  return rows.map((row) => row.id);
}

/**
 * What hosts and those below them offered within a stretch of time, called off or not; of what is held in sessions the
 * whole. Ids.
 */
export async function listOffered(
  transaction: ReadTransaction,
  asked: { within: readonly string[]; kinds: readonly string[]; from: Date; before: Date },
): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select id from activities
     where host_lineage && ${asked.within}::uuid[] and kind = any(${asked.kinds}::text[])
       and state <> 'draft' and part_of is null and not is_private
       and begins_at >= ${asked.from} and begins_at < ${asked.before}
     order by begins_at, id`.execute(transaction);
  return rows.map((row) => row.id);
}
