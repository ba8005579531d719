import { type RawBuilder, sql } from 'kysely';
import { DatabaseError } from 'pg';
import type { DistrictDatabase } from '../platform/index.ts';
import { movePlace, takePlace } from './store.ts';

/**
 * The sequencer's one step: moves up to `most` committed facts into the log and gives them the next places.
 * A source that stands in the log already is dropped, so places have no gaps and one source is one fact.
 * Gives how many it took off the stated ones.
 *
 * Cost: one transaction of four statements for thousands of facts. Nearly every fact is fresh, so the log's own
 * constraints are asked; only a step that meets a source again looks for each.
 */
export async function placeStatedFacts(database: DistrictDatabase, most: number): Promise<number> {
  try {
    return await placeTaken(database, most, sql`taken`);
  } catch (error) {
    if (!isKnownAlready(error)) throw error;
    return placeTaken(database, most, freshOnes);
  }
}

/** Of a source that was stated twice the first; none that stands in the log or takes back what is taken back. */
const freshOnes = sql`(
  select * from (select distinct on (source) * from taken order by source, id) as stated
   where not exists (select from facts where facts.source = stated.source)
     and not exists (select from facts where facts.reverses = stated.reverses)) as fresh`;

function placeTaken(
  database: DistrictDatabase,
  most: number,
  fresh: RawBuilder<unknown>,
): Promise<number> {
  return database.count(async (transaction) => {
    const last = await takePlace(transaction, 'sequencer');
    const { rows } = await sql<{ taken: number; placed: number }>`
      with taken as (
        delete from stated_facts
         where ctid = any(array(select ctid from stated_facts order by id limit ${most}))
        returning *
      ), placed as (
        insert into facts (place, id, kind, at, organisation_id, subject_id, actor_id, quantity,
                           source, reverses, attributes, stated_at)
        select ${last} + row_number() over (order by id),
               id, kind, at, organisation_id, subject_id, actor_id, quantity,
               source, reverses, attributes, stated_at
          from ${fresh}
        returning place
      )
      select (select count(*) from taken) as taken, (select count(*) from placed) as placed
    `.execute(transaction);
    const { taken, placed } = rows[0] ?? { taken: 0, placed: 0 };
    if (placed > 0) await movePlace(transaction, 'sequencer', last + placed);
    return taken;
  });
}

function isKnownAlready(error: unknown): boolean {
  const unique = ['one_source_one_fact', 'reversed_once'];
  return error instanceof DatabaseError && unique.includes(error.constraint ?? '');
}
