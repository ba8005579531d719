import type { Bed } from './bed.ts';
import {
  boardOf,
  dutyAskers,
  ownListOf,
  readBoard,
  rowOf,
  tasksOf,
  viewOf,
} from './duty-askers.ts';
import { type Asked, load } from './http-load.ts';
import { type Result, resultOf } from './result.ts';
import { middleBy } from './rounds.ts';
import { startProgram } from './running.ts';

const ROUNDS = 15;
const REQUESTS_A_ROUND = 1000;
const CONNECTIONS = 10;
const DUTY = 'in-home-visit';

/** How many times as long as `SELECT 1` each may take. */
const most = {
  ...{ cockpit: 3, trend: 3, load: 3, plan: 3 },
  ...{ school: 2, class: 2, 'own list': 2, 'drill-down': 5 },
} as const;
type What = keyof typeof most;

/**
 * The boards of duties of a district of 150,000 students with three years of history: the cockpit of a district officer
 * with its trend, its load and the plan's page, a principal's school, a class teacher's class, what the teacher answers for, and the list behind a figure of the
 * district, the school and the class. Milliseconds that 95 of 100 answers take at most, against those of a bare Fastify
 * route that does `SELECT 1`, in turns.
 */
export async function dutyBoards(bed: Bed): Promise<Result> {
  const server = await startProgram('server/main.ts', bed.environment);
  const bare = await startProgram('bench/bare-fastify.ts', bed.environment);
  try {
    const asked = await whatIsAsked(bed, server.url);
    const measured = new Map<What, Compared>();
    for (const what of Object.keys(most) as What[]) {
      measured.set(what, await compare(server.url, bare.url, asked[what]));
    }
    return resultOfAll(measured);
  } finally {
    await bare.stop();
    await server.stop();
  }
}

async function whatIsAsked(bed: Bed, url: string): Promise<Record<What, Asked[]>> {
  const askers = await dutyAskers(bed);
  const { 'district-officer': officer, principal, 'class-teacher': teacher } = askers;
  const { period } = rowOf(await readBoard(url, officer), DUTY);
  return {
    cockpit: [boardOf(officer)],
    trend: [viewOf(officer, 'duty-trend')],
    load: [viewOf(officer, 'duty-load')],
    plan: [viewOf(officer, 'plan')],
    school: [boardOf(principal)],
    class: [boardOf(teacher)],
    'own list': [ownListOf(teacher)],
    'drill-down': [officer, principal, teacher].map((asker) => tasksOf(asker, DUTY, { period })),
  };
}

interface Compared {
  readonly ours: number;
  readonly baseline: number;
}

/** A first round for each is not measured; of the others the one whose ratio is the middle one. */
async function compare(ours: string, bare: string, asked: readonly Asked[]): Promise<Compared> {
  const send = async (url: string, request: (turn: number) => Asked) =>
    (await load({ url, connections: CONNECTIONS, amount: REQUESTS_A_ROUND, request })).p95;
  const round = async (): Promise<Compared> => ({
    ours: await send(ours, (turn) => asked[turn % asked.length] as Asked),
    baseline: await send(bare, () => ({ method: 'GET', path: '/select-1' })),
  });
  await round();
  const rounds: Compared[] = [];
  while (rounds.length < ROUNDS) rounds.push(await round());
  return middleBy(rounds, ratioOf);
}

const ratioOf = ({ ours, baseline }: Compared) => ours / baseline;

function resultOfAll(measured: ReadonlyMap<What, Compared>): Result {
  const figures = [...measured].map(
    ([what, one]) => `${what} ${one.ours.toFixed(2)} ms (${ratioOf(one).toFixed(2)})`,
  );
  const { ours, baseline } = measured.get('cockpit') as Compared;
  return resultOf('boards of duties', 'ms', {
    ours,
    baseline,
    note: `p95 of ${ROUNDS} × ${REQUESTS_A_ROUND} each over ${CONNECTIONS} connections, district scale: ${figures.join(', ')}; baseline: a bare Fastify route that does SELECT 1`,
    reach: { most: most.cockpit },
    limits: [...measured].map(([what, one]) => ({
      what: `${what}, times SELECT 1,`,
      figure: Number(ratioOf(one).toFixed(2)),
      most: most[what],
    })),
  });
}
