import { sql } from 'kysely';
import {
  type After,
  directionOf,
  NotFound,
  type ReadTransaction,
  running,
  type Sort,
  type WriteTransaction,
} from '../../../platform/index.ts';
import type { activitySortKeys } from '../shapes.ts';
import type { ActivityState } from '../states.ts';
import type { Activity } from '../tables.ts';
import { withFiguresOfSessions } from './sessions.ts';

async function findActivity(
  transaction: ReadTransaction,
  id: string,
): Promise<Activity | undefined> {
  return transaction.selectFrom('activities').selectAll().where('id', '=', id).executeTakeFirst();
}

/** Refuses when there is none. */
export async function getActivity(transaction: ReadTransaction, id: string): Promise<Activity> {
  const found = await findActivity(transaction, id);
  if (!found) throw NotFound();
  const [counted = found] = await withFiguresOfSessions(transaction, [found]);
  return counted;
}

/**
 * The activity, held until the transaction ends, so that places are given one after the other. Of a session the
 * whole is held first, so that what counts over all sessions holds too. Check-ins never take this lock.
 */
export async function takeActivity(transaction: WriteTransaction, id: string): Promise<Activity> {
  const { rows } = await sql<Activity>`
    with whole as materialized (
      select whole.id from activities as session
        join activities as whole on whole.id = session.part_of
       where session.id = ${id} for no key update of whole)
    select * from activities
     where id = ${id} and (select count(*) from whole) < 2
       for no key update`.execute(transaction);
  if (!rows[0]) throw NotFound();
  return rows[0];
}

export async function findActivities(
  transaction: ReadTransaction,
  ids: readonly string[],
): Promise<Map<string, Activity>> {
  const { rows } = await sql<Activity>`
    select * from activities where id = any(${ids}::uuid[])`.execute(transaction);
  return new Map(rows.map((row) => [row.id, row]));
}

export async function titlesOfActivities(
  transaction: ReadTransaction,
  ids: readonly string[],
): Promise<Map<string, string>> {
  const { rows } = await sql<{ id: string; title: string }>`
    select id, title from activities where id = any(${ids}::uuid[])`.execute(transaction);
  return new Map(rows.map(({ id, title }) => [id, title]));
}

/** What an activity has that stands by itself. */
const byItself = {
  part_of: null,
  has_sessions: false,
  is_listed: true,
  excludes_others: false,
  is_private: false,
  label: '',
  team: '',
  led_by: null,
  deputy_id: null,
  programme_id: null,
} as const;

export type NewActivity = Omit<
  Activity,
  | 'version'
  | 'places_taken'
  | 'last_queue_number'
  | 'cancel_reason'
  | 'finished_by'
  | 'finished_at'
  | keyof typeof byItself
> &
  Partial<Pick<Activity, keyof typeof byItself>>;

export async function insertActivity(
  transaction: WriteTransaction,
  activity: NewActivity,
): Promise<void> {
  await transaction
    .insertInto('activities')
    .values({
      ...byItself,
      ...activity,
      version: 1,
      places_taken: 0,
      last_queue_number: 0,
      cancel_reason: null,
      finished_by: null,
      finished_at: null,
    })
    .execute();
}

export type ActivityChange = Partial<
  Omit<Activity, 'id' | 'version' | 'made_by' | 'made_at' | 'changed_at'>
>;

/** Writes a change down as the next version. The caller holds the activity. */
export async function updateActivity(
  transaction: WriteTransaction,
  id: string,
  change: ActivityChange,
  at: Date,
): Promise<Activity> {
  return transaction
    .updateTable('activities')
    .set({ ...change, changed_at: at, version: sql`version + 1` })
    .where('id', '=', id)
    .returningAll()
    .executeTakeFirstOrThrow();
}

/** Places given and taken back are no new version: nobody's edit is disturbed by a sign-up. */
export async function updatePlaces(
  transaction: WriteTransaction,
  { id, places_taken, last_queue_number }: Activity,
): Promise<void> {
  await transaction
    .updateTable('activities')
    .set({ places_taken, last_queue_number })
    .where('id', '=', id)
    .execute();
}

/** Being copied is no new version: nobody's edit is disturbed. */
export async function setSeries(
  transaction: WriteTransaction,
  id: string,
  series: string,
): Promise<void> {
  await transaction
    .updateTable('activities')
    .set({ series_id: series })
    .where('id', '=', id)
    .execute();
}

