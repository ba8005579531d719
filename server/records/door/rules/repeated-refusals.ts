import { MINUTES_BEFORE_A_REFUSAL_IS_NEWS } from '../limits.ts';
import type { ConflictReason } from '../states.ts';

/** A scan that a person would have to look at. */
export interface RefusedScan {
  readonly id: string;
  /** Null: the code named nobody. */
  readonly carer_id: string | null;
  readonly device_id: string;
  readonly happened_at: Date;
  readonly reason: ConflictReason;
}

/**
 * Those of these scans, all at one door, that only say again what another one or a known conflict says: the same
 * person refused for the same reason a moment later, or, of nobody's code, at the same phone. Pure.
 */
export function repeatedRefusals(
  refused: readonly RefusedScan[],
  known: readonly RefusedScan[],
): ReadonlySet<string> {
  const conflicts = [...known];
  const repeated = new Set<string>();
  for (const scan of refused.toSorted(inOrder)) {
    if (conflicts.some((conflict) => saysTheSame(scan, conflict))) repeated.add(scan.id);
    else conflicts.push(scan);
  }
  return repeated;
}

const inOrder = (one: RefusedScan, other: RefusedScan) =>
  one.happened_at.getTime() - other.happened_at.getTime() || (one.id < other.id ? -1 : 1);

function saysTheSame(one: RefusedScan, other: RefusedScan): boolean {
  const isSamePhone = one.device_id === other.device_id;
  const apart = Math.abs(one.happened_at.getTime() - other.happened_at.getTime());
  return (
    one.reason === other.reason &&
    one.carer_id === other.carer_id &&
    (one.carer_id !== null || isSamePhone) &&
    apart < MINUTES_BEFORE_A_REFUSAL_IS_NEWS * 60_000
  );
}
