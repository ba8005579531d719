import type { ActivityRoleName } from '../../plan/index.ts';
import type { District, WriteTransaction } from '../../platform/index.ts';
import { type AttendanceWithStudents, restate } from './restate.ts';
import { updateAttendanceRole } from './store/attendances.ts';
import { insertCorrection } from './store/corrections.ts';
import type { Activity } from './tables.ts';

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
    students_before: null,
    students_after: null,
    reason,
    corrected_by: actor,
    corrected_at: at,
  });
  const given = { ...attendance, role, version };
  await restate(
    transaction,
    plan,
    activity,
    { before: attendance, now: given },
    { actor, reason, at },
  );
  return given;
}
