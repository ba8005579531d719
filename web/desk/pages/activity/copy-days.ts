/** How often: every so many weeks. */
export const rhythms = { weekly: 1, fortnightly: 2, fourWeekly: 4 } as const;
export type Rhythm = keyof typeof rhythms;

/** As the server takes them. */
export const MOST_COPIES = 30;

const DAY_MILLISECONDS = 86_400_000;
const CHINA_OFFSET_MILLISECONDS = 8 * 3_600_000;

interface Times {
  readonly rhythm: Rhythm;
  readonly count: number;
  /** Not after this day, `YYYY-MM-DD`. */
  readonly until?: string | undefined;
  readonly now: Date;
}

/**
 * The days, `YYYY-MM-DD` in China, on which something is held again: the same weekday, so many weeks apart, after
 * its own day and after today.
 */
export function copyDays(beginsAt: string, { rhythm, count, until, now }: Times): string[] {
  const step = rhythms[rhythm] * 7 * DAY_MILLISECONDS;
  const first = Date.parse(beginsAt);
  const passed = Math.max(0, Math.floor((now.getTime() - first) / step));
  const days = Array.from({ length: count }, (_, index) =>
    new Date(first + (passed + index + 1) * step + CHINA_OFFSET_MILLISECONDS)
      .toISOString()
      .slice(0, 10),
  );
  return until === undefined ? days : days.filter((day) => day <= until);
}

interface TermDates {
  readonly begins_on: string;
  readonly ends_on: string;
}

/** The last day of the term in which a day falls, or of the next that begins after it. */
export function termEnd(terms: readonly TermDates[], day: string): string | undefined {
  return terms.find(({ ends_on }) => ends_on >= day)?.ends_on;
}
