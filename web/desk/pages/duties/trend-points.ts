import type { DutyTrendLine } from '../../../shared/api-types.gen.ts';

/** A share of the tasks, done by a share of the period's days: both from 0 to 1, days after the due one beyond it. */
export interface TrendPoint {
  readonly time: number;
  readonly share: number;
}

const MILLISECONDS_A_DAY = 86_400_000;
const DAYS_A_WEEK = 7;

/** From the first day of a period to a day; a period that is over, to its end. */
export function pointsOf(line: DutyTrendLine, today: string): TrendPoint[] {
  const begins = Date.parse(line.begins_on);
  const whole = Math.max(Date.parse(line.due_on) - begins, MILLISECONDS_A_DAY);
  const until = Math.min(Date.parse(today), Date.parse(line.ends_on));
  const at = (instant: number, done: number): TrendPoint => ({
    time: (Math.min(instant, until) - begins) / whole,
    share: line.tasks > 0 ? Math.min(1, done / line.tasks) : 0,
  });
  const points = line.weeks
    .filter(({ week }) => Date.parse(week) <= until)
    .map(({ week, done }) => at(Date.parse(week) + (DAYS_A_WEEK - 1) * MILLISECONDS_A_DAY, done));
  const last = line.weeks.findLast(({ week }) => Date.parse(week) <= until)?.done ?? 0;
  return [at(begins, 0), ...points, at(until, last)];
}

/** The share done by the same part of a period. */
export function shareAt(points: readonly TrendPoint[], time: number): number {
  return points.findLast((point) => point.time <= time)?.share ?? 0;
}

/** 「57%」; what is not all is never 100 %. */
export function percentOf(share: number): string {
  return `${Math.floor(share * 100)}%`;
}
