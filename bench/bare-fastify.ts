/** What HTTP itself costs: a bare Fastify route that parses JSON and echoes it, and one that answers a GET. */
import fastify from 'fastify';

const app = fastify();
app.post('/echo', async (request) => request.body);
app.get('/still', async () => ({ is: 'here' }));
await app.listen({ port: Number(process.env.PORT ?? 0), host: '127.0.0.1' });
const { port } = app.server.address() as { port: number };
process.stdout.write(`http://localhost:${port}\n`);
process.on('SIGTERM', () => void app.close());
