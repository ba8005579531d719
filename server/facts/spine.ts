import { setTimeout as wait } from 'node:timers/promises';
import type { PoolClient } from 'pg';
import type { DistrictDatabase } from '../platform/index.ts';
import { type Counter, followLog } from './follow-log.ts';
import { placeStatedFacts } from './place-stated-facts.ts';

/** The running sequencer and counters of one district. */
export interface Spine {
  /** Places and counts all that is committed by now; for commands and tests that must see the sums. */
  settle(): Promise<void>;
  stop(): Promise<void>;
}

interface SpineOptions {
  readonly onError: (error: unknown) => void;
}

const FACTS_A_STEP = 2000;
const MILLISECONDS_WHEN_IDLE = 60;
const MILLISECONDS_AFTER_ERROR = 1000;
/** Dead rows of the waiting table slow the sequencer down; it sweeps after this many. */
const FACTS_BETWEEN_SWEEPS = 100_000;

/**
 * Runs the sequencer and the counters of a district, many steps a second. Of several programs on one
 * database one leads, by an advisory lock that ends with its connection; the others wait to take over.
 */
export function startSpine(
  database: DistrictDatabase,
  counters: readonly Counter[],
  { onError }: SpineOptions,
): Spine {
  const stopping = new AbortController();
  const running = database
    .withOwner((client) => lead(database, counters, client, stopping.signal, onError))
    .catch((error: unknown) => {
      if (!stopping.signal.aborted) onError(error);
    });
  return {
    settle: () => settle(database, counters),
    async stop() {
      stopping.abort();
      await running;
    },
  };
}

/** Also used alone by commands, where no spine runs: the locks of the steps keep the order. */
export async function settle(
  database: DistrictDatabase,
  counters: readonly Counter[],
): Promise<void> {
  while ((await step(database, counters)) > 0);
}

async function lead(
  database: DistrictDatabase,
  counters: readonly Counter[],
  client: PoolClient,
  signal: AbortSignal,
  onError: (error: unknown) => void,
): Promise<void> {
  let leading = false;
  let swept = 0;
  while (!signal.aborted) {
    try {
      leading ||= await tryToLead(client, database.schema);
      const done = leading ? await step(database, counters) : 0;
      swept += done;
      if (swept >= FACTS_BETWEEN_SWEEPS) {
        await client.query('vacuum stated_facts');
        swept = 0;
      }
      if (done === 0) await pause(MILLISECONDS_WHEN_IDLE, signal);
    } catch (error) {
      if (signal.aborted) return;
      onError(error);
      await pause(MILLISECONDS_AFTER_ERROR, signal);
    }
  }
}

async function step(database: DistrictDatabase, counters: readonly Counter[]): Promise<number> {
  let done = await placeStatedFacts(database, FACTS_A_STEP);
  for (const counter of counters) done += await followLog(database, counter, FACTS_A_STEP);
  return done;
}

async function tryToLead(client: PoolClient, schema: string): Promise<boolean> {
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
