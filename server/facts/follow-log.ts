import type { DistrictDatabase, WriteTransaction } from '../platform/index.ts';
import type { Fact } from './fact.ts';
import { listFactsAfter, movePlace, placeOf, takePlace } from './store.ts';

/** Follows the log and keeps counts. Each fact reaches it exactly once, in the order of places. */
export interface Counter {
  /** Also its row in `log_places`. */
  readonly name: string;
  /** Another counter whose counts this one reads: it never runs ahead of it. */
  readonly after?: string;
  /** Counts the facts in the transaction that moves the counter's place. */
  count(transaction: WriteTransaction, facts: readonly Fact[]): Promise<void>;
}

/**
 * One step of a counter: the next facts, its counts and its place in one transaction, so that a crash at any
 * moment neither loses a fact nor counts it twice. Gives how many facts it did.
 */
export async function followLog(
  database: DistrictDatabase,
  counter: Counter,
  most: number,
): Promise<number> {
  return database.count(async (transaction) => {
    const place = await takePlace(transaction, counter.name);
    const limit = counter.after ? await placeOf(transaction, counter.after) : undefined;
    const facts = await listFactsAfter(transaction, place, most, limit);
    const last = facts.at(-1);
    if (!last) return 0;
    await counter.count(transaction, facts);
    await movePlace(transaction, counter.name, last.place);
    return facts.length;
  });
}
