import { requireMay, type Who } from '../../../directory/index.ts';
import { type Call, type District, NotFound } from '../../../platform/index.ts';
import { getSalon, readerOfTopics, requireOpenForFamilies } from '../salon.ts';
import { deleteWish, insertWish, takeTopic } from '../store.ts';

/** A carer says that they want a topic, or takes it back; either as often as they like, counted once. */
export async function wantTopic(
  district: District,
  who: Who,
  asked: { salon: string; topic: string; wants: boolean },
  { at }: Call,
): Promise<void> {
  requireMay(who, 'activities.sign-up', { person: who.person });
  await district.database.write(readerOfTopics(who), async (transaction) => {
    const salon = await getSalon(transaction, district, who, asked.salon);
    requireOpenForFamilies(salon, at);
    const { topic, wants } = asked;
    if (!(await takeTopic(transaction, salon.activity.id, topic))) throw NotFound();
    if (wants) await insertWish(transaction, { topic, carer: who.person, at });
    else await deleteWish(transaction, { topic, carer: who.person });
  });
}
