import pg from 'pg';
import type { Call } from '../call.ts';
import { IdempotencyKeyReused } from '../http/refusals.ts';
import { connectAlone } from './pool.ts';
import { withoutHurry } from './send-by-turns.ts';
import { isStalePlan } from './statement-name.ts';
import { type ReadTransaction, transactionOn, type WriteTransaction } from './transaction.ts';

/** Who is asking, as row-level security needs it. */
export interface Reader {
  /** Null: nobody is signed in. */
  readonly person: string | null;
  /** Organisations whose students this person may see, or every one (a job of the program itself). */
  readonly reach: readonly string[] | 'all';
}

/** The database of one district: every transaction starts in its schema, with little privilege. */
export interface DistrictDatabase {
  readonly schema: string;
  /** One snapshot: everything read inside belongs together. */
  read<T>(reader: Reader, work: (transaction: ReadTransaction) => Promise<T>): Promise<T>;
  /**
   * Runs `work` in one transaction. With an idempotency key in the call, the answer is stored in the same
   * transaction, and a second call with that key gives it back without doing the work again.
   */
  write<T>(
    reader: Reader,
    work: (transaction: WriteTransaction) => Promise<T>,
    call?: Call,
  ): Promise<T>;
  /** For the sequencer and the counters: the one role that may place facts and post entries. */
  count<T>(work: (transaction: WriteTransaction, client: pg.PoolClient) => Promise<T>): Promise<T>;
  /** A connection outside any transaction, in the schema, as the owner: locks that last, VACUUM, COPY. */
  withOwner<T>(work: (client: pg.ClientBase) => Promise<T>): Promise<T>;
}

export function createDistrictDatabase(pool: pg.Pool, schema: string): DistrictDatabase {
  const path = `set local search_path to ${pg.escapeIdentifier(schema)}`;

  async function inTransaction<T>(begin: string, work: (client: pg.PoolClient) => Promise<T>) {
    const client = await pool.connect();
    let broken: Error | undefined;
    try {
      const answer = await beginWith(client, begin, work);
      const { command } = await client.query('commit');
      if (command !== 'COMMIT') throw new Error('Nothing was committed: a statement had failed.');
      return answer;
    } catch (error) {
      if (isStalePlan(error)) broken = error;
      // A connection that cannot even roll back is thrown away instead of going back to the pool.
      await client.query('rollback').catch((failure: Error) => {
        broken = failure;
      });
      throw error;
    } finally {
      client.release(broken);
    }
  }

  /** Nothing is written, so nobody waits for the end; what the connection is lent for next stands in line behind it. */
  async function inSnapshot<T>(begin: string, work: (client: pg.PoolClient) => Promise<T>) {
    const client = await pool.connect();
    let broken: Error | undefined;
    try {
      return await beginWith(client, begin, work);
    } catch (error) {
      if (isStalePlan(error)) broken = error;
      throw error;
    } finally {
      // Only a broken connection fails here, and the pool hears of that by itself.
      withoutHurry(client.connection.stream, () => client.query('rollback').catch(() => {}));
      client.release(broken);
    }
  }

  return {
    schema,
    read: (reader, work) =>
      inSnapshot(
        `begin isolation level repeatable read read only; ${path}; set local role gongyu_app; ${identity(reader)}`,
        (client) => work(transactionOn(client)),
      ),
    write: (reader, work, call) =>
      inTransaction(`begin; ${path}; set local role gongyu_app; ${identity(reader)}`, (client) => {
        const transaction = transactionOn(client);
        return call?.idempotency
          ? once(transaction, reader, call.idempotency, work)
          : work(transaction);
      }),
    count: (work) =>
      inTransaction(`begin; ${path}; set local role gongyu_counter; ${byKeys}`, (client) =>
        work(transactionOn(client), client),
      ),
    async withOwner(work) {
      const client = await connectAlone(pool);
      try {
        await client.query(`set search_path to ${pg.escapeIdentifier(schema)}`);
        return await work(client);
      } finally {
        await client.end();
      }
    },
  };
}

/**
 * The work's first statements go out together with BEGIN. Should that fail they find no table, for it sets the
 * search path.
 */
async function beginWith<T>(
  client: pg.PoolClient,
  begin: string,
  work: (client: pg.PoolClient) => Promise<T>,
): Promise<T> {
  const [begun, worked] = await Promise.allSettled([client.query(begin), work(client)]);
  if (begun.status === 'rejected') throw begun.reason;
  if (worked.status === 'rejected') throw worked.reason;
  return worked.value;
}

/**
 * Counting takes thousands of rows by their keys out of tables of millions that grow as it runs. While their
 * statistics are young the planner would rather hash a whole table for each batch, and a district's counting
 * would slow down with its history.
 */
const byKeys =
  'set local enable_seqscan to off; set local enable_hashjoin to off; set local enable_mergejoin to off';

/** Row-level security reads these; Citus forwards SET LOCAL to its workers, but not set_config(). */
function identity({ person, reach }: Reader): string {
  const organisations = reach === 'all' ? 'all' : reach.join(',');
  return (
    `set local gongyu.person to ${pg.escapeLiteral(person ?? '')}; ` +
    `set local gongyu.reach to ${pg.escapeLiteral(organisations)}`
  );
}

async function once<T>(
  transaction: WriteTransaction,
  reader: Reader,
  { key, fingerprint }: { key: string; fingerprint: string },
  work: (transaction: WriteTransaction) => Promise<T>,
): Promise<T> {
  const person_id = reader.person ?? '00000000-0000-0000-0000-000000000000';
  const taken = await transaction
    .insertInto('idempotency_keys')
    .values({ key, person_id, fingerprint, answer: null, made_at: new Date() })
    .onConflict((conflict) => conflict.columns(['person_id', 'key']).doNothing())
    .returning('key')
    .executeTakeFirst();
  if (!taken) {
    const first = await transaction
      .selectFrom('idempotency_keys')
      .select(['fingerprint', 'answer'])
      .where('person_id', '=', person_id)
      .where('key', '=', key)
      .executeTakeFirstOrThrow();
    if (first.fingerprint !== fingerprint) throw IdempotencyKeyReused();
    return first.answer as T;
  }
  const answer = await work(transaction);
  await transaction
    .updateTable('idempotency_keys')
    .set({ answer: JSON.stringify(answer ?? null) })
    .where('person_id', '=', person_id)
    .where('key', '=', key)
    .execute();
  return answer;
}
