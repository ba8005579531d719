const MINUTE_MS = 60_000;
const DAY_MINUTES = 24 * 60;
/** China has one time and no summer time. */
const CHINA_OFFSET_MS = 8 * 60 * MINUTE_MS;

/** Minutes of the day in China: 21:00 is 1260. */
export interface QuietHours {
  readonly from: number;
  readonly until: number;
}

/** Whether people are left in peace at this instant. Hours that begin when they end are none. */
export function isQuiet(at: Date, { from, until }: QuietHours): boolean {
  if (from === until) return false;
  const minute = minuteOfDay(at);
  return from < until ? minute >= from && minute < until : minute >= from || minute < until;
}

/** The next instant at that minute of the day; never this very one. */
export function nextAt(after: Date, minute: number): Date {
  const ahead = minute - minuteOfDay(after);
  const wholeMinute = Math.floor(after.getTime() / MINUTE_MS) * MINUTE_MS;
  const days = ahead > 0 ? ahead : ahead + DAY_MINUTES;
  return new Date(wholeMinute + days * MINUTE_MS);
}

function minuteOfDay(at: Date): number {
  return Math.floor((at.getTime() + CHINA_OFFSET_MS) / MINUTE_MS) % DAY_MINUTES;
}
