import { type RawBuilder, sql } from 'kysely';
import { DatabaseError } from 'pg';
import type { ActivityRoleName } from '../../../plan/index.ts';
import {
  plainArray,
  type ReadTransaction,
  type WriteTransaction,
} from '../../../platform/index.ts';
import type { RegistrationState } from '../states.ts';
import type { Attendance, EntryMethod } from '../tables.ts';

/** Somebody at an activity. */
export interface Pair {
  readonly activity: string;
  readonly carer: string;
}

/** Where a carer stands at an activity: the registration, the part played, the children it is for. */
export interface Standing {
  readonly registration: string;
  readonly state: RegistrationState;
  readonly role: ActivityRoleName;
  readonly students: string[];
}

export const pairKey = ({ activity, carer }: Pair): string => `${activity} ${carer}`;

function pairsAsked(pairs: readonly Pair[]): RawBuilder<unknown> {
  return sql`unnest(
    ${plainArray(pairs.map(({ activity }) => activity))}::uuid[],
    ${plainArray(pairs.map(({ carer }) => carer))}::uuid[]) as asked (activity_id, carer_id)`;
}

/**
 * The open registrations of many at once. Cost: one statement, an index look-up for each pair; lateral, so that
 * it stays one while the table's statistics are young.
 */
export async function findStandings(
  transaction: ReadTransaction,
  pairs: readonly Pair[],
): Promise<Map<string, Standing>> {
  const { rows } = await sql<Standing & { activity_id: string; carer_id: string }>`
    select asked.activity_id, asked.carer_id, own.registration_id as registration,
           registrations.state, own.role,
           array(select student_id from registration_students as held
                  where held.registration_id = own.registration_id and held.left_at is null
                 ) as students
      from ${pairsAsked(pairs)}
      cross join lateral (
        select registration_id, role from registration_carers
         where activity_id = asked.activity_id and carer_id = asked.carer_id and left_at is null
         limit 1) as own
      join registrations on registrations.id = own.registration_id`.execute(transaction);
  return new Map(
    rows.map(({ activity_id, carer_id, students, ...standing }) => [
      pairKey({ activity: activity_id, carer: carer_id }),
      // In one order always; sorting thousands of short lists is cheaper here than there.
      { ...standing, students: students.toSorted() },
    ]),
  );
}

/**
 * The attendances of many at once, held until the transaction ends: what two phones say of one person at the
 * same moment is decided one after the other. Taken in the order of ids, so that no two batches wait in a ring.
 */
export async function takeAttendances(
  transaction: WriteTransaction,
  pairs: readonly Pair[],
): Promise<Map<string, Attendance>> {
  const { rows } = await sql<Attendance>`
    select * from attendances
     where id = any(array(
       select came.id
         from ${pairsAsked(pairs)}
        cross join lateral (
          select id from attendances
           where activity_id = asked.activity_id and carer_id = asked.carer_id
           limit 1) as came))
     order by id
       for no key update`.execute(transaction);
  return new Map(
    rows.map((row) => [pairKey({ activity: row.activity_id, carer: row.carer_id }), row]),
  );
}

export type Entry = Pick<
  Attendance,
  | 'id'
  | 'activity_id'
  | 'carer_id'
  | 'registration_id'
  | 'role'
  | 'entered_at'
  | 'entry_method'
  | 'entry_by'
  | 'entry_scan_id'
  | 'note'
  | 'minutes'
>;

/**
 * Fails when another transaction has just checked one of them in (`isTaken`). Written in the order of people, so
 * that no two batches wait in a ring.
 */
