import { setTimeout as wait } from 'node:timers/promises';
import { makeDemoDistrict } from '../server/demo-district.ts';
import { nobody } from '../server/directory/index.ts';
import { placeOf } from '../server/facts/index.ts';
import { dateInShanghai, daysAfter } from '../server/plan/index.ts';
import { type Bed, withCopy } from './bed.ts';
import { boardOf, dutyAskers, readBoard, rowOf, tasksOf } from './duty-askers.ts';
import { type Asked, load } from './http-load.ts';
import { type Result, resultOf } from './result.ts';
import { middleBy } from './rounds.ts';
import { type Running, startProgram } from './running.ts';

const SCALE = 'demo';
const TIMES = 10;
const DAYS = 60;
const SHORTEST_LIST = 20;
const ROUNDS = 9;
const CONNECTIONS = 4;
const DUTY = 'in-home-visit';
const MILLISECONDS_BETWEEN_LOOKS = 200;

/**
 * What boards and the lists behind them cost when everybody has done everything ten times over: the same district before
 * and after, in turns. Each board is asked once, of a day of its own, and each list with a length of its own, so that none
 * is answered from what is kept.
 */
export async function dutyBoardsTenfold(bed: Bed): Promise<Result> {
  await makeDemoDistrict(bed.district, { scale: SCALE, seed: 1 });
  await bed.pool.query('vacuum analyze');
  return withCopy(bed, async (before) => {
    const facts = await countOfFacts(before);
    await repeatDeeds(bed);
    const { ours, baseline } = await inTurns(bed, before);
    return resultOf('boards of duties at ten times the facts', 'ms', {
      ours,
      baseline,
      note: `p95 of boards of ${DAYS} days and first pages of lists for district, school and class, computed each time, ${await countOfFacts(bed)} facts; baseline: the same with ${facts} facts, in turns`,
      reach: { most: 1.2 },
    });
  });
}

/** Each round by servers that have answered nothing yet; a first one is not measured. The middle of the others. */
async function inTurns(bed: Bed, before: Bed): Promise<{ ours: number; baseline: number }> {
  const rounds: { ours: number; baseline: number }[] = [];
  for (let round = 0; round <= ROUNDS; round += 1) {
    rounds.push({ baseline: await milliseconds(before), ours: await milliseconds(bed) });
  }
  return middleBy(rounds.slice(1), ({ ours, baseline }) => ours / baseline);
}

async function milliseconds(bed: Bed): Promise<number> {
  const server = await startProgram('server/main.ts', bed.environment);
  try {
    await untilCaughtUp(bed);
    return await askAll(bed, server);
  } finally {
    await server.stop();
  }
}

async function askAll(bed: Bed, { url }: Running): Promise<number> {
  const askers = Object.values(await dutyAskers(bed));
  const officer = askers[0];
  if (!officer) throw new Error('Nobody asks.');
  const { period } = rowOf(await readBoard(url, officer), DUTY);
  const today = dateInShanghai(bed.district.clock());
  const asked: Asked[] = [];
  for (let day = 1; day <= DAYS; day += 1) {
    for (const asker of askers) {
      const most = SHORTEST_LIST + day;
      asked.push(boardOf(asker, daysAfter(today, -day)), tasksOf(asker, DUTY, { period, most }));
    }
  }
  const request = (turn: number) => asked[turn % asked.length] as Asked;
  return (await load({ url, connections: CONNECTIONS, amount: asked.length, request })).p95;
}

async function countOfFacts({ pool, district }: Bed): Promise<number> {
  const { rows } = await pool.query<{ count: number }>(
    `select count(*)::integer from ${district.database.schema}.facts`,
  );
  return rows[0]?.count ?? 0;
}

/** Every deed nine times more, by sources of their own; who there is stays as it is. */
async function repeatDeeds(bed: Bed): Promise<void> {
  const { pool, district } = bed;
  const { schema } = district.database;
  const background = bed.startBackground();
  try {
    for (let time = 1; time < TIMES; time += 1) {
      await pool.query(
        `insert into ${schema}.stated_facts
           (id, kind, at, organisation_id, subject_id, actor_id, quantity, source, attributes)
         select gen_random_uuid(), kind, at, organisation_id, subject_id, actor_id, quantity,
                source || ':' || $1, attributes
           from ${schema}.facts
          where kind !~ '^(organisation|student|post|body)\\.' and reverses is null
            and source !~ ':again-\\d+$'`,
        [`again-${time}`],
      );
      await untilCaughtUp(bed);
    }
  } finally {
    await background.stop();
  }
  await pool.query('vacuum analyze');
}

async function untilCaughtUp({ pool, district }: Bed): Promise<void> {
  const { schema } = district.database;
  for (;;) {
    const { rows } = await pool.query<{ last: number; waiting: boolean }>(
      `select (select coalesce(max(place), 0) from ${schema}.facts) as last,
              exists (select from ${schema}.stated_facts) as waiting`,
    );
    const counted = await district.database.read(nobody, (transaction) =>
      placeOf(transaction, 'duties'),
    );
    if (!rows[0]?.waiting && counted >= Number(rows[0]?.last)) return;
    await wait(MILLISECONDS_BETWEEN_LOOKS);
  }
}
