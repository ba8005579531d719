import { randomInt } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import { nobody } from '../server/directory/index.ts';
import { type FactStatement, placeOf, stateFacts } from '../server/facts/index.ts';
import { Gather, newId } from '../server/platform/index.ts';
import type { Bed } from './bed.ts';
import { runPgbench } from './pgbench.ts';
import { type Result, resultOf } from './result.ts';

const SECONDS = 10;
const CALLERS = 400;
const CARERS = 20_000;
const MILLISECONDS_BETWEEN_LOOKS = 10;

const baselineTables = `
create table bench_deeds (id bigint generated always as identity primary key, carer integer not null,
  minutes integer not null, source text not null unique, at timestamptz not null default now());
create table bench_balances (carer integer primary key, amount bigint not null)`;

const baselineScript = `
\\set carer random(1, ${CARERS})
begin;
insert into bench_deeds (carer, minutes, source)
  values (:carer, 90, gen_random_uuid()::text);
insert into bench_balances as own (carer, amount) values (:carer, 150)
  on conflict (carer) do update set amount = own.amount + excluded.amount;
commit;
`;

/**
 * Facts a second through the real code, from many concurrent callers: stated durably, placed in the log, with
 * point entries, capped sums, balances and certificates counted. The clock stops when the last is counted.
 */
export async function factsPosted(bed: Bed): Promise<Result> {
  const { pool, socket } = bed;
  await pool.query(baselineTables);
  const before = await runPgbench(socket, baselineScript, SECONDS);
  const ours = await postForSeconds(bed);
  const after = await runPgbench(socket, baselineScript, SECONDS);
  return resultOf('facts posted', 'facts/s', {
    ours,
    baseline: (before + after) / 2,
    note: `${CALLERS} callers, all counted; baseline: pgbench, one insert and one upsert a transaction, 16 clients`,
    reach: { least: 2 },
  });
}

async function postForSeconds({ district, startBackground }: Bed): Promise<number> {
  const { database } = district;
  const intake = new Gather<FactStatement, string>(
    (facts) => database.write(nobody, (transaction) => stateFacts(transaction, facts)),
    { most: 500, lanes: 2 },
  );
  const background = startBackground();
  const carers = Array.from({ length: CARERS }, newId);
  const school = newId();
  const began = performance.now();
  const end = began + SECONDS * 1000;
  let stated = 0;
  const caller = async () => {
    while (performance.now() < end) {
      await intake.ask(attended(carers[randomInt(CARERS)] as string, school));
      stated += 1;
    }
  };
  await Promise.all(Array.from({ length: CALLERS }, caller));
  const place = () => database.read(nobody, (transaction) => placeOf(transaction, 'points'));
  while ((await place()) < stated) await wait(MILLISECONDS_BETWEEN_LOOKS);
  const seconds = (performance.now() - began) / 1000;
  await background.stop();
  await requireExactlyOnce(district, stated);
  return stated / seconds;
}

function attended(carer: string, school: string): FactStatement {
  return {
    kind: 'activity.attended',
    at: new Date(Date.UTC(2026, 9, randomInt(1, 28), 6)),
    organisation: school,
    subject: carer,
    quantity: 90,
    source: `attendance:${newId()}`,
    attributes: { kind: 'guidance-lecture', counts_as: 'guidance', host_kind: 'school' },
  };
}

async function requireExactlyOnce({ database }: Bed['district'], stated: number): Promise<void> {
  const counts = await database.read(nobody, (transaction) =>
    transaction
      .selectFrom('ledger_entries')
      .select(({ fn }) => [fn.countAll<number>().as('entries'), fn.sum('amount').as('total')])
      .executeTakeFirstOrThrow(),
  );
  const balances = await database.read(nobody, (transaction) =>
    transaction
      .selectFrom('balances')
      .select(({ fn }) => fn.sum('amount').as('total'))
      .executeTakeFirstOrThrow(),
  );
  if (counts.entries !== stated || Number(counts.total) !== Number(balances.total)) {
    throw new Error(`${stated} facts made ${counts.entries} entries.`);
  }
}
