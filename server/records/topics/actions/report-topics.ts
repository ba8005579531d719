import {
  getOrganisation,
  reachOf,
  readerOf,
  requireMay,
  type Who,
} from '../../../directory/index.ts';
import {
  beginningOf,
  dateInShanghai,
  dayAfter,
  type Plan,
  type SchoolYear,
  schoolYearOn,
} from '../../../plan/index.ts';
import {
  BadRequest,
  type Call,
  type District,
  decodeCursor,
  encodeCursor,
  type ReadTransaction,
} from '../../../platform/index.ts';
import { listOffered } from '../../activities/index.ts';
import { wantedTopics } from '../rules/wanted-topics.ts';
import type { WantedTopicsPage, WantedTopicsQuery } from '../shapes.ts';
import { listTopics } from '../store.ts';

/**
 * What families care about, over the salons of the hosts in reach within a school year: topics with counts. Who wanted
 * one is not read here at all.
 */
export async function reportTopics(
  { plan, database }: District,
  who: Who,
  { school_year: asked, host, q, limit, cursor }: WantedTopicsQuery,
  { at }: Call,
): Promise<WantedTopicsPage> {
  const begun = yearsBegun(plan, at);
  const year = yearOf(plan, begun, asked, at);
  const { salons, topics } = await database.read(readerOf(who), async (transaction) => {
    const found = await listOffered(transaction, {
      within: await hostsWithin(transaction, who, host),
      kinds: plan.activityKinds.flatMap(({ id, topics: has }) => (has ? [id] : [])),
      from: beginningOf(year.beginsOn),
      before: beginningOf(dayAfter(year.endsOn)),
    });
    return { salons: found.length, topics: await listTopics(transaction, found) };
  });
  const words = q?.trim() ?? '';
  const fitting = wantedTopics(topics).filter(({ title }) => title.includes(words));
  const skipped = cursor === undefined ? 0 : Number(decodeCursor(cursor, 1)[0]);
  const rest = fitting.length > skipped + limit;
  return {
    items: fitting.slice(skipped, skipped + limit),
    ...(rest && { next: encodeCursor([skipped + limit]) }),
    school_year: year.id,
    school_years: begun.map(({ id }) => id),
    salons,
  };
}

/** The latest first. */
const yearsBegun = ({ schoolYears }: Plan, at: Date): SchoolYear[] =>
  schoolYears.filter(({ beginsOn }) => beginsOn <= dateInShanghai(at)).toReversed();

function yearOf(
  plan: Plan,
  begun: readonly SchoolYear[],
  asked: string | undefined,
  at: Date,
): SchoolYear {
  const usual = schoolYearOn(plan, dateInShanghai(at)) ?? begun[0];
  const year = asked === undefined ? usual : begun.find(({ id }) => id === asked);
  if (year) return year;
  const ids = begun.map(({ id }) => id).join('、');
  const reason = {
    zh: `没有这个学年，可选：${ids}`,
    en: `There is no such school year; there are: ${ids}`,
  };
  throw BadRequest({ fields: [{ field: 'school_year', reason }] });
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
