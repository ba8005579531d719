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
      from registration_carers as own
      join registrations on registrations.id = own.registration_id
      join activities on activities.id = own.activity_id
     where own.carer_id = ${carer} and own.left_at is null and activities.begins_at >= ${since}
     order by activities.begins_at, activities.id`.execute(transaction);
  return withHosts(transaction, rows);
}

/** What stands or stood in the public calendar since an instant, earliest first; of one host and below, if asked. */
export async function listPublicDates(
  transaction: ReadTransaction,
  { since, host }: { since: Date; host?: string | undefined },
): Promise<DatedActivity[]> {
  const { rows } = await sql<Activity & { is_waiting: boolean }>`
    select *, false as is_waiting from activities
     where is_public and not has_sessions and not is_private
       and state <> 'draft' and begins_at >= ${since}
       ${host ? sql`and host_lineage @> array[${host}]::uuid[]` : sql``}
     order by begins_at, id`.execute(transaction);
  return withHosts(transaction, rows);
}

async function withHosts<Row extends Activity>(
  transaction: ReadTransaction,
  rows: readonly Row[],
): Promise<(Row & { host_name: string })[]> {
  const hosts = [...new Set(rows.map(({ host_id }) => host_id))];
  const names = await namesOfOrganisations(transaction, hosts);
  return rows.map((row) => ({ ...row, host_name: names.get(row.host_id) ?? '' }));
}
