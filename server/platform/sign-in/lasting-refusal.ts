import type { WriteTransaction } from '../database/transaction.ts';
import type { District } from '../district.ts';
import { Refusal } from '../http/refusal.ts';

/**
 * A transaction whose refusals last: work that gives a refusal back, instead of throwing it, commits first.
 * A wrong try must stay counted although the person is told no.
 */
export async function writeAtTheDoor<T>(
  { database }: District,
  work: (transaction: WriteTransaction) => Promise<T | Refusal>,
): Promise<T> {
  const outcome = await database.write({ person: null, reach: [] }, work);
  if (outcome instanceof Refusal) throw outcome;
  return outcome;
}
