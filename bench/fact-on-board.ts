import { setTimeout as wait } from 'node:timers/promises';
import { nobody } from '../server/directory/index.ts';
import { reverseFacts, stateFacts } from '../server/facts/index.ts';
import { newId } from '../server/platform/index.ts';
import type { Bed } from './bed.ts';
import { type Asker, dutyAskers, readBoard, rowOf, tasksOf } from './duty-askers.ts';
import { percentile } from './http-load.ts';
import { type Result, resultOf } from './result.ts';
import { startProgram } from './running.ts';

const TIMES = 40;
const DUTY = 'in-home-visit';
const MILLISECONDS_BETWEEN_LOOKS = 5;
const MOST_SECONDS = 1;

/**
 * From the commit of a visit until the district's cockpit shows one more, over HTTP; then the visit is taken back, and
 * the cockpit shows one less. The district stays as it was.
 */
export async function factOnBoard(bed: Bed): Promise<Result> {
  const server = await startProgram('server/main.ts', bed.environment);
  try {
    const { 'district-officer': officer } = await dutyAskers(bed);
    const student = await someoneOpen(server.url, officer);
    const onBoard: number[] = [];
    const inLog: number[] = [];
    for (let time = 0; time < TIMES; time += 1) {
      const source = `bench:${newId()}`;
      const visit = () => stateVisit(bed, student, source);
      const correction = () => takeBack(bed, source);
      for (const [act, by] of [[visit, 1] as const, [correction, -1] as const]) {
        const wanted = (await doneOn(server.url, officer)) + by;
        const place = await lastPlace(bed);
        await act();
        const began = performance.now();
        const seconds = async (isThere: () => Promise<boolean>) => {
          while (!(await isThere())) await wait(MILLISECONDS_BETWEEN_LOOKS);
          return (performance.now() - began) / 1000;
        };
        const [board, log] = await Promise.all([
          seconds(async () => (await doneOn(server.url, officer)) === wanted),
          seconds(async () => (await lastPlace(bed)) > place),
        ]);
        onBoard.push(board);
        inLog.push(log);
      }
    }
    return resultOfTimes(onBoard, inLog);
  } finally {
    await server.stop();
  }
}

function resultOfTimes(onBoard: readonly number[], inLog: readonly number[]): Result {
  const ours = percentile(onBoard, 95);
  return resultOf('fact on the board', 's', {
    ours,
    baseline: percentile(inLog, 95),
    note: `95 of 100 of ${onBoard.length} visits stated or taken back, from the commit to the district’s cockpit over HTTP, district scale; baseline: from the commit to its place in the log`,
    reach: { most: 5 },
    limits: [{ what: 'seconds', figure: Number(ours.toFixed(3)), most: MOST_SECONDS }],
  });
}

async function someoneOpen(url: string, officer: Asker): Promise<Opened> {
  const { period } = rowOf(await readBoard(url, officer), DUTY);
  const { path, headers } = tasksOf(officer, DUTY, { period });
  const answer = await fetch(`${url}${path}`, { headers: headers as Record<string, string> });
  const { items } = (await answer.json()) as { items: Opened[] };
  if (!items[0]) throw new Error('Every student has been visited at home.');
  return items[0];
}

interface Opened {
  readonly holder: string;
  readonly place: string;
}

async function doneOn(url: string, officer: Asker): Promise<number> {
  return rowOf(await readBoard(url, officer), DUTY).whole.done;
}

async function lastPlace({ pool, district }: Bed): Promise<number> {
  const { rows } = await pool.query<{ last: number }>(
    `select max(place) as last from ${district.database.schema}.facts`,
  );
  return Number(rows[0]?.last);
}

async function stateVisit({ district }: Bed, { holder, place }: Opened, source: string) {
  await district.database.write(nobody, (transaction) =>
    stateFacts(transaction, [
      {
        ...{ kind: 'visit.made', subject: holder, organisation: place, quantity: 1, source },
        ...{ at: district.clock(), attributes: { form: 'in-home' } },
      },
    ]),
  );
}

async function takeBack({ district }: Bed, source: string): Promise<void> {
  const correction = { actor: newId(), reason: 'bench', at: district.clock() };
  await district.database.write(nobody, (transaction) =>
    reverseFacts(transaction, [source], correction),
  );
}