/** The other times of a series, earliest first. */
export async function listSeries(
  transaction: ReadTransaction,
  { id, series_id }: Activity,
): Promise<Activity[]> {
  if (series_id === null) return [];
  const { rows } = await sql<Activity>`
    select * from activities where series_id = ${series_id} and id <> ${id}
     order by begins_at, id`.execute(transaction);
  return rows;
}

/** Published, and at the same time as this one or as one of its sessions; earliest first. */
export async function listAtTheTimeOf(
  transaction: ReadTransaction,
  { id, begins_at, ends_at }: Activity,
): Promise<Activity[]> {
  const { rows } = await sql<Activity>`
    select * from activities
     where state = 'published' and begins_at < ${ends_at} and ends_at > ${begins_at}
       and not has_sessions and id <> ${id}
       and part_of is distinct from ${id} and exists (
         select from activities as own
          where own.id = ${id} and not own.has_sessions or own.part_of = ${id}
            and own.state <> 'cancelled'
         having bool_or(activities.ends_at > own.begins_at and activities.begins_at < own.ends_at))
     order by begins_at, id`.execute(transaction);
  return rows;
}

export interface ActivitiesAsked {
  /** Organisations at the top of what the reader may see. */
  readonly within: readonly string[];
  readonly state?: ActivityState | undefined;
  readonly kind?: string | undefined;
  readonly from?: Date | undefined;
  readonly to?: Date | undefined;
  readonly words?: string | undefined;
  readonly sort: Sort<(typeof activitySortKeys)[number]>;
  readonly after: After | undefined;
  readonly most: number;
}

export interface ActivityLine extends Activity {
  readonly sort_value: string;
}

const sortKeys = { begins: sql`begins_at`, places: sql`places_taken` };

/** Those of the hosts in reach. */
export async function listActivities(
  transaction: ReadTransaction,
  { within, state, kind, from, to, words, sort, after, most }: ActivitiesAsked,
): Promise<ActivityLine[]> {
  const { key, down } = directionOf(sort);
  const run = running({ by: sortKeys[key], id: sql`id`, down, after });
  const contains = words && `%${words.replace(/[\\%_]/g, (sign) => `\\${sign}`)}%`;
  const { rows } = await sql<ActivityLine>`
    select *, ${run.value} as sort_value from activities
     where host_lineage && ${within}::uuid[] and part_of is null
       ${state ? sql`and state = ${state}` : sql``}
       ${kind ? sql`and kind = ${kind}` : sql``}
       ${from ? sql`and begins_at >= ${from}` : sql``}
       ${to ? sql`and begins_at < ${to}` : sql``}
       ${contains ? sql`and (title ilike ${contains} or place ilike ${contains})` : sql``}
       ${run.beyond}
     order by ${run.order}
     limit ${most}`.execute(transaction);
  return withFiguresOfSessions(transaction, rows);
}

/** Published, not over, for any of these organisations; the soonest first. */
export async function listComing(
  transaction: ReadTransaction,
  places: readonly string[],
  { at, kind, most }: { at: Date; kind?: string | undefined; most: number },
): Promise<Activity[]> {
  const { rows } = await sql<Activity>`
    select * from activities
     where state = 'published' and is_listed and audience && ${places}::uuid[] and ends_at > ${at}
       ${kind ? sql`and kind = ${kind}` : sql``}
     order by begins_at, id
     limit ${most}`.execute(transaction);
  return withFiguresOfSessions(transaction, rows);
}

/** What stands in the public calendar between two instants, earliest first. */
export async function listPublic(
  transaction: ReadTransaction,
  { from, to, kind, most }: { from: Date; to: Date; kind?: string | undefined; most: number },
): Promise<Activity[]> {
  const { rows } = await sql<Activity>`
    select * from activities
     where is_public and is_listed and state in ('published', 'finished')
       and begins_at >= ${from} and begins_at < ${to}
       ${kind ? sql`and kind = ${kind}` : sql``}
     order by begins_at, id
     limit ${most}`.execute(transaction);
  return withFiguresOfSessions(transaction, rows);
}

/** Everything that is published and not over at an instant, the soonest first. */
export async function listPublishedAfter(
  transaction: ReadTransaction,
  from: Date,
): Promise<Activity[]> {
  const { rows } = await sql<Activity>`
    select * from activities
     where state = 'published' and is_listed and ends_at > ${from}
     order by begins_at, id`.execute(transaction);
  return withFiguresOfSessions(transaction, rows);
}
