import type { Answered } from './http-load.ts';

/** One round of a row over HTTP: ours, and right after it the baseline. */
export interface Round {
  readonly ours: Answered;
  readonly baseline: Answered;
}

/**
 * The round whose ratio is the middle one, so that both figures are of the same moment: a rented machine is nearly
 * twice as fast in one minute as in the next. The milliseconds are the middle of all rounds.
 */
export function middleOf(rounds: readonly Round[]) {
  const { ours, baseline } = middleBy(rounds, (round) => ratioOf(round));
  return {
    ours: ours.perSecond,
    baseline: baseline.perSecond,
    p99: middle(rounds.map((round) => round.ours.p99)),
  };
}

const ratioOf = ({ ours, baseline }: Round) => ours.perSecond / baseline.perSecond;

export function middle(figures: readonly number[]): number {
  return middleBy(figures, (figure) => figure);
}

export function middleBy<Item>(items: readonly Item[], figureOf: (item: Item) => number): Item {
  const inOrder = items.toSorted((one, other) => figureOf(one) - figureOf(other));
  return inOrder[Math.floor(inOrder.length / 2)] as Item;
}
