import { reachOf, readerOf, type Who } from '../../../directory/index.ts';
import {
  type Call,
  ChangedMeanwhile,
  type District,
  NotAllowed,
  NotFound,
} from '../../../platform/index.ts';
import { NotToBeDecided, SecondOfficerConfirms } from '../refusals.ts';
import type { DecideRecalculation } from '../shapes.ts';
import { takeRecalculation, writeRecalculation } from '../store.ts';

interface Decided extends DecideRecalculation {
  readonly id: string;
  /** The version that the person saw. */
  readonly version: number;
}

/** A second officer confirms the list, and it is carried out; or either of the two withdraws it. */
export async function decideRecalculation(
  { database }: District,
  who: Who,
  { id, version, decision }: Decided,
  call: Call,
): Promise<void> {
  if (reachOf(who, 'rules.recalculate').length === 0) throw NotAllowed();
  await database.write(
    readerOf(who),
    async (transaction) => {
      const row = await takeRecalculation(transaction, id);
      if (!row) throw NotFound();
      if (row.version !== version) throw ChangedMeanwhile();
      const isConfirmed = decision === 'confirm';
      const isOpen = row.state === 'ordered' || (row.state === 'counting' && !isConfirmed);
      if (!isOpen) throw NotToBeDecided();
      if (isConfirmed && row.ordered_by === who.person) throw SecondOfficerConfirms();
      await writeRecalculation(transaction, id, {
        state: isConfirmed ? 'confirmed' : 'withdrawn',
        decided_by: who.person,
        decided_at: call.at,
      });
    },
    call,
  );
}
