import { sql } from 'kysely';
import { studentsWithin } from '../../directory/index.ts';
import type { ReadTransaction, WriteTransaction } from '../../platform/index.ts';
import type { TalkRow } from './tables.ts';

export interface Expected {
  readonly student: string;
  readonly name: string;
  readonly answer: 'cannot' | 'other-carer' | null;
  readonly reason: string | null;
  /** With whom it was made up for. */
  readonly talked_with: string | null;
}

/** The children of a class with their families' last answer, by name; as far as row-level security shows them. */
export async function listExpected(
  transaction: ReadTransaction,
  meeting: string,
  schoolClass: string,
): Promise<Expected[]> {
  const { rows } = await sql<Expected>`
    select child.id as student, child.name, said.answer, said.reason,
           talk.carer_id as talked_with
      from ${studentsWithin({ within: [schoolClass] })} as child
      left join lateral (
        select answer, reason from meeting_answers
         where activity_id = ${meeting} and student_id = child.id
         order by answered_at desc limit 1) as said on true
      left join meeting_talks as talk
        on talk.activity_id = ${meeting} and talk.student_id = child.id
     order by child.name_in_order, child.id`.execute(transaction);
  return rows;
}

export async function listAnswersOf(
  transaction: ReadTransaction,
  meeting: string,
  carer: string,
): Promise<{ student_id: string; answer: 'cannot' | 'other-carer'; reason: string }[]> {
  return transaction
    .selectFrom('meeting_answers')
    .select(['student_id', 'answer', 'reason'])
    .where('activity_id', '=', meeting)
    .where('carer_id', '=', carer)
    .execute();
}

/** A later answer takes the place of an earlier one. */
export async function writeAnswer(
  transaction: WriteTransaction,
  answer: {
    activity_id: string;
    student_id: string;
    carer_id: string;
    answer: 'cannot' | 'other-carer';
    reason: string;
    answered_at: Date;
  },
): Promise<void> {
  const { activity_id: _, student_id: __, carer_id: ___, ...said } = answer;
  await transaction
    .insertInto('meeting_answers')
    .values(answer)
    .onConflict((conflict) =>
      conflict.columns(['activity_id', 'student_id', 'carer_id']).doUpdateSet(said),
    )
    .execute();
}

/** Whether it was written: a family is talked with once. */
export async function insertTalk(transaction: WriteTransaction, talk: TalkRow): Promise<boolean> {
  const made = await transaction
    .insertInto('meeting_talks')
    .values(talk)
    .onConflict((conflict) => conflict.columns(['activity_id', 'student_id']).doNothing())
    .returning('id')
    .executeTakeFirst();
  return made !== undefined;
}
