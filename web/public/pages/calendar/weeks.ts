/** Days are `YYYY-MM-DD` where the district is; weeks begin on Monday (ISO 8601). */
const DAY_MILLISECONDS = 86_400_000;
const DAYS_A_WEEK = 7;

/** Today in China, wherever the reader is. */
export function today(now = new Date()): string {
  return dayOfInstant(now.toISOString());
}

/** The day in China of an ISO instant. */
export function dayOfInstant(instant: string): string {
  return new Intl.DateTimeFormat('en-CA', { timeZone: 'Asia/Shanghai' }).format(new Date(instant));
}

export function dayAfter(day: string, days: number): string {
  return new Date(Date.parse(day) + days * DAY_MILLISECONDS).toISOString().slice(0, 10);
}

/** The Monday of the day's week; of today's when it is no day at all. */
export function mondayOf(day: string): string {
  const known = Number.isNaN(Date.parse(day)) ? today() : day;
  const sinceMonday = (new Date(known).getUTCDay() + DAYS_A_WEEK - 1) % DAYS_A_WEEK;
  return dayAfter(known, -sinceMonday);
}
