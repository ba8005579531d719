import { beginningOf, capTermDays, dateInShanghai, type Plan } from '../../plan/index.ts';
import type { ReadTransaction } from '../../platform/index.ts';
import { waitingRank } from './rules/waiting-order.ts';
import { countMissed, findChildrenWithPlace } from './store/standings.ts';
import type { Activity } from './tables.ts';

const DAY_MS = 86_400_000;

/** A family that joins a waiting list. */
interface Joining {
  readonly carer: string;
  readonly students: readonly string[];
  readonly isInGroup: boolean;
  readonly at: Date;
}

/**
 * Where each of these families goes in the waiting list of an activity, in their order; as it stands now, so that
 * nobody's position moves because of what others do elsewhere.
 *
 * Cost: two statements for all of them, and none where nobody waits.
 */
export async function ranksOf(
  transaction: ReadTransaction,
  plan: Plan,
  activity: Activity,
  waiting: readonly Joining[],
): Promise<number[]> {
  const [newest] = waiting
    .map(({ at }) => at)
    .toSorted((one, other) => Number(other) - Number(one));
  if (!newest) return [];
  const { firstTimersFirst, missed } = plan.waitingList;
  const [withPlace, missedBy] = await Promise.all([
    firstTimersFirst
      ? findChildrenWithPlace(
          transaction,
          waiting.flatMap(({ students }) => students),
          activity,
          termAround(plan, activity.begins_at),
        )
      : new Set<string>(),
    missed
      ? countMissed(
          transaction,
          waiting.map(({ carer }) => carer),
          missedSince(newest, missed.fadesAfterDays),
        )
      : new Map<string, number>(),
  ]);
  return waiting.map(({ carer, students, isInGroup }) => {
    const hadPlace = students.some((child) => withPlace.has(child));
    const standing = { isInGroup, hadPlace, missed: missedBy.get(carer) ?? 0 };
    return waitingRank(standing, plan.waitingList);
  });
}

/** Since when what was missed still counts. */
export function missedSince(at: Date, fadesAfterDays: number): Date {
  return new Date(at.getTime() - fadesAfterDays * DAY_MS);
}

function termAround(plan: Plan, at: Date) {
  const { from, before } = capTermDays(plan, dateInShanghai(at));
  return {
    from: from ? beginningOf(from) : new Date(0),
    before: before ? beginningOf(before) : null,
  };
}
