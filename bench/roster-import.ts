import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createReadStream, createWriteStream, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import type pg from 'pg';
import { from, to } from 'pg-copy-streams';
import { nodeFlags } from '../scripts/node-flags.mjs';
import type { Bed } from './bed.ts';
import { writeMadeRoster } from './made-roster.ts';
import { type Result, resultOf } from './result.ts';
import { middleBy } from './rounds.ts';

const SIZE = { schools: 200, students: 150_000 };
const ROUNDS = 3;
const MOST_MEBIBYTES = 1024;
const MILLISECONDS_BETWEEN_LOOKS = 100;
const COPY_CHUNK_BYTES = 1024 * 1024;
/** Where the rows of a first roster come to stand. */
const TABLES = [
  'organisations',
  'people',
  'students',
  'enrolments',
  'guardianships',
  'external_keys',
  'stated_facts',
];

/**
 * Seconds of `gongyu import` for 150,000 students and 300,000 carers from OneRoster files: read, checked, compared
 * and written in one transaction. The baseline copies the rows that came of it into tables without a key. Of
 * three rounds, each into an empty directory, the one with the middle ratio.
 */
export async function rosterImport(bed: Bed): Promise<Result> {
  const folder = join(bed.environment.GONGYU_DATA, 'roster');
  await writeMadeRoster(folder, SIZE);
  const rounds: Round[] = [];
  for (let round = 1; round <= ROUNDS; round += 1) rounds.push(await oneRound(bed, folder));
  const { ours, baseline, rows } = middleBy(rounds, (round) => round.ours / round.baseline);
  const mebibytes = Math.max(...rounds.map((round) => round.mebibytes));
  return resultOf('roster import', 's', {
    ours,
    baseline,
    note: `${SIZE.students} students, ${2 * SIZE.students} carers, by the command, ${mebibytes} MiB at most; baseline: COPY of the ${rows} rows that it wrote into plain tables`,
    reach: { most: 4 },
    limits: [{ what: 'MiB', figure: mebibytes, most: MOST_MEBIBYTES }],
  });
}

interface Round {
  readonly ours: number;
  readonly baseline: number;
  readonly mebibytes: number;
  readonly rows: number;
}

async function oneRound(bed: Bed, folder: string): Promise<Round> {
  await emptyDirectory(bed);
  const began = performance.now();
  const mebibytes = await runImport(folder, bed.environment);
  const ours = (performance.now() - began) / 1000;
  const rows = await requireAllWritten(bed.pool);
  await keepRows(bed);
  const baseline = ((await copySeconds(bed)) + (await copySeconds(bed))) / 2;

  return { ours, baseline, mebibytes, rows };
}

function emptyDirectory({ district }: Bed): Promise<unknown> {
  const tables = TABLES.map((table) => `tianfu.${table}`).join(', ');
  return district.database.withOwner((client) => client.query(`truncate ${tables} cascade`));
}

/** Gives the most memory that the program took. */
async function runImport(folder: string, environment: object): Promise<number> {
  const command = [...nodeFlags, 'server/cli.ts', 'import', folder];
  const child = spawn(process.execPath, command, {
    cwd: join(import.meta.dirname, '..'),
    env: { ...process.env, ...environment },
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  let most = 0;
  const timer = setInterval(() => {
    most = Math.max(most, peakOf(child));
  }, MILLISECONDS_BETWEEN_LOOKS);
  const [code] = await once(child, 'exit');
  clearInterval(timer);
  if (code !== 0) throw new Error(`The import ended with ${code}.`);
  return most;
}

/** Mebibytes, as Linux keeps them; 0 when the program has just ended. */
function peakOf({ pid }: ChildProcess): number {
  try {
    const kibibytes = /VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1];
    return Math.ceil(Number(kibibytes ?? 0) / 1024);
  } catch {
    return 0;
  }
}

async function requireAllWritten(pool: pg.Pool): Promise<number> {
  let all = 0;
  for (const table of TABLES) {
    const { rows } = await pool.query<{ count: number }>(`select count(*) from tianfu.${table}`);
    all += rows[0]?.count ?? 0;
  }
  const { rows } = await pool.query<{ count: number }>('select count(*) from tianfu.guardianships');
  if (rows[0]?.count !== 2 * SIZE.students) throw new Error('Some families were not written.');
  return all;
}

async function keepRows(bed: Bed): Promise<void> {
  await bed.district.database.withOwner(async (client) => {
    for (const table of TABLES) {
      const file = createWriteStream(fileOf(bed, table));
      await pipeline(client.query(to(`copy tianfu.${table} to stdout`)), file);
      await client.query(
        `create table if not exists public.plain_${table} as select * from tianfu.${table} with no data`,
      );
    }
  });
}

function copySeconds(bed: Bed): Promise<number> {
  return bed.district.database.withOwner(async (client) => {
    const began = performance.now();
    await client.query('begin');
    for (const table of TABLES) {
      const rows = createReadStream(fileOf(bed, table), { highWaterMark: COPY_CHUNK_BYTES });
      await pipeline(rows, client.query(from(`copy public.plain_${table} from stdin`)));
    }
    await client.query('commit');
    const seconds = (performance.now() - began) / 1000;
    for (const table of TABLES) await client.query(`truncate public.plain_${table}`);
    return seconds;
  });
}

function fileOf({ environment }: Bed, table: string): string {
  return join(environment.GONGYU_DATA, `${table}.copy`);
}
