import { sql } from 'kysely';
import { newId, type WriteTransaction } from '../../../platform/index.ts';
import type { Purpose } from '../states.ts';

export interface Question {
  readonly id: string;
  readonly student: string;
}

/** Opens a question for each of these children, unless one about this event and purpose is open; gives the new ones. */
export async function openQuestions(
  transaction: WriteTransaction,
  {
    activity,
    students,
    purpose,
    at,
  }: { activity: string; students: readonly string[]; purpose: Purpose; at: Date },
): Promise<Question[]> {
  if (students.length === 0) return [];
  const { rows } = await sql<Question>`
    insert into picture_questions (id, activity_id, student_id, purpose, asked_at)
    select id, ${activity}::uuid, student, ${purpose}, ${at}
      from unnest(${students.map(() => newId())}::uuid[], ${students}::uuid[]) as asked (id, student)
    on conflict do nothing
    returning id, student_id as student`.execute(transaction);
  return rows;
}

/** A carer has answered: closes what was asked about the child for that purpose, at whatever event. */
export async function closeAnswered(
  transaction: WriteTransaction,
  { student, purpose, at }: { student: string; purpose: Purpose; at: Date },
): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    update picture_questions set closed_at = ${at}
     where student_id = ${student} and purpose = ${purpose} and closed_at is null
    returning id`.execute(transaction);
  return rows.map(({ id }) => id);
}

/** Closes what was asked about children whom no photo of the event shows any more. */
export async function closeWithdrawn(
  transaction: WriteTransaction,
  { activity, at }: { activity: string; at: Date },
): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    update picture_questions set closed_at = ${at}
     where activity_id = ${activity} and closed_at is null
       and not exists (
         select from photo_children join activity_photos on activity_photos.id = photo_id
          where activity_photos.activity_id = picture_questions.activity_id
            and photo_children.student_id = picture_questions.student_id)
    returning id`.execute(transaction);
  return rows.map(({ id }) => id);
}
