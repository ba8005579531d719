import { requireMay, type Who } from '../../../directory/index.ts';
import { BadRequest, type Call, type District } from '../../../platform/index.ts';
import { NotHeldYet } from '../refusals.ts';
import { getSalon, hasBegun, readerOfTopics } from '../salon.ts';
import { listTopics, raiseVersion, setTalked, takeList } from '../store.ts';

/** The host says which topics were really talked about; the others are offered again at the next salon. */
export async function tickTalked(
  district: District,
  who: Who,
  asked: { salon: string; topics: readonly string[] },
  { at }: Call,
): Promise<void> {
  await district.database.write(readerOfTopics(who), async (transaction) => {
    const { activity } = await getSalon(transaction, district, who, asked.salon);
    requireMay(who, 'activities.arrange', { lineage: activity.host_lineage });
    if (!hasBegun(activity, at)) throw NotHeldYet();
    await takeList(transaction, activity.id);
    const listed = new Set((await listTopics(transaction, [activity.id])).map(({ id }) => id));
    if (asked.topics.some((id) => !listed.has(id))) {
      const reason = { zh: '请刷新话题单再勾', en: 'Reload the list first' };
      throw BadRequest({ fields: [{ field: 'topic_ids', reason }] });
    }
    await setTalked(transaction, activity.id, asked.topics);
    await raiseVersion(transaction, activity.id, { by: who.person, at });
  });
}
