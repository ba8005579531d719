import { endOfWorkingDay, type Plan } from '../../plan/index.ts';
import type { WriteTransaction } from '../../platform/index.ts';
import type { EscalatedBecause } from './states.ts';
import { updateContest } from './store/contests.ts';
import type { Contest } from './tables.ts';
import { askNoMore, tellCarer, tellStaff } from './tell.ts';

/** To the district, with a deadline of its own. The caller holds it. */
export async function escalate(
  transaction: WriteTransaction,
  plan: Plan,
  contest: Contest,
  { because, at }: { because: EscalatedBecause; at: Date },
): Promise<void> {
  const due = endOfWorkingDay(plan, at, plan.contests.districtAnswersWithinWorkingDays);
  await updateContest(transaction, contest, {
    ...{ state: 'escalated', due_at: due, escalated_at: at, escalated_because: because },
  });
  await askNoMore(transaction, contest.id, at);
  const lineage = contest.host_lineage.slice(0, 1);
  await tellStaff(transaction, contest, { kind: 'escalated', due, at, lineage });
  if (because === 'overdue') await tellCarer(transaction, contest, { kind: 'sent-up', due, at });
}
