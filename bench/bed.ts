import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type pg from 'pg';
import type { Background } from '../server/background.ts';
import { startBackgroundThread } from '../server/background-thread.ts';
import { openDistricts } from '../server/districts.ts';
import { type District, readSettings } from '../server/platform/index.ts';

/** A fresh server and an empty district to measure on. */
export interface Bed {
  readonly district: District;
  readonly pool: pg.Pool;
  /** The folder of the server's socket, for pgbench. */
  readonly socket: string;
  /** For a program of its own on the same district. */
  readonly environment: { readonly GONGYU_DATA: string; readonly DATABASE_URL: string };
  /** Counting as the server runs it, in a thread of its own. */
  startBackground(): Background;
  close(): Promise<void>;
}

export async function openBed(): Promise<Bed> {
  const folder = await mkdtemp(join(tmpdir(), 'gongyu-bench-'));
  await chmod(folder, 0o755);
  const environment = { GONGYU_DATA: folder };
  const open = await openDistricts(readSettings(environment, 'demo'));
  const [district] = open.districts;
  if (!district) throw new Error('The default settings have one district.');
  return {
    district,
    pool: open.pool,
    socket: join(folder, 'postgres'),
    environment: { ...environment, DATABASE_URL: open.databaseUrl },
    startBackground: () =>
      startBackgroundThread({ environment, mode: 'demo', databaseUrl: open.databaseUrl }),
    async close() {
      await open.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}
