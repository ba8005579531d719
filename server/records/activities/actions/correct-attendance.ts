import { namesOfPeople, readerOf, requireMay, type Who } from '../../../directory/index.ts';
import { activityKind } from '../../../plan/index.ts';
import {
  type Call,
  type District,
  NotFound,
  type ReadTransaction,
  type WriteTransaction,
} from '../../../platform/index.ts';
import { keepHeld } from '../held.ts';
import { MoreThanCounts, NothingToCorrect } from '../refusals.ts';
import { requireState } from '../require-state.ts';
import { type AttendanceWithStudents, restate } from '../restate.ts';
import type { AttendanceCorrectionShape, AttendanceDetail } from '../shapes.ts';
import { getActivity, takeActivity } from '../store/activities.ts';
import { findAttendance, takeAttendance } from '../store/attendances.ts';
import { insertCorrection, listCorrections } from '../store/corrections.ts';
import type { Activity, Attendance } from '../tables.ts';
import { tellFamilies } from '../tell-families.ts';
import { requireTheirChildren } from './children-who-came.ts';

/**
 * Staff put an attendance right, in its minutes or in the children who were there too, or take it back with 0 minutes.
 * The fact that it stated is reversed and the right one stated under the next version; nothing is edited. The carer is
 * told why.
 */
export async function correctAttendance(
  district: District,
  who: Who,
  asked: AttendanceCorrectionShape & { attendance: string },
  call: Call,
): Promise<AttendanceDetail> {
  const { minutes } = asked;
  const reason = asked.reason.trim();
  return district.database.write(
    readerOf(who),
    async (transaction) => {
      // The event first, as whoever confirms its end takes them: who corrects at the same moment waits here.
      const known = await findAttendance(transaction, asked.attendance);
      if (!known) throw NotFound();
      const activity = await takeActivity(transaction, known.activity_id);
      requireMay(who, 'activities.correct', { lineage: activity.host_lineage });
      requireState(activity.state, 'correct');
      const attendance = await takeAttendance(transaction, known.id);
      if (!attendance) throw NotFound();

      const students = changedChildren(attendance, asked.student_ids);
      if (minutes === attendance.minutes && !students) throw NothingToCorrect();
      requireWithinMaximum(district, activity, minutes);
      if (students) await requireTheirChildren(transaction, attendance, students);
      const right = { minutes, students, reason };
      const by = { who, call };
      const corrected = await correctWithin(transaction, district, activity, attendance, right, by);
      return detailOf(transaction, activity, corrected);
    },
    call,
  );
}

/** What should stand instead. */
interface Right {
  readonly minutes: number;
  /** The children who were there; undefined: as it stands. */
  readonly students?: readonly string[] | undefined;
  readonly reason: string;
}

/** … of an attendance that the caller holds, and its event. */
export async function correctWithin(
  transaction: WriteTransaction,
  { plan }: District,
  activity: Activity,
  attendance: AttendanceWithStudents,
  { minutes, students, reason }: Right,
  { who, call }: { who: Who; call: Call },
): Promise<Attendance> {
  const version = attendance.version + 1;
  await insertCorrection(transaction, {
    attendance_id: attendance.id,
    version,
    minutes_before: attendance.minutes,
    minutes_after: minutes,
    students_before: students ? attendance.students : null,
    students_after: students ?? null,
    reason,
    corrected_by: who.person,
    corrected_at: call.at,
  });
  const now = { ...attendance, version, minutes, students: students ?? attendance.students };
  const by = { actor: who.person, reason, at: call.at };
  await restate(transaction, plan, activity, { before: attendance, now }, by);
  const changesWhoCame = minutes > 0 !== (attendance.minutes ?? 0) > 0;
  if (changesWhoCame && activity.state === 'finished') {
    await keepHeld(transaction, plan, activity, by);
  }
  await tellFamilies(transaction, activity, {
    kind: 'corrected',
    deed: `${attendance.id} ${version}`,
    people: [{ person: attendance.carer_id }],
    params: { minutes: String(minutes), reason },
    at: call.at,
  });
  return now;
}

/** The children asked for, if others stand. */
function changedChildren(
  { students }: AttendanceWithStudents,
  asked: readonly string[] | undefined,
): readonly string[] | undefined {
  if (!asked) return undefined;
  const same = asked.length === students.length && asked.every((id) => students.includes(id));
  return same ? undefined : asked;
}

/** One attendance with its history, for those who may correct it. */
export async function showAttendance(
  district: District,
  who: Who,
  id: string,
): Promise<AttendanceDetail> {
  return district.database.read(readerOf(who), async (transaction) => {
    const attendance = await findAttendance(transaction, id);
    if (!attendance) throw NotFound();
    const activity = await getActivity(transaction, attendance.activity_id);
    requireMay(who, 'activities.check-in', { lineage: activity.host_lineage });
    return detailOf(transaction, activity, attendance);
  });
}

/** Refuses more minutes than the plan counts for such an event. */
export function requireWithinMaximum(
  { plan }: District,
  { kind }: Activity,
  minutes: number,
): void {
  const maximum = activityKind(plan, kind)?.maximumMinutes ?? 0;
  if (minutes <= maximum) return;
  throw MoreThanCounts({
    detail: { zh: `最多计 ${maximum} 分钟。`, en: `At most ${maximum} minutes count.` },
  });
}

async function detailOf(
  transaction: ReadTransaction,
  { title }: Activity,
  attendance: Attendance,
): Promise<AttendanceDetail> {
  const corrections = await listCorrections(transaction, attendance.id);
  const people = corrections.map(({ corrected_by }) => corrected_by);
  const names = await namesOfPeople(transaction, [attendance.carer_id, ...people]);
  return {
    attendance_id: attendance.id,
    activity_id: attendance.activity_id,
    title,
    carer_id: attendance.carer_id,
    carer_name: names.get(attendance.carer_id) ?? '',
    role: attendance.role,
    entered_at: attendance.entered_at.toISOString(),
    entry_method: attendance.entry_method,
    left_at: attendance.left_at?.toISOString() ?? null,
    exit_method: attendance.exit_method,
    note: attendance.note,
    minutes: attendance.minutes,
    version: attendance.version,
    corrections: corrections.map((one) => ({
      version: one.version,
      minutes_before: one.minutes_before,
      minutes_after: one.minutes_after,
      children_before: one.students_before?.length ?? null,
      children_after: one.students_after?.length ?? null,
      reason: one.reason,
      corrected_by: names.get(one.corrected_by) ?? '',
      corrected_at: one.corrected_at.toISOString(),
    })),
  };
}
