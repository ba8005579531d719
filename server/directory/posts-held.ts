import { sql } from 'kysely';
import type { ReadTransaction } from '../platform/index.ts';
import type { PostRole } from './access/index.ts';

/** One role at one organisation, and who holds it. */
export interface HeldRole<Role extends PostRole> {
  readonly role: Role;
  readonly organisation: string;
  readonly lineage: readonly string[];
  readonly people: readonly string[];
}

/**
 * Who holds these roles now: at some organisations, above them and below them; everywhere in the district when no
 * organisation is given.
 */
export async function postsHeld<Role extends PostRole>(
  transaction: ReadTransaction,
  roles: readonly Role[],
  around?: readonly string[],
): Promise<HeldRole<Role>[]> {
  const { rows } = await sql<HeldRole<Role>>`
    ${around ? sql`with recursive below as (${walk(around)})` : sql``}
    select posts.role, posts.organisation_id as organisation, organisations.lineage,
           array_agg(distinct posts.person_id) as people
      from posts join organisations on organisations.id = posts.organisation_id
     where posts.ended_on is null and posts.role = any(${roles}::text[])
       and ${around ? sql`posts.organisation_id in (select unnest(lineage) from below)` : sql`true`}
     group by posts.role, posts.organisation_id, organisations.lineage
     order by cardinality(organisations.lineage), posts.organisation_id, posts.role`.execute(
    transaction,
  );
  return rows;
}

/** Some organisations and whatever is below them, step by step: a class has nothing below to be looked for. */
function walk(around: readonly string[]) {
  return sql`
    select id, lineage from organisations where id = any(${around}::uuid[])
    union
    select next.id, next.lineage
      from organisations next join below on next.parent_id = below.id`;
}
