import {
  childrenOfCarers,
  namesOfStudents,
  readerOf,
  requireMay,
  type Who,
} from '../../../directory/index.ts';
import {
  ChangedMeanwhile,
  type District,
  NotFound,
  type ReadTransaction,
} from '../../../platform/index.ts';
import { NotTheirChild, SettledAlready } from '../refusals.ts';
import { requireState } from '../require-state.ts';
import type { AttendanceWithStudents } from '../restate.ts';
import type { ChildrenWhoCame } from '../shapes.ts';
import { getActivity } from '../store/activities.ts';
import {
  findAttendanceWithStudents,
  setStudentsPresent,
  takeAttendance,
} from '../store/attendances.ts';
import { studentsOfRegistration } from '../store/registrations.ts';

/**
 * Which children are there with a carer, where carer and child come together (2.2.1(3)): those signed up, until the
 * door says otherwise. Names only of those in the reader's reach.
 */
export async function showChildrenWhoCame(
  { database }: District,
  who: Who,
  id: string,
): Promise<ChildrenWhoCame> {
  return database.read(readerOf(who), async (transaction) => {
    const attendance = await findAttendanceWithStudents(transaction, id);
    if (!attendance) throw NotFound();
    const { host_lineage: lineage } = await getActivity(transaction, attendance.activity_id);
    requireMay(who, 'activities.check-in', { lineage });
    return childrenShown(transaction, attendance);
  });
}

async function childrenShown(
  transaction: ReadTransaction,
  attendance: AttendanceWithStudents,
): Promise<ChildrenWhoCame> {
  const theirs = await theirChildren(transaction, attendance);
  const names = await namesOfStudents(transaction, theirs);
  const items = theirs.map((child) => ({
    id: child,
    name: names.get(child) ?? null,
    came: attendance.students.includes(child),
  }));
  return { items, is_settled: attendance.minutes !== null, version: attendance.ticks_version };
}

interface Ticks {
  readonly attendance: string;
  readonly students: readonly string[];
  /** Of what was read before. */
  readonly version: number;
}

/**
 * The door says which children are there, while nothing counts yet; afterwards that is a correction. Unless another
 * phone at the door said so since `version` was read.
 */
export async function tickChildren(
  { database }: District,
  who: Who,
  { attendance: id, students, version }: Ticks,
): Promise<ChildrenWhoCame> {
  return database.write(readerOf(who), async (transaction) => {
    const attendance = await takeAttendance(transaction, id);
    if (!attendance) throw NotFound();
    const activity = await getActivity(transaction, attendance.activity_id);
    requireMay(who, 'activities.check-in', { lineage: activity.host_lineage });
    requireState(activity.state, 'check-in');
    if (attendance.minutes !== null) throw SettledAlready();
    if (attendance.ticks_version !== version) throw ChangedMeanwhile();
    await requireTheirChildren(transaction, attendance, students);
    await setStudentsPresent(transaction, id, students);
    const ticked = { ...attendance, students: [...students], ticks_version: version + 1 };
    return childrenShown(transaction, ticked);
  });
}

/** Refuses children who are neither signed up with this carer nor linked to them. */
export async function requireTheirChildren(
  transaction: ReadTransaction,
  attendance: AttendanceWithStudents,
  students: readonly string[],
): Promise<void> {
  const theirs = await theirChildren(transaction, attendance);
  if (students.some((student) => !theirs.includes(student))) throw NotTheirChild();
}

/** Who may have come with a carer: those there, those signed up, and siblings in the reader's reach. */
async function theirChildren(
  transaction: ReadTransaction,
  { carer_id, registration_id, students }: AttendanceWithStudents,
): Promise<string[]> {
  const signedUp = await studentsOfRegistration(transaction, registration_id);
  const linked = await childrenOfCarers(transaction, [carer_id]);
  return [...new Set([...students, ...signedUp, ...linked.map(({ student }) => student)])];
}
