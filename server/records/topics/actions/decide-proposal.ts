import { requireMay, theProgram, type Who } from '../../../directory/index.ts';
import { tell } from '../../../notices/index.ts';
import {
  BadRequest,
  type Call,
  type District,
  NotFound,
  type WriteTransaction,
} from '../../../platform/index.ts';
import { LONGEST_TOPIC, MOST_TOPICS } from '../limits.ts';
import { DecidedAlready, TooLong, TooMany } from '../refusals.ts';
import { answerWords } from '../rules/answer-words.ts';
import { getSalon, requireOpen, type Salon } from '../salon.ts';
import type { DecideProposal } from '../shapes.ts';
import {
  addTopic,
  closeProposal,
  insertWish,
  listTopics,
  raiseVersion,
  takeList,
  takeProposal,
} from '../store.ts';
import type { Proposal } from '../tables.ts';

/**
 * The host puts a proposal on the list, where its proposer wants it already, or leaves it off with a reason. Either way
 * the proposer hears of it.
 */
export async function decideProposal(
  district: District,
  who: Who,
  asked: DecideProposal & { salon: string; proposal: string },
  { at }: Call,
): Promise<void> {
  // As the program: the wish that is written is another person's.
  await district.database.write(theProgram, async (transaction) => {
    const { activity } = await getSalon(transaction, district, who, asked.salon);
    requireMay(who, 'activities.arrange', { lineage: activity.host_lineage });
    await takeList(transaction, activity.id);
    const proposal = await takeProposal(transaction, activity.id, asked.proposal);
    if (!proposal || proposal.state === 'withdrawn') throw NotFound();
    const state = asked.accept ? 'accepted' : 'declined';
    if (proposal.state === state) return;
    if (proposal.state !== 'open') throw DecidedAlready();
    const decided = { state, decided_by: who.person, decided_at: at } as const;
    if (asked.accept) {
      requireOpen(activity, at);
      const topic_id = await acceptOnto(transaction, activity, proposal, {
        title: asked.title,
        at,
      });
      await closeProposal(transaction, proposal.id, { ...decided, topic_id });
      await raiseVersion(transaction, activity.id, { by: who.person, at });
    } else {
      const reason = requireReason(asked.reason);
      await closeProposal(transaction, proposal.id, { ...decided, reason });
    }
    await tellProposer(transaction, activity, proposal, { state, at });
  });
}

/** On the list already in the same words: then it is that topic. */
async function acceptOnto(
  transaction: WriteTransaction,
  { id: salon }: Salon['activity'],
  { text, carer_id: carer }: Proposal,
  { title = text, at }: { title?: string | undefined; at: Date },
): Promise<string> {
  const words = title.trim();
  if (words.length > LONGEST_TOPIC) throw TooLong();
  const topics = await listTopics(transaction, [salon]);
  const same = topics.find((one) => one.title === words);
  if (!same && topics.length >= MOST_TOPICS) throw TooMany();
  const topic = same?.id ?? (await addTopic(transaction, { salon, title: words, at }));
  await insertWish(transaction, { topic, carer, at });
  return topic;
}

function requireReason(reason: string | undefined): string {
  const said = reason?.trim() ?? '';
  if (said !== '') return said;
  const words = { zh: '请写一句原因，提话题的家长会看到', en: 'Say why; the proposer reads it' };
  throw BadRequest({ fields: [{ field: 'reason', reason: words }] });
}

async function tellProposer(
  transaction: WriteTransaction,
  { id, title, host_lineage: lineage, ends_at }: Salon['activity'],
  { id: proposal, carer_id: person }: Proposal,
  { state, at }: { state: 'accepted' | 'declined'; at: Date },
): Promise<void> {
  await tell(transaction, [
    {
      ...{ room: 'topics', kind: state, subject: proposal, deed: state, people: [{ person }] },
      ...{ lineage, link: `/activities/${id}`, urgency: 'daily', usefulUntil: ends_at, at },
      heading: { zh: '您提的话题有回音了', en: 'The topic that you proposed was answered' },
      words: answerWords(state, title),
    },
  ]);
}
