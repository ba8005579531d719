import { reverseFacts, stateFacts } from '../../facts/index.ts';
import type { ActivityRoleName } from '../../plan/index.ts';
import type { District, WriteTransaction } from '../../platform/index.ts';
import { factOf, sourceOf } from './rules/fact-of-attendance.ts';
import { insertCorrection, updateAttendanceRole } from './store/attendances.ts';
import type { Activity, Attendance } from './tables.ts';

export type AttendanceWithStudents = Attendance & { readonly students: readonly string[] };

/**
 * Somebody who was there did so in another part. One person has one part at one event, so that nothing counts
 * twice: if a fact was stated by the old one, it is taken back and the right one stated under the next version.
 * The caller holds the attendance.
 */
export async function givePart(
  transaction: WriteTransaction,
  { plan }: District,
  { activity, attendance }: { activity: Activity; attendance: AttendanceWithStudents },
  { role, reason, actor, at }: { role: ActivityRoleName; reason: string; actor: string; at: Date },
): Promise<AttendanceWithStudents> {
  if (attendance.role === role) return attendance;
  await updateAttendanceRole(transaction, attendance.id, role);
  const { minutes } = attendance;
  if (!minutes) return { ...attendance, role };
  const version = attendance.version + 1;
  await insertCorrection(transaction, {
    attendance_id: attendance.id,
    version,
    minutes_before: minutes,
    minutes_after: minutes,
    reason,
    corrected_by: actor,
    corrected_at: at,
  });
  await reverseFacts(transaction, [sourceOf(attendance)], { actor, reason, at });
  const given = { ...attendance, role, version };
  const method = attendance.entry_method;
  const fact = factOf(plan, activity, { ...given, minutes, method, actor });
  if (fact) await stateFacts(transaction, [fact]);
  return given;
}
