import type { Call, District } from '../../../platform/index.ts';
import { readerOf, type Who } from '../../access/index.ts';
import type { LinksOptions } from '../door-options.ts';
import { markDecisionsSeen } from '../store.ts';

/** A carer has seen what was decided on their own requests: nobody else's, so there is nothing to ask the matrix. */
export async function seeDecisions(
  district: District,
  who: Who,
  { settle, call: { at } }: Pick<LinksOptions, 'settle'> & { readonly call: Call },
): Promise<void> {
  await district.database.write(readerOf(who), async (transaction) => {
    for (const subject of await markDecisionsSeen(transaction, who.person, at)) {
      await settle(transaction, { subject }, at);
    }
  });
}
