import { sql } from 'kysely';
import type { ReadTransaction } from '../../platform/index.ts';
import { studentsOfAttendance } from './store/attendances.ts';

/** Who was at an event, or at any of its sessions. */
export interface Present {
  /** Households of which somebody was there for a time that counts; who only spoke is none. */
  readonly families: number;
  /** The children who were there, as the door saw, else those signed up; each with the carer who came. */
  readonly students: ReadonlyMap<string, string>;
}

const isThere = (activity: string) => sql`
  minutes > 0 and activity_id in (
    select id from activities where id = ${activity} or part_of = ${activity})`;

export async function listPresent(
  transaction: ReadTransaction,
  activity: string,
): Promise<Present> {
  const { rows } = await sql<{ carer: string; household: string | null; students: string[] }>`
    select carer_id as carer,
           case when role <> 'speaker' or registration_id is not null
                then coalesce(registration_id, id)::text end as household,
           ${studentsOfAttendance} as students
      from attendances where ${isThere(activity)}
     order by entered_at, id`.execute(transaction);
  const students = new Map<string, string>();
  for (const row of rows) {
    for (const student of row.students)
      if (!students.has(student)) students.set(student, row.carer);
  }
  const households = new Set(rows.flatMap(({ household }) => household ?? []));
  return { families: households.size, students };
}

/** Whether somebody was at an event or at one of its sessions, in whatever part, for a time that counts. */
export async function wasPresent(
  transaction: ReadTransaction,
  activity: string,
  person: string,
): Promise<boolean> {
  const { rows } = await sql`
    select from attendances where carer_id = ${person} and ${isThere(activity)} limit 1`.execute(
    transaction,
  );
  return rows.length > 0;
}
