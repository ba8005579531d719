import { HOURS_DUE_SOON } from '../limits.ts';

export const urgencyWords = ['calm', 'soon', 'late'] as const;
export type DueUrgency = (typeof urgencyWords)[number];

const HOUR_MS = 3_600_000;

/** How a deadline stands: what every list and file colours by. */
export function urgencyOf(due: Date | null, at: Date): DueUrgency {
  if (!due) return 'calm';
  const left = due.getTime() - at.getTime();
  if (left <= 0) return 'late';
  return left <= HOURS_DUE_SOON * HOUR_MS ? 'soon' : 'calm';
}
