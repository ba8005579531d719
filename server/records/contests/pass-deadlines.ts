import { theProgram } from '../../directory/index.ts';
import type { District } from '../../platform/index.ts';
import { escalate } from './escalate.ts';
import { MOST_PASSED_A_ROUND } from './limits.ts';
import { contestStateTable } from './states.ts';
import { takePassed, updateContest } from './store/contests.ts';

/**
 * What a host has not answered in time goes to the district; an answer that the family has not refused in time stands.
 * Gives how many moved on. A step of the background.
 */
export async function passDeadlines({ database, plan, clock }: District): Promise<number> {
  const at = clock();
  return database.write(theProgram, async (transaction) => {
    const passed = await takePassed(transaction, at, MOST_PASSED_A_ROUND);
    for (const contest of passed) {
      const next = contestStateTable[contest.state].next.pass;
      if (next === 'escalated') {
        await escalate(transaction, plan, contest, { because: 'overdue', at });
      } else {
        await updateContest(transaction, contest, { state: 'closed', due_at: null });
      }
    }
    return passed.length;
  });
}
