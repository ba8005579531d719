import { sql } from 'kysely';
import { namesOfOrganisations } from '../../directory/index.ts';
import type { ReadTransaction } from '../../platform/index.ts';
import type { Activity } from './tables.ts';

/** An activity as a calendar needs it, called off or not. */
export interface DatedActivity extends Activity {
  readonly host_name: string;
  /** The reader waits for a place and has none yet. */
  readonly is_waiting: boolean;
}

/** What a carer signed up for since an instant, earliest first; what was called off among it. */
export async function listDatesOf(
  transaction: ReadTransaction,
  carer: string,
  since: Date,
): Promise<DatedActivity[]> {
  const { rows } = await sql<Activity & { is_waiting: boolean }>`
    select activities.*, registrations.state in ('waiting', 'offered') as is_waiting
      from ${signedUpFor(carer, since)}
     order by activities.begins_at, activities.id`.execute(transaction);
  return withHosts(transaction, rows);
}

/** What was announced since an instant: of some hosts and below them, if asked; only what is public, if asked. */
export interface Announced {
  readonly since: Date;
  readonly hosts?: readonly string[] | undefined;
  readonly isPublic: boolean;
}

/** What is or was announced, earliest first; what was called off among it. */
export async function listAnnounced(
  transaction: ReadTransaction,
  asked: Announced,
): Promise<DatedActivity[]> {
  const { rows } = await sql<Activity & { is_waiting: boolean }>`
    select *, false as is_waiting from ${announcedBy(asked)}
     order by begins_at, id`.execute(transaction);
  return withHosts(transaction, rows);
}

/** What of an activity anyone may be told, in a link that somebody sends on. */
export type PublicActivity = Pick<DatedActivity, 'title' | 'begins_at' | 'host_name'>;

/** Undefined of what is not public, not published or called off, and of what there is not. */
export async function findPublic(
  transaction: ReadTransaction,
  id: string,
): Promise<PublicActivity | undefined> {
  const { rows } = await sql<Activity>`
    select * from activities
     where id = ${id} and is_public and not is_private
       and state in ('published', 'finished')`.execute(transaction);
  const [found] = await withHosts(transaction, rows);
  return found;
}

/**
 * What tells whether dates have changed since they were last read, without reading them: how many there are and were
 * changed, how many of them are waited for, and when one last changed.
 */
export interface StandOfDates {
  readonly dates: number;
  /** Grows by one whenever one of them is changed. */
  readonly versions: number;
  readonly waited_for: number;
  /** Null: there are none. */
  readonly newest: Date | null;
}

/** Of a carer's dates; one statement. */
export async function standOfDatesOf(
  transaction: ReadTransaction,
  carer: string,
  since: Date,
): Promise<StandOfDates> {
  const { rows } = await sql<StandOfDates>`
    select count(*)::int as dates, coalesce(sum(activities.version), 0)::int as versions,
           max(activities.changed_at) as newest,
           (count(*) filter (where registrations.state in ('waiting', 'offered')))::int as waited_for
      from ${signedUpFor(carer, since)}`.execute(transaction);
  return rows[0] ?? NOTHING;
}

/** Of what is announced; one statement. */
export async function standOfAnnounced(
  transaction: ReadTransaction,
  asked: Announced,
): Promise<StandOfDates> {
  const { rows } = await sql<StandOfDates>`
    select count(*)::int as dates, coalesce(sum(version), 0)::int as versions,
           max(changed_at) as newest, 0 as waited_for
      from ${announcedBy(asked)}`.execute(transaction);
  return rows[0] ?? NOTHING;
}

const NOTHING: StandOfDates = { dates: 0, versions: 0, waited_for: 0, newest: null };

function signedUpFor(carer: string, since: Date) {
  return sql`registration_carers as own
      join registrations on registrations.id = own.registration_id
      join activities on activities.id = own.activity_id
     where own.carer_id = ${carer} and own.left_at is null and activities.begins_at >= ${since}`;
}

function announcedBy({ since, hosts, isPublic }: Announced) {
  return sql`activities
     where not has_sessions and not is_private and state <> 'draft' and begins_at >= ${since}
       ${isPublic ? sql`and is_public` : sql``}
       ${hosts ? sql`and host_lineage && ${hosts}::uuid[]` : sql``}`;
}

async function withHosts<Row extends Activity>(
  transaction: ReadTransaction,
  rows: readonly Row[],
): Promise<(Row & { host_name: string })[]> {
  const hosts = [...new Set(rows.map(({ host_id }) => host_id))];
  const names = await namesOfOrganisations(transaction, hosts);
  return rows.map((row) => ({ ...row, host_name: names.get(row.host_id) ?? '' }));
}
