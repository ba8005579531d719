import {
  childrenOfCarers,
  namesOfPeople,
  readerOf,
  requireMay,
  type Who,
} from '../../../directory/index.ts';
import { activityKind, type Plan } from '../../../plan/index.ts';
import type { District, ReadTransaction } from '../../../platform/index.ts';
import { exceptionsOf } from '../rules/exceptions.ts';
import { minutesThatCount } from '../rules/presence.ts';
import type { ExceptionRow, Exceptions } from '../shapes.ts';
import { getActivity } from '../store/activities.ts';
import { listAttendances } from '../store/attendances.ts';
import { listHelpers } from '../store/named-parts.ts';
import { listHouseholdsOf } from '../store/registrations.ts';
import { listSessions } from '../store/sessions.ts';
import type { Activity } from '../tables.ts';

/** What the host looks at before confirming, sessions included, and how many are beyond question. */
export async function showExceptions(
  district: District,
  who: Who,
  id: string,
): Promise<Exceptions> {
  return district.database.read(readerOf(who), async (transaction) => {
    const activity = await getActivity(transaction, id);
    requireMay(who, 'activities.arrange', { lineage: activity.host_lineage });
    const events = [activity, ...(await listSessions(transaction, id))];
    const looks = [];
    for (const event of events) looks.push(await lookAt(transaction, district.plan, event));
    const items = await withNames(
      transaction,
      looks.flatMap((look) => look.items),
    );
    const doubtful = items.filter(({ attendance_id }) => attendance_id !== null).length;
    const came = looks.reduce((sum, look) => sum + look.came, 0);
    return { came, unquestioned: came - doubtful, items };
  });
}

type Unnamed = Omit<ExceptionRow, 'carer_name' | 'children'>;

/** One event, or one session of it. */
async function lookAt(
  transaction: ReadTransaction,
  plan: Plan,
  event: Activity,
): Promise<{ came: number; items: Unnamed[] }> {
  const households = await listHouseholdsOf(transaction, event.id);
  const attendances = await listAttendances(transaction, [event.id]);
  const helpers = await listHelpers(transaction, event.id);
  const byId = new Map(attendances.map((one) => [one.id, one]));
  const maximum = activityKind(plan, event.kind)?.maximumMinutes ?? 0;
  const planned_minutes = minutesThatCount(event, event.begins_at, event.ends_at, maximum);
  const found = exceptionsOf(event, { households, attendances, helpers });
  return {
    came: attendances.length,
    items: found.map(({ code, carer, attendance, minutes }) => {
      const known = attendance === null ? undefined : byId.get(attendance);
      return {
        code,
        activity_id: event.id,
        planned_minutes,
        carer_id: carer,
        attendance_id: attendance,
        entered_at: known?.entered_at.toISOString() ?? null,
        left_at: known?.left_at?.toISOString() ?? null,
        note: known?.note ?? null,
        minutes,
      };
    }),
  };
}

async function withNames(
  transaction: ReadTransaction,
  rows: readonly Unnamed[],
): Promise<ExceptionRow[]> {
  const people = [...new Set(rows.map(({ carer_id }) => carer_id))];
  const names = await namesOfPeople(transaction, people);
  const children = await childrenOfCarers(transaction, people);
  return rows.map((row) => ({
    ...row,
    carer_name: names.get(row.carer_id) ?? '',
    children: children.filter(({ carer }) => carer === row.carer_id).map(({ name }) => name),
  }));
}
