import { sql } from 'kysely';
import type { ReadTransaction } from '../platform/index.ts';
import { type Capability, matrix, type PostRole, type Role } from './access/index.ts';

/**
 * Who holds a capability by a post at a place or, where nobody does there, at the nearest place above it that has
 * somebody: whom to turn to about it.
 */
export async function nearestStaff(
  transaction: ReadTransaction,
  capability: Capability,
  lineage: readonly string[],
): Promise<string[]> {
  const { rows } = await sql<{ person_id: string; organisation_id: string }>`
    select distinct person_id, organisation_id from posts
     where organisation_id = any(${lineage}::uuid[]) and ended_on is null
       and role = any(${rolesWith(capability)}::text[])`.execute(transaction);
  const nearest = lineage.findLast((place) => rows.some((row) => row.organisation_id === place));
  return rows
    .filter(({ organisation_id }) => organisation_id === nearest)
    .map(({ person_id }) => person_id);
}

function rolesWith(capability: Capability): PostRole[] {
  return (Object.keys(matrix) as Role[]).filter(
    (role): role is PostRole =>
      role !== 'carer' && role !== 'student' && matrix[role][capability] !== undefined,
  );
}
