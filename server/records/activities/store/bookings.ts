import { sql } from 'kysely';
import type { ReadTransaction, WriteTransaction } from '../../../platform/index.ts';
import type { RegistrationState } from '../states.ts';

/** A family's slot with its counsellor. Row-level security gives it to these two sides and to nobody else. */
export interface Booking {
  readonly registration: string;
  readonly state: RegistrationState;
  readonly carers: string[];
  readonly students: string[];
  readonly note_sealed: Buffer | null;
  readonly minutes: number | null;
}

export async function findBooking(
  transaction: ReadTransaction,
  slot: string,
): Promise<Booking | undefined> {
  const { rows } = await sql<Booking>`
    select registrations.id as registration, registrations.state, note_sealed,
           array(select carer_id::text from registration_carers as held
                  where held.registration_id = registrations.id and held.left_at is null) as carers,
           array(select student_id::text from registration_students as held
                  where held.registration_id = registrations.id and held.left_at is null
                  order by joined_at, student_id) as students,
           (select minutes from attendances
             where attendances.registration_id = registrations.id limit 1) as minutes
      from registrations
     where activity_id = ${slot} and state = 'registered'`.execute(transaction);
  return rows[0];
}

export interface NewBooking {
  readonly id: string;
  readonly slot: string;
  readonly queueNumber: number;
  readonly carer: string;
  readonly students: readonly string[];
  readonly noteSealed: Buffer | null;
  /** The counsellor and the carer. */
  readonly privateTo: readonly string[];
  readonly by: string;
  readonly at: Date;
}

export async function insertBooking(
  transaction: WriteTransaction,
  { id, slot, queueNumber, carer, students, noteSealed, privateTo, by, at }: NewBooking,
): Promise<void> {
  await sql`
    with registration as (
      insert into registrations (id, activity_id, state, queue_number, made_by, made_at,
                                 private_to, note_sealed)
      values (${id}, ${slot}, 'registered', ${queueNumber}, ${by}, ${at},
              ${privateTo}::uuid[], ${noteSealed})
    ), carer as (
      insert into registration_carers (registration_id, carer_id, activity_id, role, joined_at,
                                       private_to)
      values (${id}, ${carer}, ${slot}, 'attendee', ${at}, ${privateTo}::uuid[])
    )
    insert into registration_students (registration_id, student_id, activity_id, joined_at,
                                       private_to)
    select ${id}::uuid, student, ${slot}::uuid, ${at}::timestamptz, ${privateTo}::uuid[]
      from unnest(${students}::uuid[]) as student`.execute(transaction);
}

export interface NewMeeting {
  readonly id: string;
  readonly slot: string;
  readonly registration: string;
  readonly carer: string;
  readonly from: Date;
  readonly until: Date;
  readonly minutes: number;
  readonly privateTo: readonly string[];
  readonly by: string;
}

/** The counsellor says that they met: entry and exit at once. */
export async function insertMeeting(
  transaction: WriteTransaction,
  { id, slot, registration, carer, from, until, minutes, privateTo, by }: NewMeeting,
): Promise<void> {
  await sql`
    insert into attendances (id, activity_id, carer_id, registration_id, role, entered_at,
                             entry_method, entry_by, left_at, exit_method, exit_by, minutes,
                             private_to)
    values (${id}, ${slot}, ${carer}, ${registration}, 'attendee', ${from}, 'staff', ${by},
            ${until}, 'staff', ${by}, ${minutes}, ${privateTo}::uuid[])`.execute(transaction);
}
