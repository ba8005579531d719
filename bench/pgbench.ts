import { execFileSync, spawnSync } from 'node:child_process';
import { globSync } from 'node:fs';
import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** PostgreSQL's own load generator: found on the machine, or installed from Debian's packages when root. */
function findPgbench(): string {
  const found = () => globSync('/usr/lib/postgresql/*/bin/pgbench').sort().at(-1);
  if (!found() && process.getuid?.() === 0) {
    execFileSync('apt-get', ['install', '-y', '-qq', 'postgresql'], { stdio: 'ignore' });
  }
  const pgbench = found();
  if (!pgbench) throw new Error('pgbench is missing: install the package postgresql.');
  return pgbench;
}

/** Runs a script with 16 clients for some seconds; gives transactions per second. */
export async function runPgbench(socket: string, script: string, seconds: number): Promise<number> {
  const folder = await mkdtemp(join(tmpdir(), 'gongyu-pgbench-'));
  const file = join(folder, 'script.sql');
  await writeFile(file, script);
  const flags = ['-n', '-M', 'prepared', '-c', '16', '-j', '2', '-T', String(seconds), '-f', file];
  const run = spawnSync(findPgbench(), [...flags, '-h', socket, '-U', 'gongyu', 'postgres'], {
    encoding: 'utf8',
  });
  const tps = /tps = ([\d.]+)/.exec(run.stdout)?.[1];
  if (tps === undefined) throw new Error(`pgbench failed: ${run.stderr}`);
  return Number(tps);
}
