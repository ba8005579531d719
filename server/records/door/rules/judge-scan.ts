import { isFresh, type ShownPass } from '../../activities/index.ts';
import { MOST_CLOCK_DRIFT_SECONDS } from '../limits.ts';
import type { ConflictReason } from '../states.ts';

export interface JudgedScan {
  /** What the code said; undefined: it was not one of ours. */
  readonly pass: ShownPass | undefined;
  /** Chosen by name instead of a code. */
  readonly isByName: boolean;
  readonly activity: string;
  readonly phoneAt: Date;
  readonly happenedAt: Date;
}

export interface Clocks {
  /** The phone's own clock as it sent the scans. */
  readonly phoneNow: Date;
  readonly now: Date;
}

/** Why a person must look at a scan before anything is asked of the registrations; undefined: nothing speaks against it. */
export function judgeScan(scan: JudgedScan, clocks: Clocks): ConflictReason | undefined {
  if (!scan.isByName && !scan.pass) return 'forged';
  if (scan.pass && scan.pass.activity !== scan.activity) return 'wrong-event';
  if (isClockWrong(scan, clocks)) return 'clock-wrong';
  if (scan.pass && !isFresh(scan.pass, scan.happenedAt)) return 'expired';
  return undefined;
}

/**
 * The phone corrects its clock by what it measured when it last had network. If its clock was set meanwhile, the
 * correction of the scan is not the one that we see now; and nothing is scanned in the future.
 */
function isClockWrong({ phoneAt, happenedAt }: JudgedScan, { phoneNow, now }: Clocks): boolean {
  const most = MOST_CLOCK_DRIFT_SECONDS * 1000;
  const correctionThen = happenedAt.getTime() - phoneAt.getTime();
  const correctionNow = now.getTime() - phoneNow.getTime();
  const isAhead = happenedAt.getTime() - now.getTime() > most;
  return isAhead || Math.abs(correctionThen - correctionNow) > most;
}
