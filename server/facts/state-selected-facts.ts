import { type RawBuilder, sql } from 'kysely';
import type { WriteTransaction } from '../platform/index.ts';

/**
 * States as facts what a query selects (`id, kind, at, organisation_id, subject_id, actor_id, quantity, source,
 * attributes`): for those who change hundreds of thousands of rows in one transaction. Gives how many. An `id`
 * that is null is made here; a row that is stated once for good may lend the fact its own.
 *
 * Cost: one statement; ids are UUIDv7 made by the database, which knows no such function before version 18.
 */
export async function stateSelectedFacts(
  transaction: WriteTransaction,
  selected: RawBuilder<unknown>,
): Promise<number> {
  const { numAffectedRows } = await sql`
    insert into stated_facts
      (id, kind, at, organisation_id, subject_id, actor_id, quantity, source, attributes)
    select coalesce(selected.id, encode(set_bit(set_bit(overlay(
             uuid_send(gen_random_uuid())
             placing substring(int8send((extract(epoch from clock_timestamp()) * 1000)::bigint) from 3)
             from 1 for 6), 52, 1), 53, 1), 'hex')::uuid),
           kind, at, organisation_id, subject_id, actor_id, quantity, source, attributes
      from (${selected}) as selected`.execute(transaction);
  return Number(numAffectedRows ?? 0);
}
