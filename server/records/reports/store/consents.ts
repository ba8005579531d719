import { sql } from 'kysely';
import { newId, type ReadTransaction, type WriteTransaction } from '../../../platform/index.ts';
import type { ConsentDecision } from '../rules/consent.ts';

/** The newest decision of each carer for each purpose, of many children at once. */
export async function listDecisions(
  transaction: ReadTransaction,
  students: readonly string[],
): Promise<ConsentDecision[]> {
  const { rows } = await sql<ConsentDecision>`
    select distinct on (student_id, purpose, carer_id)
           student_id as student, carer_id as carer, purpose, is_given, decided_at
      from picture_consents where student_id = any(${students}::uuid[])
     order by student_id, purpose, carer_id, id desc`.execute(transaction);
  return rows;
}

export async function insertDecision(
  transaction: WriteTransaction,
  { student, carer, purpose, is_given, decided_at }: ConsentDecision,
): Promise<void> {
  await transaction
    .insertInto('picture_consents')
    .values({ id: newId(), student_id: student, carer_id: carer, purpose, is_given, decided_at })
    .execute();
}

/**
 * Holds what is said of these children until the transaction ends: a family that answers in the moment in which it is
 * being asked has answered.
 */
export async function holdConsents(
  transaction: WriteTransaction,
  students: readonly string[],
): Promise<void> {
  const inOrder = [...new Set(students)].sort();
  await sql`
    select pg_advisory_xact_lock(hashtextextended(student, 83))
      from unnest(${inOrder}::text[]) as student`.execute(transaction);
}
