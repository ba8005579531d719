import { namesOfPeople, type Who } from '../../../directory/index.ts';
import type { Call, District, ReadTransaction } from '../../../platform/index.ts';
import { type Activity, listHeldBefore } from '../../activities/index.ts';
import { DAYS_TOPICS_ARE_KEPT, MOST_KEPT_SHOWN } from '../limits.ts';
import { keptTopics } from '../rules/kept-topics.ts';
import { getSalon, hasBegun, isOpen, readerOfTopics } from '../salon.ts';
import type { TopicList } from '../shapes.ts';
import { listProposals, listTopics, versionOf, wishesOf } from '../store.ts';
import type { Proposal, Topic } from '../tables.ts';

const DAY_MS = 86_400_000;

/**
 * What may be talked about. Everybody who sees the salon sees how many want each topic; their own wishes and proposals
 * only themselves; the proposals of all with their names whoever arranges it.
 */
export async function showTopics(
  district: District,
  who: Who,
  id: string,
  { at }: Call,
): Promise<TopicList> {
  return district.database.read(readerOfTopics(who), async (transaction) => {
    const { activity, isGuest, isHost } = await getSalon(transaction, district, who, id);
    const topics = await listTopics(transaction, [activity.id]);
    const wishes = await wishesOf(transaction, activity.id, who.person);
    const proposals = await listProposals(transaction, activity.id);
    const stillOpen = isOpen(activity, at);
    return {
      activity_id: activity.id,
      version: await versionOf(transaction, activity.id),
      items: topics.map((topic) => topicShown(topic, wishes)),
      mine: proposals.filter(({ carer_id }) => carer_id === who.person).map(proposalShown),
      may_want: isGuest && stillOpen && activity.state === 'published',
      may_edit: isHost && stillOpen,
      may_tick: isHost && hasBegun(activity, at),
      host: isHost ? await forHost(transaction, activity, { topics, proposals, at }) : null,
    };
  });
}

function topicShown({ id, title, wanted, is_talked }: Topic, wishes: ReadonlySet<string>) {
  return { id, title, wanted, is_talked, wanted_by_me: wishes.has(id) };
}

function proposalShown({ id, text, state, reason, made_at }: Proposal) {
  return { id, text, state, reason, made_at: made_at.toISOString() };
}

async function forHost(
  transaction: ReadTransaction,
  activity: Activity,
  { topics, proposals, at }: { topics: readonly Topic[]; proposals: readonly Proposal[]; at: Date },
): Promise<TopicList['host']> {
  const names = await namesOfPeople(transaction, [
    ...new Set(proposals.map(({ carer_id }) => carer_id)),
  ]);
  const before = await listHeldBefore(transaction, activity, {
    since: new Date(at.getTime() - DAYS_TOPICS_ARE_KEPT * DAY_MS),
    until: at,
  });
  return {
    proposals: proposals
      .filter(({ state }) => state !== 'withdrawn')
      .map((one) => ({ ...proposalShown(one), proposer: names.get(one.carer_id) ?? '' })),
    kept: keptTopics(await listTopics(transaction, before), topics, MOST_KEPT_SHOWN),
  };
}
