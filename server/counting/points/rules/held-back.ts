import type { PointRuleVersion } from '../../../plan/index.ts';
import { tiered } from './caps.ts';

export const heldBackBy = ['day', 'month', 'tiers', 'term', 'category'] as const;

/** What a limit took off, and when: hundredths of a point. */
export interface HeldBack {
  readonly by: (typeof heldBackBy)[number];
  /** The day or month that was full; null for the term's limits. */
  readonly when: string | null;
  readonly amount: number;
}

/** What one rule gave on one day, reversals included. */
export interface DaySum {
  readonly day: string;
  readonly raw: number;
  readonly amount: number;
}

/**
 * Which limits of a rule bit in a term, and by how much: by day, by month, above the tiers, by the term; what is still
 * missing from the entries the rules' common cap took. Raw less all of it is what counts. Pure.
 */
export function heldBack(
  days: readonly DaySum[],
  { caps, tiers }: Pick<PointRuleVersion, 'caps' | 'tiers'>,
): HeldBack[] {
  const held: HeldBack[] = [];
  const take = (by: HeldBack['by'], when: string | null, before: number, after: number): number => {
    if (before !== after) held.push({ by, when, amount: before - after });
    return after;
  };
  const months = new Map<string, number>();
  for (const { day, raw } of days) {
    const counted = take('day', day, raw, Math.min(raw, caps.day ?? raw));
    const month = day.slice(0, 7);
    months.set(month, (months.get(month) ?? 0) + counted);
  }
  let sum = 0;
  for (const [month, raw] of months) {
    sum += take('month', month, raw, Math.min(raw, caps.month ?? raw));
  }
  sum = take('tiers', null, sum, tiered(tiers, sum));
  sum = take('term', null, sum, Math.min(sum, caps.term ?? sum));
  const amount = days.reduce((total, one) => total + one.amount, 0);
  take('category', null, sum, amount);
  return held;
}
