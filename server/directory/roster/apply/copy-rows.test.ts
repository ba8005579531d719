import { expect, test } from 'vitest';
import { makeTestDatabase } from '../../../platform/testing/test-database.ts';
import { copyLines, copyRows } from './copy-rows.ts';

const here = await makeTestDatabase();

test('rows whose making fails are given up, and the connection goes on', async () => {
  async function* failing() {
    yield '1\n2\n';
    throw new Error('the sealing thread has ended');
  }
  await here.database.withOwner(async (client) => {
    await client.query('begin');
    await client.query('create temp table numbers (n integer) on commit drop');
    await expect(copyLines(client, 'numbers', failing())).rejects.toThrow('sealing thread');
    await client.query('rollback');
    const { rows } = await client.query('select 1 as one');
    expect(rows).toEqual([{ one: 1 }]);
  });
});

test('tabs, newlines and backslashes in a cell arrive as they were', async () => {
  const text = 'a\tb\nc\\d\re';
  await here.database.withOwner(async (client) => {
    await client.query('create temp table texts (text text, flag boolean, n integer)');
    await copyRows(client, 'texts', [[text, true, null]]);
    const { rows } = await client.query('select * from texts');
    expect(rows).toEqual([{ text, flag: true, n: null }]);
  });
});
