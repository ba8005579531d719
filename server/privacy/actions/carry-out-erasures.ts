import { eraseSalt } from '../../counting/points/index.ts';
import { forgetWho, theProgram } from '../../directory/index.ts';
import type { District } from '../../platform/index.ts';
import { holdings } from '../holdings.ts';
import { MOST_ERASED_A_ROUND } from '../limits.ts';
import { changeRequest, lockDueErasures } from '../store.ts';

/**
 * Carries out the accepted erasures that nobody took back in time; gives how many. A step of the background. The salt
 * goes first, in a transaction of the counter's; should the rest fail, the next round does both again.
 */
export async function carryOutErasures(district: District): Promise<number> {
  const { database, clock } = district;
  const erased = await database.write(theProgram, async (transaction) => {
    const due = await lockDueErasures(transaction, clock(), MOST_ERASED_A_ROUND);
    for (const { id, person_id: person } of due) {
      await eraseSalt(district, person);
      for (const { erase } of holdings) {
        await erase?.({ transaction, district, person, children: [] });
      }
      await changeRequest(transaction, id, { state: 'done', done_at: clock() });
    }
    return due;
  });
  for (const { person_id: person } of erased) forgetWho(database, person);
  return erased.length;
}
