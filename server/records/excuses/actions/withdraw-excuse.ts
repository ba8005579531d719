import { readerOf, type Who } from '../../../directory/index.ts';
import { type Call, type District, NotFound } from '../../../platform/index.ts';
import { NotInThisState } from '../refusals.ts';
import { excuseStateTable } from '../states.ts';
import { takeExcuse, updateExcuse } from '../store.ts';
import { askNoMore } from '../tell.ts';

/** Who asked takes it back, as long as nobody has decided. */
export async function withdrawExcuse(
  { database }: District,
  who: Who,
  id: string,
  { at }: Call,
): Promise<void> {
  await database.write(readerOf(who), async (transaction) => {
    const excuse = await takeExcuse(transaction, id);
    if (excuse?.asked_by !== who.person) throw NotFound();
    if (excuse.state === 'withdrawn') return;
    const state = excuseStateTable[excuse.state].next.withdraw;
    if (!state) throw NotInThisState();
    await updateExcuse(transaction, excuse, { state });
    await askNoMore(transaction, id, at);
  });
}
