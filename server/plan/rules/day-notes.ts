import type { Words } from '../../platform/index.ts';
import type { Plan } from '../plan.ts';
import { dayAfter } from './days.ts';

/** What is particular about a day: a holiday, a weekend day on which people work, festivals. */
export interface DayNote {
  readonly day: string;
  /** The public holiday that it belongs to. */
  readonly off: Words | null;
  /** The holiday for which people work on this weekend day. */
  readonly makesUpFor: Words | null;
  readonly festivals: readonly Words[];
}

/** Of one day, `YYYY-MM-DD`; undefined when there is nothing to say. */
export function noteOfDay({ daysOff, festivals }: Plan, day: string): DayNote | undefined {
  const off = daysOff.holidays.find(({ from, until }) => from <= day && day <= until);
  const madeUp = daysOff.holidays.find(({ makeUpDays }) => makeUpDays.includes(day));
  const kept = festivals.filter(
    ({ everyYear, spans }) =>
      everyYear === day.slice(5) || spans.some(({ from, until }) => from <= day && day <= until),
  );
  if (!off && !madeUp && kept.length === 0) return undefined;
  return {
    day,
    off: off?.name ?? null,
    makesUpFor: madeUp?.name ?? null,
    festivals: kept.map(({ name }) => name),
  };
}

/** Of each day from one to another, both included; days about which there is nothing to say are left out. */
export function notesOfDays(plan: Plan, from: string, until: string): DayNote[] {
  const notes: DayNote[] = [];
  for (let day = from; day <= until; day = dayAfter(day)) {
    const note = noteOfDay(plan, day);
    if (note) notes.push(note);
  }
  return notes;
}
