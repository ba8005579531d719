import { getOrganisation, requireMay, type Who } from '../../../directory/index.ts';
import {
  type Call,
  ChangedMeanwhile,
  type District,
  NotFound,
  newId,
} from '../../../platform/index.ts';
import { EnteredAlready, NoSuchCarer, NotInThisState } from '../refusals.ts';
import { requireEnterable } from '../rules/check-deed.ts';
import type { NewAward } from '../shapes.ts';
import { insertAwards, isEnteredAlready, takeAward, updateAwards } from '../store/awards.ts';
import { carerOfPhone, readerOfAwards, requireCarerInReach } from '../who-may.ts';

/** Staff enter what a carer did and no event records. Nothing counts before a second person has confirmed it. */
export async function enterAward(
  district: District,
  who: Who,
  asked: NewAward,
  call: Call,
): Promise<string> {
  const { database, plan } = district;
  const known = await carerOfPhone(district, who, asked);
  return database
    .write(
      readerOfAwards(who),
      async (transaction) => {
        const { lineage } = await getOrganisation(transaction, asked.organisation_id);
        requireMay(who, 'awards.write', { lineage });
        const carer_id = asked.carer_id ?? known;
        if (carer_id === undefined) throw NoSuchCarer();
        if (carer_id !== known) await requireCarerInReach(transaction, who, carer_id);
        requireEnterable(plan, asked, call.at);
        const id = newId();
        const { carer_phone: _, ...deed } = asked;
        const award = {
          ...deed,
          carer_id,
          reason: deed.reason.trim(),
          id,
          batch_id: null,
          lineage,
        };
        await insertAwards(transaction, [{ ...award, made_by: who.person, made_at: call.at }]);
        return id;
      },
      call,
    )
    .catch((error: unknown) => {
      throw isEnteredAlready(error) ? EnteredAlready() : error;
    });
}

/** Who entered it takes it back, as long as nobody has decided. */
export async function withdrawAward(
  { database }: District,
  who: Who,
  { id, version }: { id: string; version: number },
): Promise<void> {
  await database.write(readerOfAwards(who), async (transaction) => {
    const award = await takeAward(transaction, id);
    if (award?.made_by !== who.person) throw NotFound();
    if (award.state === 'withdrawn') return;
    if (award.version !== version) throw ChangedMeanwhile();
    if (award.state !== 'waiting') throw NotInThisState();
    await updateAwards(transaction, [id], { state: 'withdrawn' });
  });
}
