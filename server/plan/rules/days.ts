const DAY_IN_MILLISECONDS = 86_400_000;
/** China has kept one time, UTC+8 without summer time, since 1991: no plan is older. */
const SHANGHAI_OFFSET_IN_MILLISECONDS = 8 * 3_600_000;

/** Days written before, by their number since 1970: a count of millions of facts asks about some thousands. */
const written = new Map<number, string>();
const MOST_WRITTEN = 20_000;

/** The day on which an instant falls in China, `YYYY-MM-DD`. */
export function dateInShanghai(instant: Date): string {
  const number = Math.floor(
    (instant.getTime() + SHANGHAI_OFFSET_IN_MILLISECONDS) / DAY_IN_MILLISECONDS,
  );
  const known = written.get(number);
  if (known !== undefined) return known;
  const day = new Date(number * DAY_IN_MILLISECONDS).toISOString().slice(0, 10);
  if (written.size < MOST_WRITTEN) written.set(number, day);
  return day;
}

/** The instant at which a day, `YYYY-MM-DD`, begins in China. */
export function beginningOf(day: string): Date {
  return new Date(Date.parse(day) - SHANGHAI_OFFSET_IN_MILLISECONDS);
}

/** The day after a day, both `YYYY-MM-DD`. */
export function dayAfter(day: string): string {
  return daysAfter(day, 1);
}

/** The day before a day, both `YYYY-MM-DD`. */
export function dayBefore(day: string): string {
  return daysAfter(day, -1);
}

/** The day so many days after a day, or before it, both `YYYY-MM-DD`. */
export function daysAfter(day: string, count: number): string {
  return new Date(Date.parse(day) + count * DAY_IN_MILLISECONDS).toISOString().slice(0, 10);
}

/** Whether a day, `YYYY-MM-DD`, is a Saturday or a Sunday. */
export function isWeekend(day: string): boolean {
  const weekday = new Date(day).getUTCDay();
  return weekday === 0 || weekday === 6;
}
