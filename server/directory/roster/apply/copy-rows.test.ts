import { expect, test } from 'vitest';
import { makeTestDatabase } from '../../../platform/testing/test-database.ts';
import { copyPieces, copyRows } from './copy-rows.ts';
import { WrittenCells } from './copy-text.ts';

const here = await makeTestDatabase();

test('rows whose making fails are given up, and the connection goes on', async () => {
  async function* failing() {
    yield [[1], [2]];
    throw new Error('the sealing thread has ended');
  }
  await here.database.withOwner(async (client) => {
    await client.query('begin');
    await client.query('create temp table numbers (n integer) on commit drop');
    await expect(copyPieces(client, 'numbers', failing())).rejects.toThrow('sealing thread');
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

test('cells that are written already stand among others, in rows longer than the buffer and in many of them', async () => {
  const long = '学'.repeat(400_000);
  await here.database.withOwner(async (client) => {
    await client.query(
      'create temp table mixed (n integer, name text, first text, sealed bytea, rest text)',
    );
    const written = new WrittenCells('first\t\\\\x00ff');
    const rows = Array.from({ length: 20_000 }, (_, n) => [
      n,
      '张',
      written,
      n === 7 ? long : null,
    ]);
    await copyRows(client, 'mixed', rows);
    const { rows: counted } = await client.query(
      `select count(*) as rows, count(distinct n) as different, max(length(rest)) as longest
         from mixed where name = '张' and first = 'first' and sealed = '\\x00ff'`,
    );
    expect(counted).toEqual([{ rows: 20_000, different: 20_000, longest: 400_000 }]);
  });
});
