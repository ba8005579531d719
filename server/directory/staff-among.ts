import { sql } from 'kysely';
import type { ReadTransaction } from '../platform/index.ts';

/** Which of these people work at a place: by an open post there, above it or below it. */
export async function staffAmong(
  transaction: ReadTransaction,
  people: readonly string[],
  lineage: readonly string[],
): Promise<string[]> {
  const { rows } = await sql<{ person_id: string }>`
    select distinct person_id
      from posts join organisations on organisations.id = organisation_id
     where person_id = any(${people}::uuid[]) and ended_on is null
       and (organisations.id = any(${lineage}::uuid[])
            or ${lineage.at(-1) ?? null}::uuid = any(organisations.lineage))`.execute(transaction);
  return rows.map(({ person_id }) => person_id);
}
