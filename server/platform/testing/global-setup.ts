import { rmSync } from 'node:fs';
import { chmod, mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type pg from 'pg';
import type { TestProject } from 'vitest/node';
import { connectPool, migrateDistrict, startEmbeddedPostgres } from '../index.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** Of the server's maintenance database; the template is `gongyu_template`. */
    databaseUrl: string;
  }
}

/**
 * One PostgreSQL for the whole run and one migrated template; each test file clones it. With DATABASE_URL set
 * the run uses that server instead (PostgreSQL 15 to 18).
 */
export default async function setUp(project: TestProject): Promise<() => Promise<void>> {
  const given = process.env.DATABASE_URL;
  const folder = given ? undefined : await mkdtemp(join(tmpdir(), 'gongyu-test-'));
  // PostgreSQL may work as another user here, who must be able to pass through.
  if (folder) await chmod(folder, 0o755);
  const server = folder ? await startEmbeddedPostgres(folder) : undefined;
  const url = given ?? (server as { url(): string }).url();
  const maintenance = await connectPool(url, 1);
  if (!given) await spareTheDisk(maintenance);
  await maintenance.query('drop database if exists gongyu_template with (force)');
  await maintenance.query('create database gongyu_template');
  const template = await connectPool(databaseAt(url, 'gongyu_template'), 1);
  await migrateDistrict(template, 'tianfu');
  await template.end();
  await maintenance.end();
  project.provide('databaseUrl', url);
  return async () => {
    await server?.stop();
    if (folder) rmSync(folder, { recursive: true, force: true });
  };
}

/** Nothing of a run is to outlive a power cut, so no commit waits for the disk. Those of the journeys do. */
async function spareTheDisk(maintenance: pg.Pool): Promise<void> {
  await maintenance.query('alter system set fsync = off');
  await maintenance.query('alter system set full_page_writes = off');
  await maintenance.query('select pg_reload_conf()');
}

/** The same server, another database. */
export function databaseAt(url: string, database: string): string {
  return url.replace(/^(postgres(?:ql)?:\/\/[^/]*\/)[^?]*/, `$1${database}`);
}
