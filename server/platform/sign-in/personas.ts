import { sql } from 'kysely';
import type { DistrictDatabase } from '../database/district-database.ts';
import type { ReadTransaction, WriteTransaction } from '../database/transaction.ts';
import type { PersonKind } from './tables.ts';

/** A made-up person of the demo, by the word under which they sign in. */
export interface Persona {
  readonly persona: string;
  readonly person: string;
  readonly kind: PersonKind;
}

/** The demo's loader says who plays whom; what was said before is forgotten. */
export async function setPersonas(
  transaction: WriteTransaction,
  personas: readonly Persona[],
): Promise<void> {
  await transaction.deleteFrom('demo_personas').execute();
  for (const { persona, person: person_id, kind } of personas) {
    await transaction.insertInto('demo_personas').values({ persona, person_id, kind }).execute();
  }
}

export async function listPersonas(transaction: ReadTransaction): Promise<Persona[]> {
  return transaction
    .selectFrom('demo_personas')
    .select(['persona', 'person_id as person', 'kind'])
    .orderBy('persona')
    .execute();
}

/** How many there are: a production start wants none. */
export async function countPersonas(database: DistrictDatabase): Promise<number> {
  return database.read({ person: null, reach: [] }, async (transaction) => {
    const { rows } = await sql<{ count: number }>`
      select count(*) as count from demo_personas`.execute(transaction);
    return rows[0]?.count ?? 0;
  });
}
