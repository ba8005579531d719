import { getAgainstBare } from './against-bare.ts';
import type { Bed } from './bed.ts';
import { type Result, resultOf } from './result.ts';

const ROUNDS = 3;
/** All rounds together stay below what a network may ask in ten minutes. */
const REQUESTS_A_ROUND = 1000;
const CONNECTIONS = 20;

/**
 * Feeds a second of the organisation that has invited anyone most often in three years: read from the database and
 * written as iCalendar each time, as phones ask for it all day.
 */
export async function calendarFeed(bed: Bed): Promise<Result> {
  const { rows } = await bed.pool.query<{ host_id: string; events: number }>(
    `select host_id, count(*) as events from tianfu.activities
      where is_public and state <> 'draft'
      group by host_id order by count(*) desc, host_id limit 1`,
  );
  const [host] = rows;
  if (!host) throw new Error('The district has no public activity.');
  // A run before this one may have used up what a network may ask.
  await bed.pool.query('delete from tianfu.allowances_used');
  const { ours, baseline, p99 } = await getAgainstBare(bed, {
    rounds: ROUNDS,
    requestsARound: REQUESTS_A_ROUND,
    connections: CONNECTIONS,
    request: () => ({ method: 'GET', path: `/api/v1/feeds/organisations/${host.host_id}.ics` }),
  });
  return resultOf('calendar feed', 'requests/s', {
    ours,
    baseline,
    note: `${ROUNDS} × ${REQUESTS_A_ROUND} of one host with ${host.events} events in three years over ${CONNECTIONS} connections, district scale; p99 ${p99} ms; baseline: a bare Fastify route`,
    reach: { least: 0.02 },
  });
}
