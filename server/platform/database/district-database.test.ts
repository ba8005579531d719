import { beforeAll, expect, test } from 'vitest';
import type { DistrictDatabase } from '../index.ts';
import { makeTestDatabase } from '../testing/test-database.ts';

const nobody = { person: null, reach: [] };
const TIMES = 20;
/** In the pool of a test. */
const CONNECTIONS = 10;

let database: DistrictDatabase;
let alter: (statement: string) => Promise<unknown>;
beforeAll(async () => {
  const made = await makeTestDatabase();
  database = made.database;
  alter = (statement) => made.pool.query(statement);
});

const places = () =>
  database.read(nobody, (transaction) =>
    transaction.selectFrom('log_places').selectAll().execute(),
  );

test('a table that a migration changes under the program is read again after one failure a connection', async () => {
  for (let time = 0; time < TIMES; time += 1) await places();
  await alter('alter table tianfu.log_places add column remark text');
  const answers: unknown[] = [];
  for (let time = 0; time < TIMES; time += 1) answers.push(await places().catch(() => 'failed'));
  const failures = answers.filter((answer) => answer === 'failed').length;
  expect(failures).toBeLessThanOrEqual(CONNECTIONS);
  expect(answers.at(-1)).toMatchObject([{ follower: 'sequencer', remark: null }]);
  expect(answers.slice(failures)).not.toContain('failed');
});

test('a transaction in which a statement failed is not acknowledged, even when nobody looked at the failure', async () => {
  const swallowing = database.write(nobody, async (transaction) => {
    await transaction
      .insertInto('log_places')
      .values({ follower: 'nobody', place: -1, moved_at: new Date() })
      .execute()
      .catch(() => {});
  });
  await expect(swallowing).rejects.toThrow('Nothing was committed');
});

test('what is asked together is answered each with its own', async () => {
  const answers = await database.read(nobody, (transaction) =>
    Promise.all(
      Array.from({ length: TIMES }, (_, turn) =>
        transaction.selectNoFrom(({ val }) => val(turn).as('turn')).executeTakeFirstOrThrow(),
      ),
    ),
  );
  expect(answers.map(({ turn }) => Number(turn))).toEqual(answers.map((_, turn) => turn));
});
