import {
  type CompiledQuery,
  type DatabaseConnection,
  type Driver,
  Kysely,
  PostgresAdapter,
  PostgresIntrospector,
  PostgresQueryCompiler,
  type QueryResult,
} from 'kysely';
import type { ClientBase } from 'pg';
import { statementName } from './statement-name.ts';
import type { Tables } from './tables.ts';

/** Everything a person's action may do to the database, inside its one transaction. */
export type WriteTransaction = Kysely<Tables>;

/** The part of it that only looks; PostgreSQL opens it READ ONLY, so that raw SQL cannot write either. */
export type ReadTransaction = Pick<
  WriteTransaction,
  'selectFrom' | 'selectNoFrom' | 'with' | 'withRecursive' | 'getExecutor' | 'fn' | 'dynamic'
>;

const onConnection = new WeakMap<ClientBase, WriteTransaction>();

/** Kysely over a connection that already stands in a transaction; made once for each connection. */
export function transactionOn(client: ClientBase): WriteTransaction {
  const known = onConnection.get(client);
  if (known) return known;
  const connection: DatabaseConnection = {
    async executeQuery<R>({ sql, parameters }: CompiledQuery): Promise<QueryResult<R>> {
      const name = statementName(sql);
      const result = await client.query({ text: sql, values: parameters as unknown[], ...name });
      return { rows: result.rows, numAffectedRows: BigInt(result.rowCount ?? 0) };
    },
    streamQuery() {
      throw new Error('A district transaction does not stream; page instead.');
    },
  };
  const made = new Kysely<Tables>({
    dialect: {
      createAdapter: () => new PostgresAdapter(),
      createIntrospector: (db) => new PostgresIntrospector(db),
      createQueryCompiler: () => new PostgresQueryCompiler(),
      createDriver: () => borrowedDriver(connection),
    },
  });
  onConnection.set(client, made);
  return made;
}

/** The transaction is begun and ended by DistrictDatabase, never by Kysely. */
function borrowedDriver(connection: DatabaseConnection): Driver {
  const refuse = async () => {
    throw new Error('Already in a transaction: pass it on instead of opening another.');
  };
  const nothing = async () => {};
  return {
    init: nothing,
    acquireConnection: async () => connection,
    beginTransaction: refuse,
    commitTransaction: refuse,
    rollbackTransaction: refuse,
    releaseConnection: nothing,
    destroy: nothing,
  };
}
