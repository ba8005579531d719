import { chmod, mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type pg from 'pg';
import type { Background } from '../server/background.ts';
import { startBackgroundThread } from '../server/background-thread.ts';
import { makeDemoDistrict } from '../server/demo-district.ts';
import { openDistricts } from '../server/districts.ts';
import { connectPool, type District, readSettings } from '../server/platform/index.ts';
import type { Result } from './result.ts';

const KEPT = process.env.GONGYU_BENCH_DISTRICT ?? join(import.meta.dirname, '.work', 'district');

/** A server and a district to measure on. */
export interface Bed {
  readonly district: District;
  readonly pool: pg.Pool;
  /** The folder of the server's socket, for pgbench. */
  readonly socket: string;
  /** For a program of its own on the same district. */
  readonly environment: { readonly GONGYU_DATA: string; readonly DATABASE_URL: string };
  /** Counting as the server runs it, in a thread of its own. */
  startBackground(): Background;
}

/** An empty district for one row, so that none inherits another's dirty pages. */
export async function onFreshBed(measure: (bed: Bed) => Promise<Result>): Promise<Result> {
  const folder = await mkdtemp(join(tmpdir(), 'gongyu-bench-'));
  await chmod(folder, 0o755);
  try {
    return await onBed(folder, measure);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** The demo at the scale of a whole district. It takes minutes to make, so it is kept and made once. */
export async function onWholeDistrict(measure: (bed: Bed) => Promise<Result>): Promise<Result> {
  await mkdir(KEPT, { recursive: true });
  return onBed(KEPT, async (bed) => {
    await makeDemoDistrict(bed.district, { scale: 'district', seed: 1 });
    return measure(bed);
  });
}

/**
 * Works on the same district once more, in a database beside its own, as it is now: for what is compared in turns, since
 * a machine is not equally fast for twenty minutes.
 */
export async function withCopy<Answer>(
  bed: Bed,
  work: (copy: Bed) => Promise<Answer>,
): Promise<Answer> {
  const { rows } = await bed.pool.query<{ name: string }>('select current_database() as name');
  const name = rows[0]?.name ?? '';
  const address = (database: string) => addressOf(bed.environment.DATABASE_URL, name, database);
  const administration = await connectPool(address('template1'), 1);
  try {
    // A database is copied only while nobody is in it; the pool's idle connections come again when they are asked for.
    await administration.query(
      'select pg_terminate_backend(pid) from pg_stat_activity where datname = $1',
      [name],
    );
    await administration.query(`create database ${COPY} template "${name}"`);
  } finally {
    await administration.end();
  }
  const environment = { ...bed.environment, DATABASE_URL: address(COPY) };
  const open = await openDistricts(readSettings(environment, 'demo'));
  try {
    const [district] = open.districts;
    return await work({ ...bed, district: district ?? bed.district, pool: open.pool, environment });
  } finally {
    await open.close();
  }
}

const COPY = 'gongyu_before';

function addressOf(url: string, name: string, database: string): string {
  return url.replace(`/${name}?`, `/${database}?`);
}

async function onBed(folder: string, measure: (bed: Bed) => Promise<Result>): Promise<Result> {
  const environment = { GONGYU_DATA: folder };
  const open = await openDistricts(readSettings(environment, 'demo'));
  try {
    const [district] = open.districts;
    if (!district) throw new Error('The default settings have one district.');
    return await measure({
      district,
      pool: open.pool,
      socket: join(folder, 'postgres'),
      environment: { ...environment, DATABASE_URL: open.databaseUrl },
      startBackground: () =>
        startBackgroundThread({ environment, mode: 'demo', databaseUrl: open.databaseUrl }),
    });
  } finally {
    await open.close();
  }
}
