import { beforeAll, describe, expect, test } from 'vitest';
import { createApp } from '../../app.ts';
import { makeTestApp, type TestApp } from '../../testing/test-app.ts';
import type { App } from '../index.ts';
import { limited, takeTogether } from './allowances.ts';
import { PUBLIC_READS_BY_NETWORK } from './limits.ts';

const check = { method: 'POST', url: '/api/v1/public/certificate-checks' } as const;
let here: TestApp;

beforeAll(async () => {
  here = await makeTestApp();
});

/** Somebody who is not signed in, from this address. */
function from(remoteAddress: string, url: string, language = 'zh-CN') {
  return here.app.inject({ url, remoteAddress, headers: { 'accept-language': language } });
}

async function useUp(allowance: string, most: number): Promise<void> {
  await here.pool.query('update tianfu.allowances_used set taken = $1 where allowance = $2', [
    most,
    allowance,
  ]);
}

describe('whoever is not signed in', () => {
  test('is told when to come back after too many requests, in their language', async () => {
    expect((await from('203.0.113.7', '/api/v1/schools')).statusCode).toBe(200);
    await useUp(PUBLIC_READS_BY_NETWORK.name, PUBLIC_READS_BY_NETWORK.most);
    const refused = await from('203.0.113.7', '/api/v1/public/plan');
    expect(refused.statusCode).toBe(429);
    expect(refused.headers['content-type']).toContain('application/problem+json');
    expect(Number(refused.headers['retry-after'])).toBe(PUBLIC_READS_BY_NETWORK.seconds);
    expect(refused.json()).toMatchObject({
      code: 'http.too-often',
      title: '从您这个网络来的请求太多了',
      detail: '10 分钟后就可以再试。',
    });
    const inEnglish = await from('203.0.113.7', '/api/v1/public/plan', 'en');
    expect(inEnglish.json().title).toBe('Too many requests come from your network');
  });

  test('elsewhere is not held up by it, nor are pages, health checks and those who sign in', async () => {
    expect((await from('203.0.113.8', '/api/v1/schools')).statusCode).toBe(200);
    expect((await from('203.0.113.7', '/healthz')).statusCode).toBe(200);
    const code = await here.app.inject({
      method: 'POST',
      url: '/api/v1/sign-in/codes',
      remoteAddress: '203.0.113.7',
      payload: { phone: '10000000001' },
    });
    expect(code.statusCode).toBe(202);
  });

  test('comes in again when the window is over', async () => {
    here.clock.set(new Date(here.clock().getTime() + 600_000).toISOString());
    expect((await from('203.0.113.7', '/api/v1/public/plan')).statusCode).toBe(200);
  });

  test('is believed where they come from only by way of a proxy that the operator named', async () => {
    const proxy = '10.1.2.3';
    const behind = await createApp({
      districtOf: () => here.district,
      log: false,
      proxies: ['10.0.0.0/8'],
    });
    const claiming = (app: App, remoteAddress: string, claimed: string) =>
      app.inject({
        url: '/api/v1/schools',
        remoteAddress,
        headers: { 'x-forwarded-for': claimed },
      });
    await claiming(behind, proxy, '203.0.113.20');
    await useUp(PUBLIC_READS_BY_NETWORK.name, PUBLIC_READS_BY_NETWORK.most);
    expect((await claiming(behind, proxy, '203.0.113.20')).statusCode).toBe(429);
    expect((await claiming(behind, proxy, '203.0.113.21')).statusCode).toBe(200);
    await claiming(behind, '203.0.113.22', '203.0.113.23');
    await useUp(PUBLIC_READS_BY_NETWORK.name, PUBLIC_READS_BY_NETWORK.most);
    expect((await claiming(behind, '203.0.113.22', '203.0.113.24')).statusCode).toBe(429);
    expect((await claiming(here.app, '203.0.113.22', '203.0.113.25')).statusCode).toBe(429);
    await behind.close();
    here.clock.set(new Date(here.clock().getTime() + 600_000).toISOString());
  });

  test('checks certificates within an allowance of its own', async () => {
    const asked = { ...check, remoteAddress: '203.0.113.9', payload: { token: 'x'.repeat(60) } };
    const first = await here.app.inject(asked);
    expect(first.statusCode).not.toBe(429);
    await useUp('certificate-checks-by-network', 2400);
    expect((await here.app.inject(asked)).statusCode).toBe(429);
    expect((await from('203.0.113.9', '/api/v1/schools')).statusCode).toBe(200);
  });
});

test('of those who ask at the same moment exactly the allowance passes, each network by itself', async () => {
  const allowance = { name: 'test', most: 5, seconds: 60 };
  const [hall, home] = ['hall', 'home'].map((name) => limited(here.district.sealing, name));
  const subjects = [hall, hall, home, hall, hall, hall, hall, home, hall] as Buffer[];
  const take = () =>
    here.database.write({ person: null, reach: [] }, (transaction) =>
      takeTogether(transaction, allowance, subjects, here.clock()),
    );
  const first = await take();
  expect(first.map(({ allowed }) => allowed)).toEqual([
    ...[true, true, true, true, true, true],
    ...[false, true, false],
  ]);
  const second = await take();
  const passed = subjects.filter((_, index) => second[index]?.allowed);
  expect(passed).toEqual([home, home]);
});
