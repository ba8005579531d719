import { randomUUID } from 'node:crypto';
import type { Bed } from './bed.ts';
import { load } from './http-load.ts';
import { type Result, resultOf } from './result.ts';
import { middle } from './rounds.ts';
import { type Running, startProgram } from './running.ts';
import { fillSchool, openSignUp } from './school-rush.ts';
import type { SignedIn } from './sign-in.ts';

const STUDENTS = 5000;
const PLACES = 200;
const ROUNDS = 3;
const CONNECTIONS = 200;
/** How many sessions of the baseline insert at once. */
const INSERTING = 16;

interface Family {
  readonly carer: SignedIn;
  readonly student: string;
}

/**
 * A school opens sign-up: 5,000 families press at once for 200 places. Two hundred have one, the others stand in an
 * orderly list. The baseline inserts the same registration, bare, a transaction each.
 */
export async function signUpRush(bed: Bed): Promise<Result> {
  const carers = await fillSchool(bed, STUDENTS);
  const families = await familiesOf(bed, carers);
  const server = await startProgram('server/main.ts', bed.environment);
  try {
    const rounds: { ours: number; baseline: number; p99: number }[] = [];
    for (let round = 0; round <= ROUNDS; round += 1) {
      const event = await openSignUp(bed, server, PLACES);
      const { perSecond, p99 } = await press(server, families, event);
      await requireOrder(bed, event, families.length);
      const baseline = await insertBare(bed, event, families.length);
      // The first round is not measured: programs that have just started are still being compiled.
      if (round > 0) rounds.push({ ours: perSecond, baseline, p99 });
    }
    return resultOf('sign-up rush', 'sign-ups/s', {
      ours: middle(rounds.map(({ ours }) => ours)),
      baseline: middle(rounds.map(({ baseline }) => baseline)),
      note: `${ROUNDS} × ${families.length} families for ${PLACES} places over ${CONNECTIONS} connections, the list in order each time; p99 ${middle(rounds.map(({ p99 }) => p99))} ms; baseline: the same registration inserted bare, ${INSERTING} at once, a transaction each`,
      reach: { least: 0.1 },
    });
  } finally {
    await server.stop();
  }
}

/** One carer of each child. */
async function familiesOf({ pool }: Bed, carers: readonly SignedIn[]): Promise<Family[]> {
  const { rows } = await pool.query<{ student_id: string; carer_id: string }>(
    `select distinct on (student_id) student_id, carer_id from tianfu.guardianships
      where ended_on is null order by student_id, carer_id`,
  );
  const byId = new Map(carers.map((carer) => [carer.id, carer]));
  return rows.flatMap(({ student_id, carer_id }) => {
    const carer = byId.get(carer_id);
    return carer ? [{ carer, student: student_id }] : [];
  });
}

function press({ url }: Running, families: readonly Family[], event: string) {
  return load({
    url,
    connections: CONNECTIONS,
    amount: families.length,
    request: (turn) => {
      const family = families[turn % families.length] as Family;
      return {
        method: 'POST',
        path: `/api/v1/activities/${event}/registrations`,
        headers: { 'content-type': 'application/json', cookie: family.carer.cookie },
        body: JSON.stringify({ student_ids: [family.student] }),
      };
    },
  });
}

/** Exactly as many places as there are, numbers without a gap, and nobody before somebody who came earlier. */
async function requireOrder({ pool }: Bed, event: string, families: number): Promise<void> {
  const { rows } = await pool.query<{ state: string; many: number; first: number; last: number }>(
    `select state, count(*) as many, min(queue_number) as first, max(queue_number) as last
       from tianfu.registrations where activity_id = $1 group by state order by state`,
    [event],
  );
  const asked = [
    { state: 'registered', many: PLACES, first: 1, last: PLACES },
    { state: 'waiting', many: families - PLACES, first: PLACES + 1, last: families },
  ];
  if (JSON.stringify(rows) !== JSON.stringify(asked)) {
    throw new Error(`The list is not in order: ${JSON.stringify(rows)}`);
  }
}

/** Registrations a second. */
async function insertBare({ pool }: Bed, event: string, amount: number): Promise<number> {
  await pool.query(
    'create table if not exists public.bare_registrations (like tianfu.registrations including indexes)',
  );
  await pool.query('truncate public.bare_registrations');
  let next = 0;
  const insert = async () => {
    while (next < amount) {
      next += 1;
      await pool.query({
        name: 'bare registration',
        text: `insert into public.bare_registrations (id, activity_id, state, queue_number, waiting_rank, made_by, made_at)
               values ($1, $2, 'waiting', $3, 0, $1, now())`,
        values: [randomUUID(), event, next],
      });
    }
  };
  const began = performance.now();
  await Promise.all(Array.from({ length: INSERTING }, insert));
  return (amount * 1000) / (performance.now() - began);
}
