import { getAgainstBare } from './against-bare.ts';
import type { Bed } from './bed.ts';
import { type Result, resultOf } from './result.ts';
import { signIn } from './sign-in.ts';

const CARERS = 2000;
const ROUNDS = 3;
const REQUESTS_A_ROUND = 20_000;
const CONNECTIONS = 100;

/**
 * Requests a second for the home page of 2,000 carers in a district of 150,000 students with three years of
 * history: children, points, certificates, today's events, what is coming, notices.
 */
export async function carersHome(bed: Bed): Promise<Result> {
  const { rows } = await bed.pool.query<{ carer_id: string }>(
    `select carer_id from tianfu.guardianships where ended_on is null
      group by carer_id order by md5(carer_id::text) limit $1`,
    [CARERS],
  );
  const carers = await signIn(
    bed,
    'code',
    rows.map((row) => row.carer_id),
  );
  const { ours, baseline, p99 } = await getAgainstBare(bed, {
    rounds: ROUNDS,
    requestsARound: REQUESTS_A_ROUND,
    connections: CONNECTIONS,
    request: (turn) => ({
      method: 'GET',
      path: '/api/v1/carer/home',
      headers: { cookie: carers[turn % carers.length]?.cookie ?? '' },
    }),
  });
  return resultOf('carer’s home', 'requests/s', {
    ours,
    baseline,
    note: `${ROUNDS} × ${REQUESTS_A_ROUND} by ${CARERS} carers over ${CONNECTIONS} connections, district scale; p99 ${p99} ms; baseline: a bare Fastify route`,
    reach: { least: 0.15 },
  });
}
