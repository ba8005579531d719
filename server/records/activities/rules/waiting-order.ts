import type { Plan } from '../../../plan/index.ts';

/** How a family stands that joins a waiting list. */
export interface Standing {
  /** A child of it is in a group that goes first; true where nobody does. */
  readonly isInGroup: boolean;
  /** It has a place this term at the same host in the same kind. */
  readonly hadPlace: boolean;
  /** How often it had a place lately and neither came nor said so. */
  readonly missed: number;
}

/** Why a family stands behind others; in the order of weight. */
export const waitingReasons = ['outside-group', 'had-place', 'missed'] as const;
export type WaitingReason = (typeof waitingReasons)[number];

const weights: Readonly<Record<WaitingReason, number>> = {
  'outside-group': 4,
  'had-place': 2,
  missed: 1,
};

/**
 * Where a family stands in a waiting list: lower goes first, and among equals whoever came first. Groups that the
 * host named go before others, families that had no place this term before those that had, and among these who
 * repeatedly stayed away comes last.
 */
export function waitingRank(
  { isInGroup, hadPlace, missed }: Standing,
  { firstTimersFirst, missed: rule }: Plan['waitingList'],
): number {
  const reasons: WaitingReason[] = [
    ...(isInGroup ? [] : (['outside-group'] as const)),
    ...(hadPlace && firstTimersFirst ? (['had-place'] as const) : []),
    ...(rule && missed >= rule.from ? (['missed'] as const) : []),
  ];
  return reasons.reduce((sum, reason) => sum + weights[reason], 0);
}

/** The reasons behind a rank, for whoever asks why. */
export function reasonsOf(rank: number): WaitingReason[] {
  return waitingReasons.filter((reason) => (rank & weights[reason]) !== 0);
}

/** Whether one of two who wait is asked before the other. */
export function goesBefore(
  one: { readonly waiting_rank: number; readonly queue_number: number },
  other: { readonly waiting_rank: number; readonly queue_number: number },
): boolean {
  if (one.waiting_rank !== other.waiting_rank) return one.waiting_rank < other.waiting_rank;
  return one.queue_number < other.queue_number;
}
