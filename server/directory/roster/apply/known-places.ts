import type { ClientBase } from 'pg';
import type { RosterSystem } from '../roster.ts';
import type { KnownOrganisation, KnownPlaces } from './place-organisations.ts';

/** The district's organisations, a few thousand, and the keys that this source has given them. */
export async function findKnownPlaces(
  client: ClientBase,
  system: RosterSystem,
  importer: Pick<KnownPlaces, 'reach' | 'today'>,
): Promise<KnownPlaces> {
  const organisations = await client.query<KnownOrganisation>(
    `select id, kind, parent_id, lineage, name, code, stage, entered_in, closed_on
       from organisations order by cardinality(lineage), id`,
  );
  const keys = await client.query<{ key: string; entity_id: string }>(
    `select key, entity_id from external_keys where source = $1 and kind = 'organisation'`,
    [system],
  );
  return {
    ...importer,
    organisations: organisations.rows,
    keys: new Map(keys.rows.map(({ key, entity_id }) => [key, entity_id])),
  };
}
