import { sql } from 'kysely';
import type { WriteTransaction } from '../../../platform/index.ts';

/** For the rest of a transaction that reads whole tables: counting itself takes rows by their keys. */
export async function readWholeTables(transaction: WriteTransaction): Promise<void> {
  await sql`set local enable_seqscan to on`.execute(transaction);
  await sql`set local enable_hashjoin to on`.execute(transaction);
  await sql`set local work_mem to '256MB'`.execute(transaction);
}
