import type { Plan } from '../plan.ts';
import { noteOfDay } from './day-notes.ts';
import { beginningOf, dateInShanghai, dayAfter, isWeekend } from './days.ts';

/** Whether people work on a day, `YYYY-MM-DD`: Monday to Friday but for holidays, and on make-up days. */
export function isWorkingDay(plan: Plan, day: string): boolean {
  const note = noteOfDay(plan, day);
  if (note?.makesUpFor) return true;
  return !note?.off && !isWeekend(day);
}

/** When the so-manieth working day after the day of an instant is over. Days beyond the plan's calendar count by weekdays. */
export function endOfWorkingDay(plan: Plan, from: Date, count: number): Date {
  let day = dateInShanghai(from);
  for (let left = count; left > 0; ) {
    day = dayAfter(day);
    if (isWorkingDay(plan, day)) left -= 1;
  }
  return beginningOf(dayAfter(day));
}
