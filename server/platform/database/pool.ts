import pg from 'pg';
import { PublicError } from '../public-error.ts';
import { sendByTurns } from './send-by-turns.ts';

/** The type's number in PostgreSQL's catalogue, which `pg` has no name for. */
const UUID_ARRAY = 2951 as typeof pg.types.builtins.UUID;

// bigint columns hold places, sequences and amounts, all far below 2^53.
pg.types.setTypeParser(pg.types.builtins.INT8, Number);
// Ids have no letters to unquote, and lists of them are the longest arrays there are.
pg.types.setTypeParser(UUID_ARRAY, (text) => (text === '{}' ? [] : text.slice(1, -1).split(',')));
// A date is a calendar day, not an instant: it stays the text that the plan files use.
pg.types.setTypeParser(pg.types.builtins.DATE, (text) => text);

/**
 * A pool on the given server; refuses with one sentence when nothing answers there. Its connections are
 * pipelined: what is asked together is sent together, and answered in the same order.
 */
export async function connectPool(connectionString: string, most = 20): Promise<pg.Pool> {
  const pool = new pg.Pool({ ...connection(connectionString), max: most, pipeline: true });
  // An idle connection that the server closes must not end the program: the next query gets a new one.
  pool.on('error', () => {});
  // Nor one that breaks while it is lent out: whoever uses it is told by the query that fails.
  pool.on('connect', (client) => {
    client.on('error', () => {});
    sendByTurns(client.connection.stream);
  });
  try {
    await pool.query('select 1');
  } catch (error) {
    await pool.end();
    const shown = connectionString.replace(/:[^:@/]*@/, ':***@');
    throw new PublicError(
      `PostgreSQL does not answer at ${shown} (${(error as Error).message}). Check DATABASE_URL, or leave it out to use the embedded server.`,
    );
  }
  return pool;
}

/** A connection of its own, for what cannot share one: COPY, locks that last. Whoever asks ends it. */
export async function connectAlone(pool: pg.Pool): Promise<pg.Client> {
  const client = new pg.Client(connection(pool.options.connectionString));
  client.on('error', () => {});
  await client.connect();
  return client;
}

function connection(connectionString: string | undefined): pg.ClientConfig {
  return { connectionString, application_name: 'gongyu' };
}
