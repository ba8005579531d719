import { hasStated, reverseFacts, stateFacts } from '../../facts/index.ts';
import type { Plan } from '../../plan/index.ts';
import type { WriteTransaction } from '../../platform/index.ts';
import { factOf, sourceOf } from './rules/fact-of-attendance.ts';
import type { Activity, Attendance } from './tables.ts';

export type AttendanceWithStudents = Attendance & { readonly students: readonly string[] };

/**
 * An attendance says something else under its next version: the fact that it stated is taken back, if it stated one,
 * and the one that is right now is stated. The caller holds the attendance.
 */
export async function restate(
  transaction: WriteTransaction,
  plan: Plan,
  activity: Activity,
  { before, now }: { before: Attendance; now: AttendanceWithStudents },
  by: { actor: string; reason: string; at: Date },
): Promise<void> {
  const stood = sourceOf(before);
  const wasStated = before.minutes && (await hasStated(transaction, stood));
  const [kept] = wasStated ? await reverseFacts(transaction, [stood], by) : [];
  const { minutes, entry_method: method } = now;
  if (minutes === null) return;
  const fact = factOf(plan, activity, { ...now, minutes, method, actor: by.actor });
  if (!fact) return;
  await stateFacts(transaction, [{ ...fact, attributes: { ...fact.attributes, ...kept } }]);
}
