/**
 * What HTTP itself costs: a bare Fastify route that parses JSON and echoes it, one that answers a GET, and, where there
 * is a database, one that does `SELECT 1`.
 */
import fastify from 'fastify';
import { connectPool } from '../server/platform/index.ts';

const app = fastify();
app.post('/echo', async (request) => request.body);
app.get('/still', async () => ({ is: 'here' }));
const { DATABASE_URL: connectionString, PORT } = process.env;
if (connectionString) {
  const pool = await connectPool(connectionString);
  app.get('/select-1', async () => (await pool.query('select 1 as one')).rows);
  app.addHook('onClose', () => pool.end());
}
await app.listen({ port: Number(PORT ?? 0), host: '127.0.0.1' });
const { port } = app.server.address() as { port: number };
process.stdout.write(`http://localhost:${port}\n`);
process.on('SIGTERM', () => void app.close());
