import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { readSettings } from './settings.ts';

const folder = mkdtempSync(join(tmpdir(), 'gongyu-settings-'));
afterAll(() => rmSync(folder, { recursive: true }));

const good = {
  GONGYU_DATA: folder,
  GONGYU_PUBLIC_URL: 'https://gongyu.example.org/',
  GONGYU_SECRET: Buffer.alloc(32, 7).toString('base64'),
  GONGYU_SMS: 'aliyun',
  GONGYU_SMS_KEY_ID: 'id',
  GONGYU_SMS_KEY_SECRET: 'secret',
  GONGYU_SMS_SIGN_NAME: '共育',
  GONGYU_SMS_TEMPLATE: 'SMS_1',
};

describe('the production start', () => {
  test.each([
    ['GONGYU_PUBLIC_URL', undefined],
    ['GONGYU_PUBLIC_URL', 'http://gongyu.example.org'],
    ['GONGYU_SECRET', undefined],
    ['GONGYU_SECRET', 'c2hvcnQ='],
    ['GONGYU_SMS', undefined],
    ['GONGYU_SMS', 'console'],
    ['GONGYU_SMS', 'pigeon'],
    ['GONGYU_SMS_KEY_ID', undefined],
    ['GONGYU_SMS_TEMPLATE', ''],
    ['GONGYU_DISTRICTS', 'Tianfu'],
    ['PORT', '80 80'],
    ['PORT', '70000'],
    ['TRUST_PROXY', '1'],
    ['TRUST_PROXY', '10.0.0.0/33'],
    ['TRUST_PROXY', 'everybody'],
  ])('names the setting when %s is %s', (name, value) => {
    const environment: Record<string, string | undefined> = { ...good, [name]: value };
    expect(() => readSettings(environment, 'serve')).toThrow(name);
  });

  test('takes a whole set of settings', () => {
    const trusted = { ...good, TRUST_PROXY: '127.0.0.1, 10.0.0.0/8, ::1' };
    expect(readSettings(trusted, 'serve')).toMatchObject({
      port: 3000,
      host: '0.0.0.0',
      proxies: ['127.0.0.1', '10.0.0.0/8', '::1'],
      districts: [{ id: 'tianfu', publicUrl: 'https://gongyu.example.org' }],
      sms: { transport: 'aliyun', signName: '共育' },
    });
  });

  test('gives each of several districts its own address', () => {
    const several = {
      ...good,
      GONGYU_DISTRICTS: 'one=plans/tianfu@one.example.org;two=plans/tianfu',
    };
    expect(readSettings(several, 'serve').districts.map(({ publicUrl }) => publicUrl)).toEqual([
      'https://one.example.org',
      'https://gongyu.example.org',
    ]);
  });
});

test('the demo makes a secret once and keeps it', () => {
  const demo = { GONGYU_DATA: folder };
  const { secret } = readSettings(demo, 'demo');
  expect(secret).toHaveLength(32);
  expect(readSettings(demo, 'demo').secret.equals(secret)).toBe(true);
});
