import { setTimeout as wait } from 'node:timers/promises';
import type { ClientBase } from 'pg';
import type { DistrictDatabase } from '../platform/index.ts';
import { type Counter, logFollower } from './follow-log.ts';
import { placeStatedFacts } from './place-stated-facts.ts';

/** The running sequencer and counters of one district. */
export interface Spine {
  stop(): Promise<void>;
}

interface SpineOptions {
  readonly onError: (error: unknown) => void;
}

/** A carer who comes more than once in a step is written once, so larger steps cost less a fact. */
const FACTS_A_STEP = 4000;
/** Each step of the sequencer sorts all that wait; a roster of a whole district states half a million at once. */
const FACTS_PLACED_A_STEP = 20_000;
/** A step costs nearly the same for ten facts and for a thousand: in a rush a few rounds a second do less work. */
const MILLISECONDS_BETWEEN_STEPS = 100;
const FACTS_WORTH_GOING_ON = 1000;
const MILLISECONDS_AFTER_ERROR = 1000;
const MILLISECONDS_BETWEEN_TRIES_TO_LEAD = 1000;
/** Each step walks past the dead rows of the waiting table; it sweeps after this many, sooner when it has time. */
const FACTS_BETWEEN_SWEEPS = 10_000;
const FACTS_WORTH_A_SWEEP = 5000;

/**
 * Runs the sequencer and the counters of a district side by side, many steps a second. Of several programs
 * on one database one leads, by an advisory lock that ends with its connection; the others wait to take over.
 */
export function startSpine(
  database: DistrictDatabase,
  counters: readonly Counter[],
  { onError }: SpineOptions,
): Spine {
  const stopping = new AbortController();
  const { signal } = stopping;
  const running = repeat(signal, onError, MILLISECONDS_BETWEEN_TRIES_TO_LEAD, () =>
    database.withOwner(async (client) => {
      if (await tryToLead(client, database.schema)) await lead(client);
      return 0;
    }),
  );
  const lead = async (client: ClientBase) => {
    await Promise.all(
      [
        sequencer(database, client),
        ...counters.map((counter) => logFollower(database, counter, FACTS_A_STEP)),
      ].map((step) => repeat(signal, onError, MILLISECONDS_BETWEEN_STEPS, step)),
    );
  };
  return {
    async stop() {
      stopping.abort();
      await running;
    },
  };
}

/**
 * Places and counts all that is committed by now, one step after the other: for commands and tests that must
 * see the sums. May run beside a spine, for the locks of the steps keep the order. `onCounted` gets how many
 * facts are done.
 */
export async function settle(
  database: DistrictDatabase,
  counters: readonly Counter[],
  onCounted: (facts: number) => void = () => {},
): Promise<void> {
  const followers = counters.map((counter) => logFollower(database, counter, FACTS_A_STEP));
  let done: number;
  let counted = 0;
  do {
    done = await placeStatedFacts(database, FACTS_PLACED_A_STEP);
    for (const follow of followers) {
      const step = await follow();
      counted += step;
      done += step;
    }
    onCounted(counted);
  } while (done > 0);
}

/** The sequencer's step, which also sweeps the waiting table from time to time. */
function sequencer(database: DistrictDatabase, client: ClientBase): () => Promise<number> {
  let unswept = 0;
  return async () => {
    const done = await placeStatedFacts(database, FACTS_PLACED_A_STEP);
    unswept += done;
    if (unswept >= FACTS_BETWEEN_SWEEPS || (done === 0 && unswept >= FACTS_WORTH_A_SWEEP)) {
      await client.query('vacuum stated_facts');
      unswept = 0;
    }
    return done;
  };
}

/** Steps at once while there is much to do, else after a pause; tries again after an error. */
async function repeat(
  signal: AbortSignal,
  onError: (error: unknown) => void,
  between: number,
  step: () => Promise<number>,
): Promise<void> {
  while (!signal.aborted) {
    try {
      if ((await step()) < FACTS_WORTH_GOING_ON) await pause(between, signal);
    } catch (error) {
      if (signal.aborted) return;
      onError(error);
      await pause(MILLISECONDS_AFTER_ERROR, signal);
    }
  }
}

async function tryToLead(client: ClientBase, schema: string): Promise<boolean> {
  const { rows } = await client.query<{ leading: boolean }>(
    `select pg_try_advisory_lock(hashtext('gongyu spine'), hashtext($1)) as leading`,
    [schema],
  );
  return rows[0]?.leading ?? false;
}

async function pause(milliseconds: number, signal: AbortSignal): Promise<void> {
  // The only way that this wait fails is that it was told to stop.
  await wait(milliseconds, undefined, { signal }).catch(() => {});
}
