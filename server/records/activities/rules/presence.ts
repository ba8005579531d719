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
export function areDoorsOpen({ begins_at, ends_at }: Times, at: Date): boolean {
  return (
    at.getTime() >= begins_at.getTime() - MINUTES_DOORS_OPEN_BEFORE * MINUTE &&
    at.getTime() <= ends_at.getTime() + MINUTES_DOORS_CLOSE_AFTER * MINUTE
  );
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
  readonly minutes: number | null;
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
