import { setTimeout as wait } from 'node:timers/promises';
import { nobody } from '../server/directory/index.ts';
import { placeOf } from '../server/facts/index.ts';
import type { Bed } from './bed.ts';
import { type Answered, type Asked, load } from './http-load.ts';
import { type Result, resultOf } from './result.ts';
import { middle, middleOf, type Round } from './rounds.ts';
import { type Running, startProgram } from './running.ts';
import { fillSchool, openDoors } from './school-rush.ts';

const STUDENTS = 2500;
const EVENTS = 36;
const ROUNDS = 5;
const CHECK_INS_A_ROUND = 30_000;
const CONNECTIONS = 200;
const MILLISECONDS_BETWEEN_LOOKS = 10;
const MOST_P99_MILLISECONDS = 100;
const MOST_SECONDS_TO_COUNT = 1;

/**
 * A rush at one school: 5,000 carers, each signed in on a phone of their own, check in by the code on the hall's
 * screen, event after event, over 200 connections to the server as `npm start` runs it. A first round for each of
 * the two is not measured: programs that have just started are still being compiled. Every acknowledged check-in must
 * stand once as attendance, fact and entry, and be on the balances within a second.
 */
export async function checkInOverHttp(bed: Bed): Promise<Result> {
  const carers = await fillSchool(bed, STUDENTS);
  const server = await startProgram('server/main.ts', bed.environment);
  const bare = await startProgram('bench/bare-fastify.ts');
  try {
    const rush = await openDoors(bed, server, { carers, events: EVENTS });
    const echo = () => send(bare, (turn) => ({ ...rush.request(turn), path: '/echo' }));
    await send(server, rush.next);
    await echo();
    const rounds: RushRound[] = [];
    for (let round = 1; round <= ROUNDS; round += 1) {
      const counted = await whenAllIsCounted(bed);
      const ours = await send(server, rush.next);
      const seconds = await secondsUntilCounted(bed, counted + CHECK_INS_A_ROUND);
      rounds.push({ ours, seconds, baseline: await echo() });
    }
    rush.stop();
    await requireEachOnce(bed);
    return resultOfRounds(rounds, carers.length);
  } finally {
    await bare.stop();
    await server.stop();
  }
}

interface RushRound extends Round {
  /** From the last answer until everything was on the balances. */
  readonly seconds: number;
}

function resultOfRounds(rounds: readonly RushRound[], carers: number): Result {
  const { ours, baseline, p99 } = middleOf(rounds);
  const seconds = middle(rounds.map((round) => round.seconds));
  return resultOf('check-in over HTTP', 'check-ins/s', {
    ours,
    baseline,
    note: `${ROUNDS} × ${CHECK_INS_A_ROUND} by ${carers} signed-in carers of one school over ${CONNECTIONS} connections; p99 ${p99} ms, all on the balances ${seconds.toFixed(2)} s after the last; baseline: a bare Fastify route that echoes the same JSON`,
    reach: { least: 0.25 },
    limits: [
      { what: 'p99 in milliseconds', figure: p99, most: MOST_P99_MILLISECONDS },
      { what: 'seconds until all was counted', figure: seconds, most: MOST_SECONDS_TO_COUNT },
    ],
  });
}

function send({ url }: Running, request: (turn: number) => Asked): Promise<Answered> {
  return load({ url, connections: CONNECTIONS, amount: CHECK_INS_A_ROUND, request });
}

function countedOf({ district }: Bed): Promise<number> {
  return district.database.read(nobody, (transaction) => placeOf(transaction, 'points'));
}

async function whenAllIsCounted(bed: Bed): Promise<number> {
  for (;;) {
    const { rows } = await bed.pool.query<{ last: string; waiting: string }>(
      `select (select coalesce(max(place), 0) from tianfu.facts) as last,
              (select count(*) from tianfu.stated_facts) as waiting`,
    );
    const counted = await countedOf(bed);
    if (Number(rows[0]?.waiting) === 0 && counted === Number(rows[0]?.last)) return counted;
    await wait(MILLISECONDS_BETWEEN_LOOKS);
  }
}

async function secondsUntilCounted(bed: Bed, last: number): Promise<number> {
  const began = performance.now();
  while ((await countedOf(bed)) < last) await wait(MILLISECONDS_BETWEEN_LOOKS);
  return (performance.now() - began) / 1000;
}

/** As many attendances, facts and entries as acknowledged check-ins, and balances that are their sum. */
async function requireEachOnce({ pool }: Bed): Promise<void> {
  const { rows } = await pool.query<Record<string, string>>(
    `select (select count(*) from tianfu.attendances) as attendances,
            (select count(*) from tianfu.facts where kind = 'activity.attended') as facts,
            (select count(*) from tianfu.ledger_entries) as entries,
            (select sum(amount) from tianfu.ledger_entries) as points,
            (select sum(amount) from tianfu.balances) as balance`,
  );
  const found = rows[0] as Record<string, string>;
  const { attendances, facts, entries, points, balance } = found;
  const all = (1 + ROUNDS) * CHECK_INS_A_ROUND;
  const areOnce = [attendances, facts, entries].every((count) => Number(count) === all);
  if (!areOnce || Number(points) !== Number(balance)) {
    throw new Error(`${all} check-ins were acknowledged; there are ${JSON.stringify(found)}`);
  }
}
