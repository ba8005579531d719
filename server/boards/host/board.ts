import {
  getOrganisation,
  lineagesOfOrganisations,
  namesOfOrganisations,
  reachOf,
  readerOf,
  requireMay,
  type Who,
} from '../../directory/index.ts';
import { activityKind } from '../../plan/index.ts';
import {
  type Call,
  type District,
  decodeCursor,
  encodeCursor,
  type ReadTransaction,
} from '../../platform/index.ts';
import {
  type HostedActivity,
  listHosted,
  listOccupied,
  shareFamilies,
  summaryOf,
} from '../../records/activities/index.ts';
import { listReported } from '../../records/reports/index.ts';
import { whatIsMissing } from './rules/what-is-missing.ts';
import type { BoardQuery, BoardRow } from './shapes.ts';

/** What is over stays on the board so long. */
const DAYS_BEHIND = 30;
const DAY = 86_400_000;
/** A district's next weeks; who wants to see further asks for one host. */
const MOST_ON_THE_BOARD = 1_000;

/** The events of the hosts in reach, with what each still lacks, earliest first. */
export async function showBoard(
  district: District,
  who: Who,
  asked: BoardQuery,
  { at }: Call,
): Promise<{ items: BoardRow[]; next?: string }> {
  const { limit, cursor, missing, q } = asked;
  const rows = await district.database.read(readerOf(who), async (transaction) => {
    const within = await hostsWithin(transaction, who, asked.host);
    const since = new Date(at.getTime() - DAYS_BEHIND * DAY);
    const hosted = await listHosted(transaction, { within, since, at, most: MOST_ON_THE_BOARD });
    const names = await namesOfOrganisations(transaction, [
      ...new Set(hosted.map(({ host_id }) => host_id)),
    ]);
    const reported = await listReported(transaction, idsOf(hosted));
    const clashes = await clashesOf(transaction, hosted, at);
    return hosted.map((activity) => rowOf(district, activity, { names, clashes, reported, at }));
  });
  const words = q?.trim();
  const left = rows.filter(
    (row) =>
      // What is done is no longer before anybody.
      (row.state !== 'finished' || row.missing.length > 0) &&
      (!words || row.title.includes(words) || row.place.includes(words)) &&
      (!missing || row.missing.some(({ code }) => missing === 'anything' || code === missing)),
  );
  const skipped = cursor === undefined ? 0 : Number(decodeCursor(cursor, 1)[0]);
  const items = left.slice(skipped, skipped + limit);
  if (left.length <= skipped + limit) return { items };
  return { items, next: encodeCursor([skipped + limit]) };
}

const idsOf = (activities: readonly HostedActivity[]) => activities.map(({ id }) => id);

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

/** For each event to come, the titles of what the same families are invited to meanwhile. */
async function clashesOf(
  transaction: ReadTransaction,
  hosted: readonly HostedActivity[],
  at: Date,
): Promise<Map<string, string[]>> {
  const coming = hosted.filter(({ begins_at }) => begins_at > at);
  if (coming.length === 0) return new Map();
  const latest = Math.max(...coming.map(({ ends_at }) => ends_at.getTime()));
  const occupied = await listOccupied(transaction, { from: at, until: new Date(latest) });
  const invited = [...coming, ...occupied].flatMap(({ audience }) => audience);
  const lineageOf = await lineagesOfOrganisations(transaction, [...new Set(invited)]);
  return new Map(
    coming.map((one) => [
      one.id,
      occupied
        .filter(
          (other) =>
            other.id !== one.id &&
            other.part_of !== one.id &&
            other.ends_at > one.begins_at &&
            other.begins_at < one.ends_at &&
            shareFamilies(one.audience, other.audience, lineageOf),
        )
        .map(({ title }) => title),
    ]),
  );
}

function rowOf(
  { plan }: District,
  activity: HostedActivity,
  {
    names,
    clashes,
    reported,
    at,
  }: {
    names: ReadonlyMap<string, string>;
    clashes: ReadonlyMap<string, readonly string[]>;
    reported: ReadonlySet<string>;
    at: Date;
  },
): BoardRow {
  const { activity_id, title, kind_name, begins_at, ends_at, place, host_name, capacity } =
    summaryOf(plan, activity, names);
  const kind = activityKind(plan, activity.kind);
  const event = {
    ...activity,
    is_practice: kind?.countsAs === 'practice',
    shifts_without_lead: kind?.teams ? activity.without_lead : [],
    clashes: clashes.get(activity.id) ?? [],
    has_report: activity.is_private || reported.has(activity.id),
  };
  return {
    activity_id,
    title,
    kind_name,
    state: activity.state,
    begins_at,
    ends_at,
    place,
    host_name,
    capacity,
    places_taken: activity.places_taken,
    waiting: activity.waiting,
    entered: activity.entered,
    missing: whatIsMissing(event, at),
  };
}
