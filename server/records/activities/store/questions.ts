import { sql } from 'kysely';
import {
  newId,
  plainArray,
  type ReadTransaction,
  type Sealing,
  type WriteTransaction,
} from '../../../platform/index.ts';
import type { Answer, Question } from '../rules/check-answers.ts';

const PURPOSE = 'activities.answer';

/** What the host asks, in order; of a session, what is asked for the whole. */
export async function listQuestions(
  transaction: ReadTransaction,
  activity: string,
): Promise<Question[]> {
  const { rows } = await sql<Question>`
    select id, kind, label, choices, is_required from activity_questions
     where activity_id = (select coalesce(part_of, id) from activities where id = ${activity})
     order by place`.execute(transaction);
  return rows;
}

/** Whether anybody has ever signed up for it or for a session of it. */
export async function hasSignUps(transaction: ReadTransaction, activity: string): Promise<boolean> {
  const { rows } = await sql`
    select from activities
     where (id = ${activity} or part_of = ${activity}) and last_queue_number > 0
     limit 1`.execute(transaction);
  return rows.length > 0;
}

/** In place of all that was asked before. */
export async function replaceQuestions(
  transaction: WriteTransaction,
  activity: string,
  questions: readonly Omit<Question, 'id'>[],
): Promise<void> {
  await sql`delete from activity_questions where activity_id = ${activity}`.execute(transaction);
  for (const [index, { kind, label, choices, is_required }] of questions.entries()) {
    await sql`
      insert into activity_questions (id, activity_id, place, kind, label, choices, is_required)
      values (${newId()}, ${activity}, ${index + 1}, ${kind}, ${label}, ${choices}::text[],
              ${is_required})`.execute(transaction);
  }
}

/** What one household says. */
export interface Answered {
  readonly registration: string;
  readonly answers: readonly Answer[];
  readonly by: string;
  readonly at: Date;
}

/** Seals and keeps what households answered; a newer answer takes the place of the older. */
export async function putAnswers(
  transaction: WriteTransaction,
  sealing: Sealing,
  answered: readonly Answered[],
): Promise<void> {
  const latest = new Map(
    answered.flatMap(({ registration, answers, by, at }) =>
      answers.map(({ question_id: question, values }) => [
        `${registration} ${question}`,
        { registration, question, values, by, at },
      ]),
    ),
  );
  const rows = [...latest.values()];
  if (rows.length === 0) return;
  await sql`
    insert into registration_answers (registration_id, question_id, answer, answered_by, answered_at)
    select * from unnest(
      ${plainArray(rows.map(({ registration }) => registration))}::uuid[],
      ${plainArray(rows.map(({ question }) => question))}::uuid[],
      ${rows.map(({ values }) => sealing.seal(PURPOSE, JSON.stringify(values)))}::bytea[],
      ${plainArray(rows.map(({ by }) => by))}::uuid[],
      ${plainArray(rows.map(({ at }) => at))}::timestamptz[])
    on conflict (registration_id, question_id) do update
      set answer = excluded.answer, answered_by = excluded.answered_by,
          answered_at = excluded.answered_at`.execute(transaction);
}

/** What was chosen or written. */
export function openAnswer(sealing: Sealing, answer: Buffer): string[] {
  return JSON.parse(sealing.open(PURPOSE, answer)) as string[];
}

/** A household takes all of its answers back, to give others. */
export async function removeAnswers(
  transaction: WriteTransaction,
  registration: string,
): Promise<void> {
  await sql`delete from registration_answers where registration_id = ${registration}`.execute(
    transaction,
  );
}

/** Deletes the answers to questions of events that ended before an instant; gives to how many questions. */
export async function forgetAnswersBefore(
  transaction: WriteTransaction,
  { endedBefore, at, most }: { endedBefore: Date; at: Date; most: number },
): Promise<number> {
  const { rows } = await sql<{ id: string }>`
    update activity_questions set forgotten_at = ${at}
     where id in (select activity_questions.id
                    from activity_questions join activities on activities.id = activity_id
                   where forgotten_at is null and ends_at < ${endedBefore} limit ${most})
    returning id`.execute(transaction);
  const questions = rows.map(({ id }) => id);
  if (questions.length === 0) return 0;
  await sql`delete from registration_answers where question_id = any(${plainArray(questions)}::uuid[])`.execute(
    transaction,
  );
  return questions.length;
}

/** What these households answered, opened. */
export async function answersOf(
  transaction: ReadTransaction,
  sealing: Sealing,
  registrations: readonly string[],
): Promise<Map<string, Answer[]>> {
  if (registrations.length === 0) return new Map();
  const { rows } = await sql<{ registration_id: string; question_id: string; answer: Buffer }>`
    select registration_id, question_id, answer
      from registration_answers join activity_questions on activity_questions.id = question_id
     where registration_id = any(${plainArray(registrations)}::uuid[])
     order by place`.execute(transaction);
  const answers = new Map<string, Answer[]>();
  for (const { registration_id, question_id, answer } of rows) {
    const values = openAnswer(sealing, answer);
    answers.set(registration_id, [
      ...(answers.get(registration_id) ?? []),
      { question_id, values },
    ]);
  }
  return answers;
}

/** The same questions for copies of an activity. */
export async function copyQuestions(
  transaction: WriteTransaction,
  from: string,
  copies: readonly string[],
): Promise<void> {
  const questions = await listQuestions(transaction, from);
  if (questions.length === 0) return;
  for (const copy of copies) await replaceQuestions(transaction, copy, questions);
}
