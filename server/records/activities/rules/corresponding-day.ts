import { noteOfDay, type Plan, type Term } from '../../../plan/index.ts';
import type { Words } from '../../../platform/index.ts';

const DAY_MS = 86_400_000;
const DAYS_A_WEEK = 7;

/** Where a date of one term falls in another; `leftOut` says why it is not proposed. */
export interface Corresponding {
  readonly day: string;
  readonly leftOut: Words | null;
}

/**
 * The same weekday of the same week of another term, counted from the week in which each term begins. Left out when
 * it is a holiday, when the other term is over by then though the first was not, or when it has passed.
 */
export function correspondingDay(
  plan: Plan,
  day: string,
  { from, to, today }: { from: Term; to: Term; today: string },
): Corresponding {
  const shift = Date.parse(mondayOf(to.beginsOn)) - Date.parse(mondayOf(from.beginsOn));
  const then = new Date(Date.parse(day) + shift).toISOString().slice(0, 10);
  return {
    day: then,
    leftOut: whyLeftOut(plan, then, { wasInTerm: day <= from.endsOn, to, today }),
  };
}

function whyLeftOut(
  plan: Plan,
  day: string,
  { wasInTerm, to, today }: { wasInTerm: boolean; to: Term; today: string },
): Words | null {
  const off = noteOfDay(plan, day)?.off;
  if (day <= today) return { zh: '已经过去', en: 'Over already' };
  if (off) return { zh: `${off.zh}放假`, en: `${off.en}, a day off` };
  if (day < to.beginsOn) return { zh: '学期还没开始', en: 'Before the term begins' };
  if (wasInTerm && day > to.endsOn) return { zh: '学期已经结束', en: 'After the term ends' };
  return null;
}

function mondayOf(day: string): string {
  const sinceMonday = (new Date(day).getUTCDay() + DAYS_A_WEEK - 1) % DAYS_A_WEEK;
  return new Date(Date.parse(day) - sinceMonday * DAY_MS).toISOString().slice(0, 10);
}
