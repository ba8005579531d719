import { spawn } from 'node:child_process';
import { join } from 'node:path';
import type { Bed } from './bed.ts';
import { type Result, resultOf } from './result.ts';

const ROOT = join(import.meta.dirname, '..');
const MOST_SECONDS = 60;

/** A change of rules tried on all facts of a district by the command, against the database only adding them up. */
export async function simulateRules({ district, pool, environment }: Bed): Promise<Result> {
  const { schema } = district.database;
  const facts = await pool.query<{ count: number }>(
    `select count(*)::integer from ${schema}.facts`,
  );
  const baseline = await secondsOf(() =>
    pool.query(`select subject_id, kind, sum(quantity) from ${schema}.facts group by 1, 2`),
  );
  const ours = await secondsOf(() => runCommand(environment));
  return resultOf('rules tried on a district', 's', {
    ours,
    baseline,
    note: `${facts.rows[0]?.count} facts; baseline: their sums by subject and kind in SQL`,
    reach: { most: 40 },
    limits: [{ what: 'seconds', figure: ours, most: MOST_SECONDS }],
  });
}

async function runCommand(environment: Bed['environment']): Promise<void> {
  const words = ['points', 'simulate', '--plan', 'plans/tianfu', '--json'];
  const child = spawn(process.execPath, ['server/cli.ts', ...words], {
    cwd: ROOT,
    env: { ...process.env, ...environment },
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  const code = await new Promise<number | null>((resolve) => child.once('exit', resolve));
  if (code !== 0) throw new Error('The simulation failed.');
}

async function secondsOf(work: () => Promise<unknown>): Promise<number> {
  const began = performance.now();
  await work();
  return (performance.now() - began) / 1000;
}
