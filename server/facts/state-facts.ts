import { sql } from 'kysely';
import { newId, plainArray, type WriteTransaction } from '../platform/index.ts';
import type { FactStatement } from './fact.ts';

/**
 * States facts in the transaction of the record they come from: when that commits, they are durable, and the
 * counters will have them within a second. Stating the same source again changes nothing.
 *
 * Cost: one statement, whatever the number. Gives the ids in the order of the statements.
 */
export async function stateFacts(
  transaction: WriteTransaction,
  statements: readonly FactStatement[],
): Promise<string[]> {
  if (statements.length === 0) return [];
  const ids = statements.map(() => newId());
  await insertStated(transaction, statements, ids, null);
  return ids;
}

/** The insert that statements and reversals share; `reverses` runs parallel to the statements. */
export async function insertStated(
  transaction: WriteTransaction,
  statements: readonly FactStatement[],
  ids: readonly string[],
  reverses: readonly string[] | null,
): Promise<void> {
  await sql`
    insert into stated_facts
      (id, kind, at, organisation_id, subject_id, actor_id, quantity, source, attributes, reverses)
    select *
      from unnest(
        ${plainArray(ids)}::uuid[],
        ${plainArray(statements.map((fact) => fact.kind))}::text[],
        ${plainArray(statements.map((fact) => fact.at))}::timestamptz[],
        ${plainArray(statements.map((fact) => fact.organisation))}::uuid[],
        ${plainArray(statements.map((fact) => fact.subject))}::uuid[],
        ${plainArray(statements.map((fact) => fact.actor ?? null))}::uuid[],
        ${plainArray(statements.map((fact) => fact.quantity))}::integer[],
        ${statements.map((fact) => fact.source)}::text[],
        ${statements.map((fact) => JSON.stringify(fact.attributes ?? {}))}::jsonb[],
        ${plainArray(reverses ?? statements.map(() => null))}::uuid[])`.execute(transaction);
}