export async function insertEntries(
  transaction: WriteTransaction,
  unordered: readonly Entry[],
): Promise<void> {
  if (unordered.length === 0) return;
  const entries = unordered.toSorted((one, other) =>
    one.activity_id + one.carer_id < other.activity_id + other.carer_id ? -1 : 1,
  );
  await sql`
    insert into attendances (id, activity_id, carer_id, registration_id, role, entered_at,
                             entry_method, entry_by, entry_scan_id, note, minutes)
    select * from unnest(
      ${plainArray(entries.map((entry) => entry.id))}::uuid[],
      ${plainArray(entries.map((entry) => entry.activity_id))}::uuid[],
      ${plainArray(entries.map((entry) => entry.carer_id))}::uuid[],
      ${entries.map((entry) => entry.registration_id)}::uuid[],
      ${plainArray(entries.map((entry) => entry.role))}::text[],
      ${plainArray(entries.map((entry) => entry.entered_at))}::timestamptz[],
      ${plainArray(entries.map((entry) => entry.entry_method))}::text[],
      ${plainArray(entries.map((entry) => entry.entry_by))}::uuid[],
      ${plainArray(entries.map((entry) => entry.entry_scan_id))}::uuid[],
      ${entries.map((entry) => entry.note)}::text[],
      ${plainArray(entries.map((entry) => entry.minutes))}::integer[])`.execute(transaction);
}

/** Whether a write failed because somebody's attendance was there already. */
export function isTaken(error: unknown): boolean {
  return error instanceof DatabaseError && error.constraint === 'one_attendance_a_carer';
}

export interface Exit {
  readonly id: string;
  readonly left_at: Date | null;
  readonly minutes: number;
  readonly exit_method: EntryMethod | 'finish';
  readonly exit_by: string;
  readonly exit_scan_id: string | null;
}

/** Settles attendances that the caller holds. */
export async function settleAttendances(
  transaction: WriteTransaction,
  exits: readonly Exit[],
): Promise<void> {
  if (exits.length === 0) return;
  await sql`
    update attendances
       set left_at = given.left_at, minutes = given.minutes, exit_method = given.exit_method,
           exit_by = given.exit_by, exit_scan_id = given.exit_scan_id
      from unnest(
        ${plainArray(exits.map((exit) => exit.id))}::uuid[],
        ${exits.map((exit) => exit.left_at)}::timestamptz[],
        ${exits.map((exit) => exit.minutes)}::integer[],
        ${exits.map((exit) => exit.exit_method)}::text[],
        ${plainArray(exits.map((exit) => exit.exit_by))}::uuid[],
        ${exits.map((exit) => exit.exit_scan_id)}::uuid[])
        as given (id, left_at, minutes, exit_method, exit_by, exit_scan_id)
     where attendances.id = given.id`.execute(transaction);
}

/** Somebody has seen them earlier. */
export async function moveEntry(
  transaction: WriteTransaction,
  id: string,
  entered: Date,
): Promise<void> {
  await transaction
    .updateTable('attendances')
    .set({ entered_at: entered })
    .where('id', '=', id)
    .execute();
}

/** Those who entered and whose minutes nothing has settled, with their children; held until the end. */
export async function takeUnsettled(
  transaction: WriteTransaction,
  activity: string,
): Promise<(Attendance & { students: string[] })[]> {
  const { rows } = await sql<Attendance & { students: string[] }>`
    select attendances.*, ${studentsOfAttendance} as students
      from attendances
     where activity_id = ${activity} and minutes is null
     order by id for no key update`.execute(transaction);
  return rows;
}

/** The children who were there: as staff saw, else those whom the registration is for. */
export const studentsOfAttendance = sql`
  coalesce(attendances.students_present::text[], array(select student_id::text from registration_students as held
         where held.registration_id = attendances.registration_id and held.left_at is null
         order by joined_at, student_id))`;

/** Of an attendance that the caller holds: which children were there too; whoever ticks them has read it before. */
export async function setStudentsPresent(
  transaction: WriteTransaction,
  id: string,
  students: readonly string[],
): Promise<void> {
  await sql`
    update attendances
       set students_present = ${plainArray(students)}::uuid[], ticks_version = ticks_version + 1
     where id = ${id}`.execute(transaction);
}

/** The attendance of one person at one event, with their children; held until the end. */
export async function takeAttendanceOf(
  transaction: WriteTransaction,
  activity: string,
  carer: string,
): Promise<(Attendance & { students: string[] }) | undefined> {
  const { rows } = await sql<Attendance & { students: string[] }>`
    select attendances.*, ${studentsOfAttendance} as students
      from attendances where activity_id = ${activity} and carer_id = ${carer}
       for no key update`.execute(transaction);
  return rows[0];
}

