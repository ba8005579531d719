import type pg from 'pg';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { connectPool, migrateDistrict } from '../index.ts';
import { databaseAt } from '../testing/global-setup.ts';

const OWNER = 'plain_owner';
const DATABASE = 'test_plain';

let administrator: pg.Pool;
let owner: pg.Pool;

beforeAll(async () => {
  administrator = await connectPool(inject('databaseUrl'), 1);
  await administrator.query(`create role ${OWNER} login`);
  await administrator.query(`create database ${DATABASE} owner ${OWNER}`);
  const url = databaseAt(inject('databaseUrl'), DATABASE).replace('gongyu@', `${OWNER}@`);
  owner = await connectPool(url, 2);
});
afterAll(async () => {
  await owner.end();
  await administrator.query(`drop database ${DATABASE}`);
  await administrator.query(`drop owned by ${OWNER}`);
  await administrator.query(`drop role ${OWNER}`);
  await administrator.end();
});

test('an account that may not make roles is told what an administrator has to run, and then sets up by itself', async () => {
  await expect(migrateDistrict(owner, 'tianfu')).rejects.toThrow(/CREATEROLE.*gongyu_counter/);
  await administrator.query(`grant gongyu_app, gongyu_counter to ${OWNER}`);
  await migrateDistrict(owner, 'tianfu');
  const { rows } = await owner.query('select count(*) from tianfu.migrations');
  expect(rows[0].count).toBeGreaterThan(5);
});

test('setting up again changes nothing', async () => {
  await migrateDistrict(owner, 'tianfu');
});
