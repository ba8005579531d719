import type { Sealing } from '../../../platform/index.ts';
import type { Relief } from '../shapes.ts';
import type { ReliefTableRow } from '../store.ts';

/** What `reason_sealed` is sealed for. */
export const REASON = 'relief-reason';

/** A relief as its carer sees it. */
export function shownRelief(sealing: Sealing, row: ReliefTableRow): Relief {
  const { id, kind, from_on, until_on, state, decision_reason } = row;
  return {
    ...{ id, kind, from_on, until_on, state, decision_reason },
    reason: sealing.open(REASON, row.reason_sealed),
  };
}
