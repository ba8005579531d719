import type { ReadTransaction } from '../../platform/index.ts';
import { findAttendance } from './store/attendances.ts';
import { listCorrections } from './store/corrections.ts';
import type { Attendance, AttendanceCorrection } from './tables.ts';

/** An attendance with whoever had a part in what it says. */
export interface RecordBehind extends Attendance {
  readonly corrections: readonly AttendanceCorrection[];
  /** Who said that somebody was there, when they left, or that it was otherwise; the person themself aside. */
  readonly confirmers: readonly string[];
}

/** The attendance that stated the fact of a source; undefined: none did, or it is not for the reader. */
export async function recordBehind(
  transaction: ReadTransaction,
  source: string,
): Promise<RecordBehind | undefined> {
  const id = /^attendance:([0-9a-f-]{36})(?::\d+)?$/.exec(source)?.[1];
  const attendance = id === undefined ? undefined : await findAttendance(transaction, id);
  return attendance && withCorrections(transaction, attendance);
}

export async function withCorrections(
  transaction: ReadTransaction,
  attendance: Attendance,
): Promise<RecordBehind> {
  const corrections = await listCorrections(transaction, attendance.id);
  const { carer_id, entry_by, exit_by } = attendance;
  const all = [entry_by, exit_by, ...corrections.map(({ corrected_by }) => corrected_by)];
  const confirmers = all.filter((person) => person !== null && person !== carer_id);
  return { ...attendance, corrections, confirmers: [...new Set(confirmers)] as string[] };
}
