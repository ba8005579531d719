import type { ReadTransaction, WriteTransaction } from '../../../platform/index.ts';
import type { AttendanceCorrection } from '../tables.ts';

/** Appends the correction and makes it the attendance's next version. */
export async function insertCorrection(
  transaction: WriteTransaction,
  correction: AttendanceCorrection,
): Promise<void> {
  const { minutes_after: minutes, version, students_after } = correction;
  await transaction.insertInto('attendance_corrections').values(correction).execute();
  await transaction
    .updateTable('attendances')
    .set({ minutes, version, ...(students_after && { students_present: students_after }) })
    .where('id', '=', correction.attendance_id)
    .execute();
}

export async function listCorrections(
  transaction: ReadTransaction,
  attendance: string,
): Promise<AttendanceCorrection[]> {
  return transaction
    .selectFrom('attendance_corrections')
    .selectAll()
    .where('attendance_id', '=', attendance)
    .orderBy('version')
    .execute();
}
