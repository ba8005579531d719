import type { ActivityKind } from '../../../plan/index.ts';
import {
  MINUTES_BEFORE_A_SCAN_IS_AN_EXIT,
  MINUTES_DOORS_CLOSE_AFTER,
  MINUTES_DOORS_OPEN_BEFORE,
  TOLERANCE_MINUTES,
} from '../limits.ts';

export interface Times {
  readonly begins_at: Date;
  readonly ends_at: Date;
}

export type Direction = 'entry' | 'exit';

const MINUTE = 60_000;

/** Whether people may be checked in and out now. */
export function areDoorsOpen(times: Times, at: Date): boolean {
  const { opens, closes } = doorTimes(times);
  return at >= opens && at <= closes;
}

/**
 * Whole minutes that count of a presence: the time between entry and exit that lies within the event, from a
 * little before its beginning to its planned end. Never more than the event was planned to last, so that the
 * tolerance forgives but does not give; never more than the plan counts for this kind.
 */
export function minutesThatCount(
  { begins_at, ends_at }: Times,
  entered: Date,
  left: Date,
  maximumMinutes: number,
): number {
  const from = Math.max(entered.getTime(), begins_at.getTime() - TOLERANCE_MINUTES * MINUTE);
  const until = Math.min(left.getTime(), ends_at.getTime());
  const planned = (ends_at.getTime() - begins_at.getTime()) / MINUTE;
  const present = Math.max(0, Math.floor((until - from) / MINUTE));
  return Math.min(present, Math.floor(planned), maximumMinutes);
}

/** What one who merely enters gets, where the plan asks for no exit. */
export function minutesAtEntry({ defaultMinutes, maximumMinutes }: ActivityKind): number {
  return Math.min(defaultMinutes, maximumMinutes);
}

export interface KnownPresence {
  readonly entered_at: Date;
  readonly entry_scan_id: string | null;
  readonly left_at: Date | null;
  readonly exit_scan_id: string | null;
  readonly minutes: number | null;
}

/** When doors open and close. */
export function doorTimes({ begins_at, ends_at }: Times): { opens: Date; closes: Date } {
  return {
    opens: new Date(begins_at.getTime() - MINUTES_DOORS_OPEN_BEFORE * MINUTE),
    closes: new Date(ends_at.getTime() + MINUTES_DOORS_CLOSE_AFTER * MINUTE),
  };
}

/**
 * What a scan means, given what is known of the person: the entry, the exit, or once more what was said before.
 * Without a direction given, the next scan is the exit if it comes some minutes after the entry and the event
 * has begun; sooner it changes nothing.
 */
export function meaningOf(
  known: KnownPresence | undefined,
  { begins_at }: Times,
  scan: { at: Date; direction?: Direction | undefined; scanId?: string | undefined },
): Direction | 'again' | 'exit-without-entry' {
  if (!known) return scan.direction === 'exit' ? 'exit-without-entry' : 'entry';
  const isSettled = known.minutes !== null;
  const isSentAgain = scan.scanId !== undefined && scan.scanId === known.entry_scan_id;
  if (isSettled || isSentAgain || scan.direction === 'entry') return 'again';
  if (scan.direction === 'exit') return 'exit';
  const sinceEntry = scan.at.getTime() - known.entered_at.getTime();
  const isLater = sinceEntry >= MINUTES_BEFORE_A_SCAN_IS_AN_EXIT * MINUTE;
  return isLater && scan.at >= begins_at ? 'exit' : 'again';
}

/**
 * What a scan means that comes later than it was made, from a phone without network. What another phone has said
 * meanwhile may not fit: then a person decides, for taking either at its word could cost the family minutes.
 */
export function meaningOfLate(
  known: KnownPresence | undefined,
  { begins_at }: Times,
  scan: { at: Date; direction?: Direction | undefined; scanId?: string | undefined },
  asksForExit: boolean,
): Direction | 'again' | 'exit-without-entry' | 'contradicts' {
  if (!known) return scan.direction === 'exit' ? 'exit-without-entry' : 'entry';
  const { entered_at, left_at, minutes } = known;
  const isSentAgain = scan.scanId === known.entry_scan_id || scan.scanId === known.exit_scan_id;
  if (isSentAgain || !asksForExit || areClose(scan.at, entered_at)) return 'again';
  // Whoever queued twice before it began loses nothing.
  if (scan.at < begins_at && entered_at <= begins_at) return 'again';
  if (minutes !== null) {
    const isSaid = left_at !== null && (scan.at > left_at || areClose(scan.at, left_at));
    return isSaid && scan.direction !== 'entry' ? 'again' : 'contradicts';
  }
  return scan.at < entered_at || scan.direction === 'entry' ? 'contradicts' : 'exit';
}

function areClose(one: Date, other: Date): boolean {
  const apart = Math.abs(one.getTime() - other.getTime());
  return apart < MINUTES_BEFORE_A_SCAN_IS_AN_EXIT * MINUTE;
}
