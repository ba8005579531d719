import type { DutyState } from '../../../plan/index.ts';
import { isOpen, type Owed, openOf } from './owed.ts';

/** What a post owes of a duty, all its due days together. */
export interface OwedTogether {
  /** The first that is open, or the last of all: what the day and the state are of. */
  readonly next: Owed;
  readonly tasks: number;
  readonly open: number;
}

/** What to look at first. */
const urgency: readonly DutyState[] = [
  'late',
  'amber',
  'due',
  'unrecorded',
  'done-late',
  'done',
  'excused',
  'none',
];

/** One line for each duty and post: late ones first, then amber, then those that are due, then what is done. */
export function inOrder(owed: readonly Owed[]): OwedTogether[] {
  const together = Map.groupBy(owed, ({ duty, share }) => `${duty.id} ${share.post.organisation}`);
  return [...together.values()].flatMap(togetherOf).toSorted(compare);
}

function togetherOf(owed: readonly Owed[]): OwedTogether[] {
  const byDay = owed.toSorted((one, other) => compareTexts(one.dueOn, other.dueOn));
  const next = byDay.find(isOpen) ?? byDay.at(-1);
  if (!next) return [];
  const sum = (of: (one: Owed) => number) => owed.reduce((total, one) => total + of(one), 0);
  return [{ next, tasks: sum(({ tasks }) => tasks), open: sum(openOf) }];
}

function compare({ next: one }: OwedTogether, { next: other }: OwedTogether): number {
  return (
    urgency.indexOf(one.state) - urgency.indexOf(other.state) ||
    compareTexts(one.dueOn, other.dueOn)
  );
}

function compareTexts(one: string, other: string): number {
  if (one === other) return 0;
  return one < other ? -1 : 1;
}
