const DAY_IN_MILLISECONDS = 86_400_000;
/** China has kept one time, UTC+8 without summer time, since 1991: no plan is older. */
const SHANGHAI_OFFSET_IN_MILLISECONDS = 8 * 3_600_000;

/** The day on which an instant falls in China, `YYYY-MM-DD`. */
export function dateInShanghai(instant: Date): string {
  return new Date(instant.getTime() + SHANGHAI_OFFSET_IN_MILLISECONDS).toISOString().slice(0, 10);
}

/** The day after a day, both `YYYY-MM-DD`. */
export function dayAfter(day: string): string {
  return new Date(Date.parse(day) + DAY_IN_MILLISECONDS).toISOString().slice(0, 10);
}
