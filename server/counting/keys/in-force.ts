import { sql } from 'kysely';
import type { District, WriteTransaction } from '../../platform/index.ts';
import { listGenerations } from './store.ts';

/**
 * Before something is signed that has a date or a place: whether this program's key is still the one in force. If so it
 * stays in force until the transaction ends; if not, the new one is taken up, and the caller leaves its work for the
 * next turn.
 */
export async function holdKeyInForce(
  transaction: WriteTransaction,
  district: District,
): Promise<boolean> {
  await sql`select pg_advisory_xact_lock_shared(hashtext('gongyu keys'), hashtext(current_schema()))`.execute(
    transaction,
  );
  const rows = await listGenerations(transaction);
  const inForce = rows.find(({ ended_at }) => ended_at === null);
  if (!inForce || inForce.public_multikey === district.keys.publicMultikey) return true;
  await district.renewKeys?.();
  return false;
}
