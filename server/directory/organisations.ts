import { sql } from 'kysely';
import { NotFound, type ReadTransaction } from '../platform/index.ts';
import type { OrganisationKind, Stage } from './tables.ts';

export interface Organisation {
  readonly id: string;
  readonly kind: OrganisationKind;
  readonly parent_id: string | null;
  readonly lineage: string[];
  readonly name: string;
  readonly stage: Stage | null;
}

const columns = ['id', 'kind', 'parent_id', 'lineage', 'name', 'stage'] as const;

export async function findOrganisation(
  transaction: ReadTransaction,
  id: string,
): Promise<Organisation | undefined> {
  return transaction
    .selectFrom('organisations')
    .select(columns)
    .where('id', '=', id)
    .executeTakeFirst();
}

/** Refuses when there is none. */
export async function getOrganisation(
  transaction: ReadTransaction,
  id: string,
): Promise<Organisation> {
  const found = await findOrganisation(transaction, id);
  if (!found) throw NotFound();
  return found;
}

/** The organisation's children in the tree, or the district itself when no parent is given. */
export async function listOrganisationsBelow(
  transaction: ReadTransaction,
  parent: string | null,
): Promise<Organisation[]> {
  return (
    transaction
      .selectFrom('organisations')
      .select(columns)
      .where('parent_id', parent === null ? 'is' : '=', parent)
      .where('closed_on', 'is', null)
      .orderBy('kind')
      // The youngest grade first, as people count them.
      .orderBy('entered_in', (order) => order.desc().nullsLast())
      .orderBy('name')
      .execute()
  );
}

/** Organisations by their ids, from the top down. */
export async function organisationsOf(
  transaction: ReadTransaction,
  ids: readonly string[],
): Promise<Organisation[]> {
  const { rows } = await sql<Organisation>`
    select id, kind, parent_id, lineage, name, stage from organisations
     where id = any(${ids}::uuid[]) order by cardinality(lineage)`.execute(transaction);
  return rows;
}

export async function namesOfOrganisations(
  transaction: ReadTransaction,
  ids: readonly string[],
): Promise<Map<string, string>> {
  const rows = await transaction
    .selectFrom('organisations')
    .select(['id', 'name'])
    .where('id', 'in', [...ids, NIL])
    .execute();
  return new Map(rows.map(({ id, name }) => [id, name]));
}

/** From the district down to each, itself included. */
export async function lineagesOfOrganisations(
  transaction: ReadTransaction,
  ids: readonly string[],
): Promise<Map<string, string[]>> {
  const rows = await transaction
    .selectFrom('organisations')
    .select(['id', 'lineage'])
    .where('id', 'in', [...ids, NIL])
    .execute();
  return new Map(rows.map(({ id, lineage }) => [id, lineage]));
}

/** No organisation has it: it keeps an empty list from being an empty `in ()`. */
const NIL = '00000000-0000-0000-0000-000000000000';

/** The open classes of some places of the tree, the youngest grade first. */
export async function listClassesWithin(
  transaction: ReadTransaction,
  places: readonly string[],
): Promise<Organisation[]> {
  const { rows } = await sql<Organisation>`
    select id, kind, parent_id, lineage, name, stage from organisations
     where kind = 'class' and closed_on is null and lineage && ${places}::uuid[]
     order by entered_in desc nulls last, name, id`.execute(transaction);
  return rows;
}

/** The organisation that has no parent: the district itself. */
export async function getDistrict(transaction: ReadTransaction): Promise<Organisation> {
  return transaction
    .selectFrom('organisations')
    .select(columns)
    .where('parent_id', 'is', null)
    .executeTakeFirstOrThrow();
}

/** The school or kindergarten in a lineage; undefined for offices. */
export async function schoolIn(
  transaction: ReadTransaction,
  lineage: readonly string[],
): Promise<Organisation | undefined> {
  return transaction
    .selectFrom('organisations')
    .select(columns)
    .where('id', 'in', [...lineage])
    .where('kind', 'in', ['school', 'kindergarten'])
    .executeTakeFirst();
}
