import { afterEach, expect, test, vi } from 'vitest';
import { createHttpServer } from './http-server.ts';

afterEach(() => vi.restoreAllMocks());

test('a line of the log names the path without its query and without a secret in it', async () => {
  const lines: string[] = [];
  vi.spyOn(process.stderr, 'write').mockImplementation((line) => lines.push(String(line)) > 0);
  const app = createHttpServer(() => undefined, { log: true });
  app.addHook('onResponse', async (request) => request.log.warn({ req: request }, 'answered'));
  await app.inject(`/feeds/${'mV3-kq_'.padEnd(43, 'x')}.ics?phone=10012345678`);
  await app.close();
  expect(lines.map((line) => JSON.parse(line).req)).toEqual([
    { method: 'GET', path: '/feeds/….ics' },
  ]);
});
