import { sql } from 'kysely';
import { type ChildOfCarer, namesOfOrganisations } from '../../directory/index.ts';
import type { ReadTransaction } from '../../platform/index.ts';
import { MOST_HOURS_AN_ACTIVITY } from './limits.ts';
import { isInvited } from './rules/audience.ts';
import type { AttendanceState, RegistrationState } from './states.ts';
import { listComing, listPublishedAfter } from './store/activities.ts';
import type { Activity } from './tables.ts';

/** A coming activity, and which of the children asked about it is for. */
export interface ComingActivity {
  readonly activity: Activity;
  readonly students: string[];
}

/** Published activities that are not over and invite any of these children, the soonest first. */
export async function listUpcomingFor(
  transaction: ReadTransaction,
  children: readonly Pick<ChildOfCarer, 'student' | 'lineage' | 'stage'>[],
  { at, kind, limit }: { at: Date; kind?: string | undefined; limit: number },
): Promise<ComingActivity[]> {
  const places = [...new Set(children.flatMap(({ lineage }) => lineage))];
  if (places.length === 0) return [];
  // The database knows the organisations; of those found, a few are for another stage.
  const activities = await listComing(transaction, places, { at, kind, most: limit * 2 });
  return activities
    .map((activity) => ({
      activity,
      students: children.filter((child) => isInvited(activity, child)).map((one) => one.student),
    }))
    .filter(({ students }) => students.length > 0)
    .slice(0, limit);
}

/** All that is published and not over, with the host's name: for boards that keep it for many readers. */
export async function listComingActivities(
  transaction: ReadTransaction,
  from: Date,
): Promise<(Activity & { host_name: string })[]> {
  const activities = await listPublishedAfter(transaction, from);
  const hosts = [...new Set(activities.map(({ host_id }) => host_id))];
  const names = await namesOfOrganisations(transaction, hosts);
  return activities.map((one) => ({ ...one, host_name: names.get(one.host_id) ?? '' }));
}

/** Whether the person, as carer or helper, is expected at an event that is not over. */
export async function hasPlacesToCome(
  transaction: ReadTransaction,
  person: string,
  at: Date,
): Promise<boolean> {
  const { rows } = await sql`
    select from activities
     where state = 'published' and ends_at > ${at}
       and (id in (select registration_carers.activity_id from registration_carers
                     join registrations on registrations.id = registration_id
                    where carer_id = ${person} and left_at is null and registrations.state <> 'cancelled')
            or id in (select activity_id from activity_helpers where person_id = ${person}))
     limit 1`.execute(transaction);
  return rows.length > 0;
}

/** What a carer signed up for on a stretch of time, and how far they have come. */
export interface TodaysActivity {
  readonly carer: string;
  readonly activity_id: string;
  readonly title: string;
  readonly begins_at: Date;
  readonly ends_at: Date;
  readonly place: string;
  readonly registration_state: RegistrationState;
  readonly attendance: AttendanceState;
}

/** Of many carers at once: one statement. */
export async function listTodaysOf(
  transaction: ReadTransaction,
  carers: readonly string[],
  from: Date,
  until: Date,
): Promise<TodaysActivity[]> {
  const { rows } = await sql<TodaysActivity>`
    select own.carer_id as carer, activities.id as activity_id, title, begins_at, ends_at, place,
           registrations.state as registration_state,
           case when attendances.id is null then 'none'
                when attendances.minutes is null then 'entered'
                else 'left' end as attendance
      from registration_carers as own
      join registrations on registrations.id = own.registration_id
      join activities on activities.id = own.activity_id
      left join attendances
        on attendances.activity_id = own.activity_id and attendances.carer_id = own.carer_id
     where own.carer_id = any(${carers}::uuid[]) and own.left_at is null
       and activities.state in ('published', 'finished')
       and begins_at < ${until} and ends_at > ${from}
       -- No activity is longer, and years of registrations need not be looked up.
       and begins_at > ${from}::timestamptz - make_interval(hours => ${MOST_HOURS_AN_ACTIVITY})
     order by begins_at, activities.id`.execute(transaction);
  return rows;
}
