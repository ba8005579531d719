import { requireMay, type Who } from '../../../directory/index.ts';
import { BadRequest, type Call, ChangedMeanwhile, type District } from '../../../platform/index.ts';
import { WantedAlready } from '../refusals.ts';
import { checkTopics, rewordsWanted } from '../rules/check-topics.ts';
import { getSalon, readerOfTopics, requireOpen } from '../salon.ts';
import type { ListTopics } from '../shapes.ts';
import { raiseVersion, takeList, takeTopics, writeTopics } from '../store.ts';

/**
 * The host says what may be talked about, in this order, in place of what stood there. A topic that keeps its id keeps
 * who wants it, and then its words too.
 */
export async function replaceTopics(
  district: District,
  who: Who,
  asked: ListTopics & { salon: string; version: number },
  { at }: Call,
): Promise<void> {
  await district.database.write(readerOfTopics(who), async (transaction) => {
    const { activity } = await getSalon(transaction, district, who, asked.salon);
    requireMay(who, 'activities.arrange', { lineage: activity.host_lineage });
    requireOpen(activity, at);
    if ((await takeList(transaction, activity.id)) !== asked.version) throw ChangedMeanwhile();
    const before = await takeTopics(transaction, activity.id);
    const topics = asked.topics.map(({ id, title }) => ({ id, title: title.trim() }));
    const wrong = checkTopics(topics, before);
    if (wrong.length > 0) throw BadRequest({ fields: wrong });
    if (rewordsWanted(topics, before)) throw WantedAlready();
    await writeTopics(transaction, activity.id, topics, at);
    await raiseVersion(transaction, activity.id, { by: who.person, at });
  });
}
