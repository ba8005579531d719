import {
  namesOfOrganisations,
  namesOfPeople,
  reachOf,
  requireMay,
  type Who,
} from '../../../directory/index.ts';
import {
  afterIn,
  type Call,
  type District,
  pageOf,
  type ReadTransaction,
} from '../../../platform/index.ts';
import { readerOfContests } from '../contests.ts';
import { lineOf } from '../rules/show-line.ts';
import type { ContestLine, ContestsQuery, OwnContest } from '../shapes.ts';
import { type ContestState, contestStateTable } from '../states.ts';
import { countEvidence, listDecisions } from '../store/beside.ts';
import { listContests, listOwnContests } from '../store/contests.ts';
import type { Contest } from '../tables.ts';

const shown: Readonly<Record<ContestsQuery['show'], readonly ContestState[] | undefined>> = {
  waiting: ['open', 'escalated'],
  district: ['escalated'],
  over: ['answered', 'closed', 'withdrawn'],
  all: undefined,
};

/** What families contest of the hosts in reach; what is due first comes first. */
export async function browseContests(
  { database }: District,
  who: Who,
  query: ContestsQuery,
  { at }: Call,
): Promise<{ items: ContestLine[]; next?: string }> {
  const { show, claim, sort, limit, cursor } = query;
  const asked = { states: shown[show], claim, sort, most: limit + 1 };
  return database.read(readerOfContests(who), async (transaction) => {
    const rows = await listContests(transaction, {
      ...asked,
      within: reachOf(who, 'contests.decide'),
      after: afterIn(cursor, sort),
    });
    const { items, ...rest } = pageOf(rows, query, ({ id }) => id);
    return { ...rest, items: await linesOf(transaction, items, at) };
  });
}

async function linesOf(
  transaction: ReadTransaction,
  contests: readonly Contest[],
  at: Date,
): Promise<ContestLine[]> {
  const ids = contests.map(({ id }) => id);
  const files = await countEvidence(transaction, ids);
  const names = await namesOfPeople(transaction, [
    ...new Set(contests.map(({ carer_id }) => carer_id)),
  ]);
  const lines = await ownLinesOf(transaction, contests, at);
  return contests.map(({ id, carer_id, state }, index) => ({
    ...(lines[index] as OwnContest),
    carer_id,
    carer_name: names.get(carer_id) ?? '',
    files: files.get(id) ?? 0,
    lies_with: contestStateTable[state].with,
  }));
}

async function ownLinesOf(
  transaction: ReadTransaction,
  contests: readonly Contest[],
  at: Date,
): Promise<OwnContest[]> {
  const hosts = await namesOfOrganisations(transaction, [
    ...new Set(contests.map(({ host_id }) => host_id)),
  ]);
  const decisions = await listDecisions(
    transaction,
    contests.map(({ id }) => id),
  );
  return contests.map((contest) => {
    const last = decisions.findLast(({ contest_id }) => contest_id === contest.id);
    return lineOf(contest, { hosts, last, at });
  });
}

/** What I contested, the newest first. */
export async function listMine(
  { database }: District,
  who: Who,
  { limit, cursor }: { limit: number; cursor?: string | undefined },
  { at }: Call,
): Promise<{ items: OwnContest[]; next?: string }> {
  requireMay(who, 'contests.raise', { person: who.person });
  const sort = '-made';
  return database.read(readerOfContests(who), async (transaction) => {
    const asked = { after: afterIn(cursor, sort), most: limit + 1 };
    const rows = await listOwnContests(transaction, who.person, asked);
    const { items, ...rest } = pageOf(rows, { limit, sort }, ({ id }) => id);
    return { ...rest, items: await ownLinesOf(transaction, items, at) };
  });
}
