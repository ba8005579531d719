import { sql } from 'kysely';
import type { ActivityRoleName } from '../../../plan/index.ts';
import { plainArray, type WriteTransaction } from '../../../platform/index.ts';
import type { RegistrationState } from '../states.ts';

/** What seating some households writes. */
export interface Seating {
  readonly registrations: {
    readonly registration: string;
    readonly state: RegistrationState;
    readonly queue_number: number;
    readonly waiting_rank: number;
    readonly by: string;
    readonly at: Date;
  }[];
  readonly carers: {
    readonly registration: string;
    readonly carer: string;
    readonly role: ActivityRoleName;
    readonly at: Date;
  }[];
  readonly students: {
    readonly registration: string;
    readonly student: string;
    readonly at: Date;
  }[];
  /** Other parts for carers who stand there already. */
  readonly roles: {
    readonly registration: string;
    readonly carer: string;
    readonly role: ActivityRoleName;
  }[];
}

/** Writes it down, each table in one statement. The caller holds the activity. */
export async function writeSeating(
  transaction: WriteTransaction,
  activity: string,
  seating: Seating,
): Promise<void> {
  await Promise.all([
    insertRegistrations(transaction, activity, seating.registrations),
    insertCarers(transaction, activity, seating.carers),
    insertStudents(transaction, activity, seating.students),
  ]);
  await updateRoles(transaction, seating.roles);
}

async function insertRegistrations(
  transaction: WriteTransaction,
  activity: string,
  made: Seating['registrations'],
): Promise<void> {
  if (made.length === 0) return;
  await sql`
    insert into registrations (id, activity_id, state, queue_number, waiting_rank, made_by, made_at)
    select id, ${activity}::uuid, state, queue_number, waiting_rank, made_by, made_at
      from unnest(
        ${plainArray(made.map(({ registration }) => registration))}::uuid[],
        ${plainArray(made.map(({ state }) => state))}::text[],
        ${plainArray(made.map(({ queue_number }) => queue_number))}::integer[],
        ${plainArray(made.map(({ waiting_rank }) => waiting_rank))}::smallint[],
        ${plainArray(made.map(({ by }) => by))}::uuid[],
        ${plainArray(made.map(({ at }) => at))}::timestamptz[])
        as made (id, state, queue_number, waiting_rank, made_by, made_at)`.execute(transaction);
}

async function insertCarers(
  transaction: WriteTransaction,
  activity: string,
  joining: Seating['carers'],
): Promise<void> {
  if (joining.length === 0) return;
  await sql`
    insert into registration_carers (registration_id, carer_id, activity_id, role, joined_at)
    select registration_id, carer_id, ${activity}::uuid, role, joined_at
      from unnest(
        ${plainArray(joining.map(({ registration }) => registration))}::uuid[],
        ${plainArray(joining.map(({ carer }) => carer))}::uuid[],
        ${plainArray(joining.map(({ role }) => role))}::text[],
        ${plainArray(joining.map(({ at }) => at))}::timestamptz[])
        as joining (registration_id, carer_id, role, joined_at)`.execute(transaction);
}

async function insertStudents(
  transaction: WriteTransaction,
  activity: string,
  joining: Seating['students'],
): Promise<void> {
  if (joining.length === 0) return;
  await sql`
    insert into registration_students (registration_id, student_id, activity_id, joined_at)
    select registration_id, student_id, ${activity}::uuid, joined_at
      from unnest(
        ${plainArray(joining.map(({ registration }) => registration))}::uuid[],
        ${plainArray(joining.map(({ student }) => student))}::uuid[],
        ${plainArray(joining.map(({ at }) => at))}::timestamptz[])
        as joining (registration_id, student_id, joined_at)`.execute(transaction);
}

/** The last that was said of somebody stands. */
async function updateRoles(transaction: WriteTransaction, roles: Seating['roles']): Promise<void> {
  const last = [...new Map(roles.map((one) => [one.carer, one])).values()];
  if (last.length === 0) return;
  await sql`
    update registration_carers as own set role = given.role
      from unnest(
        ${plainArray(last.map(({ registration }) => registration))}::uuid[],
        ${plainArray(last.map(({ carer }) => carer))}::uuid[],
        ${plainArray(last.map(({ role }) => role))}::text[])
        as given (registration_id, carer_id, role)
     where own.registration_id = given.registration_id and own.carer_id = given.carer_id
       and own.left_at is null`.execute(transaction);
}
