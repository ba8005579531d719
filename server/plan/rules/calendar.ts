import type { Plan, SchoolYear, Term } from '../plan.ts';

/** The term that a day is in; undefined in the holidays and outside the calendar. */
export function termOn(plan: Plan, date: string): Term | undefined {
  const term = lastBegun(plan.terms, date);
  return term && date <= term.endsOn ? term : undefined;
}

/** The school year that a day is in; undefined outside the calendar. */
export function schoolYearOn(plan: Plan, date: string): SchoolYear | undefined {
  const year = lastBegun(plan.schoolYears, date);
  return year && date <= year.endsOn ? year : undefined;
}

/**
 * The id of the term whose caps a day falls under (2.4.1). Holidays belong to the term before them, so that a
 * winter holiday is no hole in a cap. Days before the first term, on which no rule is in force, go with it.
 */
export function capTermOn(plan: Plan, date: string): string {
  const term = lastBegun(plan.terms, date) ?? plan.terms[0];
  if (!term) throw new Error('A checked plan has at least one term.');
  return term.id;
}

/**
 * From the first day of that term until before the next one begins; `before` is missing in the last, `from` before the
 * first.
 */
export function capTermDays(plan: Plan, date: string): { from?: string; before?: string } {
  const index = plan.terms.findLastIndex((term) => term.beginsOn <= date);
  const from = plan.terms[index]?.beginsOn;
  const before = plan.terms[index + 1]?.beginsOn;
  return { ...(from && { from }), ...(before && { before }) };
}

/** The last one begun by the day; from the end, for most days asked about are recent. */
function lastBegun<Span extends { readonly beginsOn: string }>(
  spans: readonly Span[],
  date: string,
): Span | undefined {
  return spans.findLast((span) => span.beginsOn <= date);
}
