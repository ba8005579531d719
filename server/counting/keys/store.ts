import { sql } from 'kysely';
import type { ReadTransaction } from '../../platform/index.ts';

export interface GenerationRow {
  readonly generation: number;
  readonly public_multikey: string;
  readonly ended_at: Date | null;
  readonly ledger_size: number | null;
  readonly handover: string | null;
}

/** The first one first. None: the first key is in force, and there was no other. */
export async function listGenerations(transaction: ReadTransaction): Promise<GenerationRow[]> {
  const { rows } = await sql<GenerationRow>`
    select generation, public_multikey, ended_at, ledger_size, handover
      from key_generations order by generation`.execute(transaction);
  return rows;
}
