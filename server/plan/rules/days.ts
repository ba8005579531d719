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

const minutes = new Intl.DateTimeFormat('sv-SE', {
  timeZone: 'Asia/Shanghai',
  dateStyle: 'short',
  timeStyle: 'short',
});

/** An instant as a sheet shows it, `YYYY-MM-DD HH:MM` in China. */
export function minuteInShanghai(instant: Date): string {
  return minutes.format(instant);
}

/** The day after a day, both `YYYY-MM-DD`. */
export function dayAfter(day: string): string {
  return new Date(Date.parse(day) + DAY_IN_MILLISECONDS).toISOString().slice(0, 10);
}
