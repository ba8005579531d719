import {
  getOrganisation,
  namesOfOrganisations,
  nobody,
  reachOf,
  readerOf,
  requireMay,
  type Who,
} from '../../../directory/index.ts';
import { dateInShanghai, dayAfter } from '../../../plan/index.ts';
import {
  afterIn,
  type Call,
  type District,
  pageOf,
  type ReadTransaction,
} from '../../../platform/index.ts';
import { MOST_COMING_SHOWN } from '../limits.ts';
import { audienceLine, summaryOf } from '../rules/show-fields.ts';
import type { ActivitiesQuery, ActivityRow } from '../shapes.ts';
import { listActivities, listPublic } from '../store/activities.ts';
import type { Activity } from '../tables.ts';

/** Activities of the hosts in reach, drafts included, latest first unless asked otherwise. */
export async function browseActivities(
  district: District,
  who: Who,
  asked: ActivitiesQuery,
): Promise<{ items: ActivityRow[]; next?: string }> {
  const { limit, host, from, to, q, state, kind, sort } = asked;
  return district.database.read(readerOf(who), async (transaction) => {
    const rows = await listActivities(transaction, {
      within: await hostsWithin(transaction, who, host),
      state,
      kind,
      from: from === undefined ? undefined : startOf(from),
      to: to === undefined ? undefined : startOf(dayAfter(to)),
      words: q?.trim(),
      sort,
      after: afterIn(asked.cursor, sort),
      most: limit + 1,
    });
    const { items, ...rest } = pageOf(rows, asked, ({ id }) => id);
    const names = await hostNames(transaction, items);
    return {
      ...rest,
      items: items.map((activity) => ({
        ...summaryOf(district.plan, activity, names),
        state: activity.state,
        places_taken: activity.places_taken,
      })),
    };
  });
}

async function hostsWithin(
  transaction: ReadTransaction,
  who: Who,
  host: string | undefined,
): Promise<string[]> {
  if (host === undefined) return reachOf(who, 'activities.read');
  const { lineage } = await getOrganisation(transaction, host);
  requireMay(who, 'activities.read', { lineage });
  return [host];
}

/** Days in the public calendar when nobody says how many. */
const DAYS_OF_CALENDAR = 35;

/** What anyone may know of: the calendar of public activities. No person, no link to join. */
export async function showCalendar(
  district: District,
  asked: { from?: string; to?: string; kind?: string },
  call: Call,
) {
  const from = startOf(asked.from ?? dateInShanghai(call.at));
  const to = asked.to
    ? startOf(dayAfter(asked.to))
    : new Date(from.getTime() + DAYS_OF_CALENDAR * 86_400_000);
  return district.database.read(nobody, async (transaction) => {
    const { kind } = asked;
    const most = MOST_COMING_SHOWN;
    const activities = await listPublic(transaction, { from, to, kind, most });
    const names = await hostNames(transaction, activities);
    return {
      items: activities.map((activity) => ({
        ...summaryOf(district.plan, activity, names),
        description: activity.description,
        audience: audienceLine(district.plan, activity, names, call.language),
      })),
    };
  });
}

function hostNames(
  transaction: ReadTransaction,
  activities: readonly Activity[],
): Promise<Map<string, string>> {
  const ids = activities.flatMap(({ host_id, audience }) => [host_id, ...audience]);
  return namesOfOrganisations(transaction, [...new Set(ids)]);
}

/** The beginning of a day in China. */
function startOf(day: string): Date {
  return new Date(`${day}T00:00:00+08:00`);
}
