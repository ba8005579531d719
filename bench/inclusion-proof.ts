import { keepCheckpoint } from '../server/counting/points/index.ts';
import { getAgainstBare } from './against-bare.ts';
import type { Bed } from './bed.ts';
import { type Result, resultOf } from './result.ts';

const ENTRIES = 10_000_000;
const ROUNDS = 3;
/** All rounds together stay below what a network may ask in ten minutes. */
const REQUESTS_A_ROUND = 1500;
const CONNECTIONS = 20;
const MOST_P99_MILLISECONDS = 50;
/** Goes round all entries before it meets one again. */
const STEP = 6_700_417;

/** Proofs a second that an entry is in a ledger of ten million, each of another entry. */
export async function inclusionProof(bed: Bed): Promise<Result> {
  await fillLedger(bed);
  const { ours, baseline, p99 } = await getAgainstBare(bed, {
    rounds: ROUNDS,
    requestsARound: REQUESTS_A_ROUND,
    connections: CONNECTIONS,
    request: (turn) => ({
      method: 'GET',
      path: `/api/v1/public/ledger/inclusion-proofs/${(turn * STEP) % ENTRIES}`,
    }),
  });
  return resultOf('inclusion proof', 'proofs/s', {
    ours,
    baseline,
    note: `${ROUNDS} × ${REQUESTS_A_ROUND} of ${ENTRIES} entries over ${CONNECTIONS} connections; p99 ${p99} ms; baseline: a bare Fastify route`,
    reach: { least: 0.02 },
    limits: [{ what: 'p99 in milliseconds', figure: p99, most: MOST_P99_MILLISECONDS }],
  });
}

/** As entries stand there, ids in order of time; their leaves are hashes of their numbers, which a proof never sees. */
async function fillLedger({ pool, district }: Bed): Promise<void> {
  await pool.query(
    `insert into tianfu.ledger_entries (sequence, id, carer_id, fact_id, rule, rule_version, raw_amount,
                                        amount, counted_on, posted_at, leaf_hash)
     select at, lpad(to_hex(at), 32, '0')::uuid, lpad(to_hex(at % 300000), 32, '0')::uuid,
            lpad(to_hex(at), 32, '0')::uuid, 'guidance-hours', 2, 150, 150, '2026-10-18', now(),
            sha256(int8send(at))
       from generate_series(0::bigint, $1) as at`,
    [ENTRIES - 1],
  );
  await pool.query('vacuum analyze tianfu.ledger_entries');
  while ((await keepCheckpoint(district)) > 0);
}
