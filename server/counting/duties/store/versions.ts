import { type RawBuilder, sql } from 'kysely';
import {
  plainArray,
  type ReadTransaction,
  type WriteTransaction,
} from '../../../platform/index.ts';

/** Stands for all places at once. */
const EVERYWHERE = '00000000-0000-0000-0000-000000000000';

/**
 * What stands of each place's tallies, as a word that differs after whatever changes a figure there. By it who keeps a
 * board knows, exactly, whether it still holds.
 */
export async function versionsAt(
  transaction: ReadTransaction,
  places: readonly string[],
): Promise<(place: string) => string> {
  const { rows } = await sql<{ place: string; version: string }>`
    select place, version from duty_versions
     where place = any(${plainArray([EVERYWHERE, ...places])}::uuid[])`.execute(transaction);
  const versions = new Map(rows.map(({ place, version }) => [place, version]));
  return (place) => `${versions.get(EVERYWHERE) ?? ''}.${versions.get(place) ?? ''}`;
}

/** The end of a statement that has changed tallies: their places, of a relation that names them, are of another version. */
export function placesChanged(relation: RawBuilder<unknown>): RawBuilder<unknown> {
  return sql`
    insert into duty_versions as own (place, version)
    select place, gen_random_uuid() from (select distinct place from ${relation}) as changed
    on conflict (place) do update set version = excluded.version`;
}

/** The same of every place, if the relation has a row. */
export function everywhereChanged(relation: RawBuilder<unknown>): RawBuilder<unknown> {
  return sql`
    insert into duty_versions as own (place, version)
    select ${EVERYWHERE}::uuid, gen_random_uuid() where exists (select from ${relation})
    on conflict (place) do update set version = excluded.version`;
}

/** Some organisations and all above them are of another version. */
export async function aroundChanged(
  transaction: WriteTransaction,
  organisations: readonly string[],
): Promise<void> {
  if (organisations.length === 0) return;
  await sql`
    with around as (
      select unnest(lineage) as place from duty_places
       where id = any(${plainArray(organisations)}::uuid[])
    ) ${placesChanged(sql`around`)}`.execute(transaction);
}
