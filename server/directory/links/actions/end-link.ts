import { stateFacts } from '../../../facts/index.ts';
import { dateInShanghai } from '../../../plan/index.ts';
import { type Call, type District, NotFound } from '../../../platform/index.ts';
import { forgetWho, readerOf, requireMay, type Who } from '../../access/index.ts';
import { findOpenGuardianship } from '../store.ts';

/** The school ends a link that is wrong or over: from now on the carer neither sees the child nor earns for it. */
export async function endLink(
  district: District,
  who: Who,
  pair: { student: string; carer: string },
  call: Call,
): Promise<void> {
  await district.database.write(readerOf(who), async (transaction) => {
    const linked = await findOpenGuardianship(transaction, pair);
    if (!linked) throw NotFound();
    requireMay(who, 'links.decide', { lineage: linked.lineage });
    await transaction
      .updateTable('guardianships')
      .set({ ended_on: dateInShanghai(call.at) })
      .where('id', '=', linked.id)
      .execute();
    await stateFacts(transaction, [
      {
        kind: 'family.unlinked',
        at: call.at,
        organisation: linked.class_id,
        subject: pair.carer,
        actor: who.person,
        quantity: 1,
        source: `guardianship-end:${linked.id}`,
        attributes: { student: pair.student, relationship: linked.relationship },
      },
    ]);
  });
  forgetWho(district.database, pair.carer);
}
