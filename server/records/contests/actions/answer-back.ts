import { requireMay, theProgram, type Who } from '../../../directory/index.ts';
import {
  type Call,
  type District,
  NotFound,
  type WriteTransaction,
} from '../../../platform/index.ts';
import { readerOfContests } from '../contests.ts';
import type { ContestsOptions } from '../door-options.ts';
import { escalate } from '../escalate.ts';
import { followAppeal } from '../follow-appeal.ts';
import { NotInThisState } from '../refusals.ts';
import { contestStateTable } from '../states.ts';
import { takeContest, updateContest } from '../store/contests.ts';
import type { Contest } from '../tables.ts';
import { askNoMore, tellStaff } from '../tell.ts';

/** The family does not accept what the host answered: the district decides, once. */
export async function refuseAnswer(
  { database, plan }: District,
  who: Who,
  id: string,
  { at }: Call,
): Promise<void> {
  await database.write(readerOfContests(who), async (transaction) => {
    const contest = await takeOwn(transaction, who, id);
    if (contest.state === 'escalated') return;
    if (!contestStateTable[contest.state].next.refuse) throw NotInThisState();
    await escalate(transaction, plan, contest, { because: 'not-accepted', at });
  });
}

/**
 * The family takes it back, as long as nobody has decided. Reads as the program: whether another carer has appealed about
 * the same is not for this one to see.
 */
export async function withdrawContest(
  { database }: District,
  who: Who,
  id: string,
  { options, call: { at } }: { options: ContestsOptions; call: Call },
): Promise<void> {
  await database.write(theProgram, async (transaction) => {
    const contest = await takeOwn(transaction, who, id);
    if (contest.state === 'withdrawn') return;
    if (!contestStateTable[contest.state].next.withdraw) throw NotInThisState();
    await updateContest(transaction, contest, { state: 'withdrawn', due_at: null });
    await followAppeal(transaction, contest, options);
    await askNoMore(transaction, id, at);
    const lineage =
      contest.state === 'open' ? contest.host_lineage : contest.host_lineage.slice(0, 1);
    await tellStaff(transaction, contest, { kind: 'withdrawn', due: null, at, lineage });
  });
}

async function takeOwn(transaction: WriteTransaction, who: Who, id: string): Promise<Contest> {
  requireMay(who, 'contests.raise', { person: who.person });
  const contest = await takeContest(transaction, id);
  if (contest?.carer_id !== who.person) throw NotFound();
  return contest;
}
