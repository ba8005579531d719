import type { Answered } from './http-load.ts';

/** One round of a row over HTTP: ours, and right after it the baseline. */
export interface Round {
  readonly ours: Answered;
  readonly baseline: Answered;
}

/** The middle of each figure over the rounds: whatever else the machine does falls on one of them. */
export function middleOf(rounds: readonly Round[]) {
  return {
    ours: middle(rounds.map(({ ours }) => ours.perSecond)),
    baseline: middle(rounds.map(({ baseline }) => baseline.perSecond)),
    p99: middle(rounds.map(({ ours }) => ours.p99)),
  };
}

export function middle(figures: readonly number[]): number {
  return figures.toSorted((one, other) => one - other)[Math.floor(figures.length / 2)] as number;
}
