import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { dateInShanghai, termOn } from '../server/plan/index.ts';
import type { Bed } from './bed.ts';
import { type Result, resultOf } from './result.ts';

const ROOT = join(import.meta.dirname, '..');
const MOST_SECONDS = 60;

/** Every figure of a term counted once more from the facts by the command, against the database only adding them up. */
export async function dutyRecount({ district, pool, environment }: Bed): Promise<Result> {
  const { schema } = district.database;
  const term = termOn(district.plan, dateInShanghai(district.clock()));
  if (!term) throw new Error('The plan has no term today.');
  const { rows } = await pool.query<{ count: number }>(
    `select count(*)::integer from ${schema}.facts`,
  );
  const baseline = await secondsOf(() =>
    pool.query(`select subject_id, kind, sum(quantity) from ${schema}.facts group by 1, 2`),
  );
  const ours = await secondsOf(() => runCommand(environment, term.id));
  return resultOf('duties of a term recounted', 's', {
    ours,
    baseline,
    note: `${rows[0]?.count} facts, all equal; baseline: their sums by subject and kind in SQL`,
    reach: { most: 20 },
    limits: [{ what: 'seconds', figure: ours, most: MOST_SECONDS }],
  });
}

/** It ends well only if every figure equals its recount. */
async function runCommand(environment: Bed['environment'], period: string): Promise<void> {
  const words = ['recount', '--check', 'duties', '--period', period];
  const child = spawn(process.execPath, ['server/cli.ts', ...words], {
    cwd: ROOT,
    env: { ...process.env, ...environment },
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  const code = await new Promise<number | null>((resolve) => child.once('exit', resolve));
  if (code !== 0) throw new Error('A figure differs from its recount.');
}

async function secondsOf(work: () => Promise<unknown>): Promise<number> {
  const began = performance.now();
  await work();
  return (performance.now() - began) / 1000;
}
