import type { Purpose } from '../states.ts';

/** What one carer decided, for one child and one purpose. */
export interface ConsentDecision {
  readonly student: string;
  readonly carer: string;
  readonly purpose: Purpose;
  readonly is_given: boolean;
  readonly decided_at: Date;
}

export const consentStates = ['given', 'refused', 'unasked'] as const;
export type ConsentState = (typeof consentStates)[number];

/**
 * How consent stands for one child and one purpose: refused when the newest word of any carer is a no, given when
 * somebody said yes and nobody no, else nobody has answered. Of people who are no carers of the child any more
 * nothing counts. Pure; the order of the decisions does not matter.
 */
export function consentOf(
  decisions: readonly ConsentDecision[],
  carers: readonly string[],
): ConsentState {
  const newest = new Map<string, ConsentDecision>();
  for (const decision of decisions) {
    const known = newest.get(decision.carer);
    if (!known || known.decided_at <= decision.decided_at) newest.set(decision.carer, decision);
  }
  const standing = carers.flatMap((carer) => newest.get(carer) ?? []);
  if (standing.some(({ is_given }) => !is_given)) return 'refused';
  return standing.length > 0 ? 'given' : 'unasked';
}
