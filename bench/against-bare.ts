import type { Bed } from './bed.ts';
import { type Asked, load } from './http-load.ts';
import { middleOf, type Round } from './rounds.ts';
import { startProgram } from './running.ts';

export interface AgainstBare {
  readonly rounds: number;
  readonly requestsARound: number;
  readonly connections: number;
  /** The n-th request. The bare route gets the same with a path of its own. */
  readonly request: (turn: number) => Asked;
}

/**
 * A route that answers a GET, against a bare Fastify route that does, in turns. A first round for each is not
 * measured: programs that have just started are still being compiled.
 */
export async function getAgainstBare(
  bed: Bed,
  { rounds: most, requestsARound: amount, connections, request }: AgainstBare,
): Promise<ReturnType<typeof middleOf>> {
  const server = await startProgram('server/main.ts', bed.environment);
  const bare = await startProgram('bench/bare-fastify.ts');
  const bareRequest = (turn: number) => ({ ...request(turn), path: '/still' });
  const ours = () => load({ url: server.url, connections, amount, request });
  const baseline = () => load({ url: bare.url, connections, amount, request: bareRequest });
  try {
    await ours();
    await baseline();
    const rounds: Round[] = [];
    for (let round = 1; round <= most; round += 1) {
      rounds.push({ ours: await ours(), baseline: await baseline() });
    }
    return middleOf(rounds);
  } finally {
    await bare.stop();
    await server.stop();
  }
}
