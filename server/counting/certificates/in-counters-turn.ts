import type { Who } from '../../directory/index.ts';
import {
  type Call,
  type District,
  findFirstAnswers,
  keepFirstAnswers,
  type WriteTransaction,
} from '../../platform/index.ts';
import { holdBalances } from '../points/index.ts';
import { forgetStatusLists } from './status-lists.ts';

/**
 * A person's decision about a certificate, taken while the points stand still: no deed that is just being counted
 * is overtaken. Only this turn may write certificates, so the first answer to a retried call is kept here too.
 */
export async function inCountersTurn(
  district: District,
  who: Who,
  { idempotency }: Call,
  work: (transaction: WriteTransaction) => Promise<string>,
): Promise<string> {
  const decided = await district.database.count(async (transaction) => {
    await holdBalances(transaction);
    const asked = idempotency && { person: who.person, idempotency };
    const [first] = await findFirstAnswers(transaction, [asked]);
    if (first instanceof Error) throw first;
    if (first) return first.answer as string;
    const answer = await work(transaction);
    if (asked) await keepFirstAnswers(transaction, [{ ...asked, answer }]);
    return answer;
  });
  forgetStatusLists(district);
  return decided;
}
