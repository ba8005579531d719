import type { DutyRow } from '../../../shared/api-types.gen.ts';

/** Duties as the plan numbers its clauses: 2.3.2 before 2.3.10, 2.4 before 3. */
export function inPlanOrder(rows: readonly DutyRow[]): DutyRow[] {
  return rows.toSorted((one, other) =>
    one.clause.localeCompare(other.clause, 'en', { numeric: true }),
  );
}
