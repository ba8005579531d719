import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type pg from 'pg';
import { openDistricts } from '../server/districts.ts';
import { type District, readSettings } from '../server/platform/index.ts';

/** A fresh server and an empty district to measure on. */
export interface Bed {
  readonly district: District;
  readonly pool: pg.Pool;
  /** The folder of the server's socket, for pgbench. */
  readonly socket: string;
  close(): Promise<void>;
}

export async function openBed(): Promise<Bed> {
  const folder = await mkdtemp(join(tmpdir(), 'gongyu-bench-'));
  await chmod(folder, 0o755);
  const open = await openDistricts(readSettings({ GONGYU_DATA: folder }, 'demo'));
  const [district] = open.districts;
  if (!district) throw new Error('The default settings have one district.');
  return {
    district,
    pool: open.pool,
    socket: join(folder, 'postgres'),
    async close() {
      await open.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}
