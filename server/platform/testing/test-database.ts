import { randomBytes } from 'node:crypto';
import type pg from 'pg';
import { afterAll, inject } from 'vitest';
import { connectPool, createDistrictDatabase, type DistrictDatabase } from '../index.ts';
import { databaseAt } from './global-setup.ts';

export interface TestDatabase {
  readonly url: string;
  readonly pool: pg.Pool;
  readonly database: DistrictDatabase;
}

/** A database of one's own, cloned from the template; dropped when the file's tests are done. */
export async function makeTestDatabase(): Promise<TestDatabase> {
  const server = inject('databaseUrl');
  const name = `test_${randomBytes(6).toString('hex')}`;
  const maintenance = await connectPool(server, 1);
  await maintenance.query(`create database ${name} template gongyu_template`);
  const url = databaseAt(server, name);
  const pool = await connectPool(url, 10);
  afterAll(async () => {
    await pool.end();
    await maintenance.query(`drop database if exists ${name} with (force)`);
    await maintenance.end();
  });
  return { url, pool, database: createDistrictDatabase(pool, 'tianfu') };
}
