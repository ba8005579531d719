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
  readonly now: Date;
}

/**
 * The days, `YYYY-MM-DD` in China, on which something is held again: the same weekday, so many weeks apart, after
 * its own day and after today.
 */
export function copyDays(beginsAt: string, { rhythm, count, now }: Times): string[] {
  const step = rhythms[rhythm] * 7 * DAY_MILLISECONDS;
  const first = Date.parse(beginsAt);
  const passed = Math.max(0, Math.floor((now.getTime() - first) / step));
  return Array.from({ length: count }, (_, index) =>
    new Date(first + (passed + index + 1) * step + CHINA_OFFSET_MILLISECONDS)
      .toISOString()
      .slice(0, 10),
  );
}
