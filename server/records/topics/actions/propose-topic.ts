import { childrenOfCarers, requireMay, type Who } from '../../../directory/index.ts';
import { type Call, type District, NotFound, newId } from '../../../platform/index.ts';
import { DecidedAlready, OneAtATime } from '../refusals.ts';
import { getSalon, readerOfTopics, requireOpenForFamilies } from '../salon.ts';
import { closeProposal, insertProposal, takeProposal } from '../store.ts';

/** A carer proposes a topic in their own words; the host reads it. A family has one open at a time. */
export async function proposeTopic(
  district: District,
  who: Who,
  asked: { salon: string; text: string },
  call: Call,
): Promise<{ id: string }> {
  requireMay(who, 'activities.sign-up', { person: who.person });
  return district.database.write(
    readerOfTopics(who),
    async (transaction) => {
      const salon = await getSalon(transaction, district, who, asked.salon);
      requireOpenForFamilies(salon, call.at);
      const children = await childrenOfCarers(transaction, [who.person]);
      const [family] = children.map(({ student }) => student).toSorted();
      if (family === undefined) throw NotFound();
      const id = newId();
      const isOnly = await insertProposal(transaction, {
        id,
        activity_id: salon.activity.id,
        host_lineage: salon.activity.host_lineage,
        carer_id: who.person,
        family_id: family,
        text: asked.text.trim(),
        made_at: call.at,
      });
      if (!isOnly) throw OneAtATime();
      return { id };
    },
    call,
  );
}

/** Who proposed it takes it back, as long as the host has not answered. */
export async function withdrawProposal(
  district: District,
  who: Who,
  asked: { salon: string; proposal: string },
  { at }: Call,
): Promise<void> {
  await district.database.write(readerOfTopics(who), async (transaction) => {
    const { activity } = await getSalon(transaction, district, who, asked.salon);
    const proposal = await takeProposal(transaction, activity.id, asked.proposal);
    if (proposal?.carer_id !== who.person) throw NotFound();
    if (proposal.state === 'withdrawn') return;
    if (proposal.state !== 'open') throw DecidedAlready();
    await closeProposal(transaction, proposal.id, { state: 'withdrawn', decided_at: at });
  });
}
