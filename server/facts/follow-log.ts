import type { DistrictDatabase, WriteTransaction } from '../platform/index.ts';
import type { Fact } from './fact.ts';
import { listFactsAfter, movePlace, takePlace } from './store.ts';

/** Follows the log and keeps counts. Each fact reaches it exactly once, in the order of places. */
export interface Counter {
  /** Also its row in `log_places`. */
  readonly name: string;
  /** Counts the facts in the transaction that moves the counter's place. */
  count(transaction: WriteTransaction, facts: readonly Fact[]): Promise<void>;
}

/**
 * Counters that count in step, in order and in one transaction: the later ones read what the earlier have
 * just counted, and the log is read once for all. They go by the first one's name and place.
 */
export function inStep(first: Counter, ...others: readonly Counter[]): Counter {
  return {
    name: first.name,
    async count(transaction, facts) {
      for (const counter of [first, ...others]) await counter.count(transaction, facts);
    },
  };
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
    const facts = await listFactsAfter(transaction, place, most);
    const last = facts.at(-1);
    if (!last) return 0;
    await counter.count(transaction, facts);
    await movePlace(transaction, counter.name, last.place);
    return facts.length;
  });
}
