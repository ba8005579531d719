import { sql } from 'kysely';
import type { DistrictDatabase, Reader, WriteTransaction } from '../platform/index.ts';
import type { CountedFact } from './fact.ts';
import { listFactsAfter, movePlace, takePlace } from './store.ts';

/** Follows the log and keeps counts. Each fact reaches it exactly once, in the order of places. */
export interface Counter {
  /** Also its row in `log_places`. */
  readonly name: string;
  /**
   * Counts the facts in the transaction that moves the counter's place. Gives those that changed what it counts:
   * counters after it, in step, need look at no others.
   */
  count(
    transaction: WriteTransaction,
    facts: readonly CountedFact[],
  ): Promise<readonly CountedFact[]>;
}

/**
 * Counters that count in step, in order and in one transaction: the later ones read what the earlier have
 * just counted, and the log is read once for all. They go by the first one's name and place.
 */
export function inStep(first: Counter, ...others: readonly Counter[]): Counter {
  return {
    name: first.name,
    async count(transaction, facts) {
      let changing = facts;
      for (const counter of [first, ...others]) {
        changing = await counter.count(transaction, changing);
      }
      return changing;
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
  return logFollower(database, counter, most)();
}

/**
 * The steps of a counter, one after the other. While the database writes the counts of one step, the facts of
 * the next are read already: what stands in the log is durable and never changes, so they are the same later.
 *
 * Counts need not wait for the disk. They are a function of the log, their place included: a crash of the server
 * takes back the last steps whole, and they are done again. Whatever is committed durably after them (a signed
 * checkpoint, a certificate) takes them along.
 */
export function logFollower(
  database: DistrictDatabase,
  counter: Counter,
  most: number,
): () => Promise<number> {
  let ahead = { after: -1, facts: Promise.resolve<CountedFact[] | undefined>(undefined) };
  const readAhead = (after: number) =>
    database
      .read(program, (transaction) => listFactsAfter(transaction, after, most))
      // Whatever was wrong, the step itself will read again and say so.
      .catch(() => undefined);
  return () =>
    database.count(async (transaction) => {
      await sql`set local synchronous_commit to off`.execute(transaction);
      const place = await takePlace(transaction, counter.name);
      const known = ahead.after === place ? await ahead.facts : undefined;
      const facts = known?.length ? known : await listFactsAfter(transaction, place, most);
      const last = facts.at(-1);
      if (!last) return 0;
      if (facts.length === most) ahead = { after: last.place, facts: readAhead(last.place) };
      await counter.count(transaction, facts);
      await movePlace(transaction, counter.name, last.place);
      return facts.length;
    });
}

const program: Reader = { person: null, reach: 'all' };