/** The attendances of those who are named for a part and came in another; held until the end. */
export async function takeInAnotherPart(
  transaction: WriteTransaction,
  activity: string,
): Promise<(Attendance & { students: string[]; part: ActivityRoleName })[]> {
  const { rows } = await sql<Attendance & { students: string[]; part: ActivityRoleName }>`
    select attendances.*, ${studentsOfAttendance} as students, activity_helpers.part
      from attendances
      join activity_helpers
        on activity_helpers.activity_id = attendances.activity_id
       and activity_helpers.person_id = attendances.carer_id
     where attendances.activity_id = ${activity}
       and activity_helpers.part <> 'door' and activity_helpers.part <> attendances.role
     order by attendances.id for no key update of attendances`.execute(transaction);
  return rows;
}

export async function updateAttendanceRole(
  transaction: WriteTransaction,
  id: string,
  role: ActivityRoleName,
): Promise<void> {
  await sql`update attendances set role = ${role} where id = ${id}`.execute(transaction);
}

/** Who spoke or helped and was there. */
export async function listThanked(
  transaction: ReadTransaction,
  activity: string,
): Promise<string[]> {
  const { rows } = await sql<{ carer_id: string }>`
    select carer_id from attendances
     where activity_id = ${activity} and role <> 'attendee' and minutes > 0`.execute(transaction);
  return rows.map(({ carer_id }) => carer_id);
}

export async function takeAttendance(
  transaction: WriteTransaction,
  id: string,
): Promise<(Attendance & { students: string[] }) | undefined> {
  const { rows } = await sql<Attendance & { students: string[] }>`
    select attendances.*, ${studentsOfAttendance} as students
      from attendances where id = ${id} for no key update`.execute(transaction);
  return rows[0];
}

export async function findAttendanceWithStudents(
  transaction: ReadTransaction,
  id: string,
): Promise<(Attendance & { students: string[] }) | undefined> {
  const { rows } = await sql<Attendance & { students: string[] }>`
    select attendances.*, ${studentsOfAttendance} as students
      from attendances where id = ${id}`.execute(transaction);
  return rows[0];
}

export async function findAttendance(
  transaction: ReadTransaction,
  id: string,
): Promise<Attendance | undefined> {
  return transaction.selectFrom('attendances').selectAll().where('id', '=', id).executeTakeFirst();
}

export async function hasAttendance(
  transaction: ReadTransaction,
  activity: string,
  carers?: readonly string[],
): Promise<boolean> {
  const { rows } = await sql<{ came: boolean }>`
    select exists (select from attendances where activity_id = ${activity}
      ${carers ? sql`and carer_id = any(${carers}::uuid[])` : sql``}) as came
  `.execute(transaction);
  return rows[0]?.came ?? false;
}

/** The attendances of these people, by carer. */
export async function attendancesOf(
  transaction: ReadTransaction,
  activity: string,
  carers: readonly string[],
): Promise<Map<string, Attendance>> {
  const { rows } = await sql<Attendance>`
    select * from attendances
     where activity_id = ${activity} and carer_id = any(${plainArray(carers)}::uuid[])
  `.execute(transaction);
  return new Map(rows.map((row) => [row.carer_id, row]));
}

/** Of these people, those who have an attendance. */
export async function whoCame(
  transaction: ReadTransaction,
  activity: string,
  carers: readonly string[],
): Promise<Set<string>> {
  const { rows } = await sql<{ carer_id: string }>`
    select carer_id from attendances
     where activity_id = ${activity} and carer_id = any(${plainArray(carers)}::uuid[])
  `.execute(transaction);
  return new Set(rows.map(({ carer_id }) => carer_id));
}

export async function listAttendances(
  transaction: ReadTransaction,
  activities: readonly string[],
): Promise<Attendance[]> {
  return transaction
    .selectFrom('attendances')
    .selectAll()
    .where('activity_id', 'in', activities)
    .execute();
}

export async function countAttendances(
  transaction: ReadTransaction,
  activities: readonly string[],
): Promise<{ entered: number; settled: number }> {
  const { rows } = await sql<{ entered: number; settled: number }>`
    select count(*) as entered, count(minutes) as settled
      from attendances where activity_id = any(${activities}::uuid[])`.execute(transaction);
  return rows[0] ?? { entered: 0, settled: 0 };
}
