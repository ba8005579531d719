import { dateInShanghai, type FactKind, factKind, type Plan } from '../../../plan/index.ts';
import { MOST_MINUTES_A_DEED, MOST_TIMES_A_DEED } from '../limits.ts';
import { NotByHand, OutOfTime, TooMuchAtOnce } from '../refusals.ts';

const DAY_MS = 86_400_000;

export interface Deed {
  readonly kind: string;
  readonly done_on: string;
  readonly quantity: number;
}

/** Refuses what the plan does not let staff enter, or not for that day, or not so much of. */
export function requireEnterable(plan: Plan, deed: Deed, at: Date): FactKind {
  const kind = factKind(plan, deed.kind);
  if (!kind?.byHand) throw NotByHand();
  const earliest = dateInShanghai(new Date(at.getTime() - plan.awards.enterWithinDays * DAY_MS));
  if (deed.done_on > dateInShanghai(at) || deed.done_on < earliest) throw OutOfTime();
  const most = kind.unit === 'minutes' ? MOST_MINUTES_A_DEED : MOST_TIMES_A_DEED;
  if (deed.quantity > most) throw TooMuchAtOnce();
  return kind;
}
