import { afterEach, expect, test, vi } from 'vitest';
import { fixedClock } from '../clock.ts';
import type { District } from '../district.ts';
import { createHttpServer } from './http-server.ts';

afterEach(() => vi.restoreAllMocks());

test('a line of the log names the path without its query and without a secret in it', async () => {
  const lines: string[] = [];
  vi.spyOn(process.stderr, 'write').mockImplementation((line) => lines.push(String(line)) > 0);
  const district = { clock: fixedClock('2026-10-14T01:00:00Z') } as District;
  const app = createHttpServer(() => district, { log: true });
  app.get('/feeds/:token.ics', async (request) => {
    request.log.warn({ req: request }, 'slow');
    return {};
  });
  const secret = 'mV3-kq_'.padEnd(43, 'x');
  await app.inject(`/feeds/${secret}.ics?phone=10012345678`);
  await app.close();
  expect(lines.map((line) => JSON.parse(line).req)).toEqual([
    { method: 'GET', path: '/feeds/….ics' },
  ]);
});
