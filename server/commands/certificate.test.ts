import { join } from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { certificate } from './certificate.ts';

const VECTORS = join(import.meta.dirname, '../../vectors/certificates');
const file = (name: string) => join(VECTORS, `${name}.json`);
const GIVEN = [
  ...['--issuer', file('issuer-did'), '--at', '2026-10-20T00:00:00Z'],
  ...['--status-list', file('status-revocation'), '--status-list', file('status-suspension')],
];

let said = '';
beforeEach(() => {
  said = '';
  vi.spyOn(process.stdout, 'write').mockImplementation((text) => {
    said += String(text);
    return true;
  });
});
afterEach(() => vi.restoreAllMocks());

test('verify says why of every check, in both languages, and ends with the verdict', async () => {
  expect(await certificate.run(['verify', file('good'), ...GIVEN])).toBe(0);
  expect(said.match(/^✓ \w+: .+。\n {2}.+\.$/gm)).toHaveLength(7);
  expect(said.trimEnd()).toMatch(/= 有效 · valid$/);
});

test.each([
  ['revoked', '✗ revoked: 已被签发单位撤销'],
  ['replaced', '✗ revoked: 已被签发单位撤销，或已换发新证明'],
  ['suspended', '✗ suspended: 已被签发单位暂停'],
  ['expired', '✗ dates: 已于2026年10月19日过期'],
  ['not-yet-valid', '✗ dates: 2026年12月1日起才生效'],
  ['wrong-key', '✗ signature: 签名无效'],
  ['unknown-issuer', '✗ issuer: 签发者 did:key:'],
  ['tampered/credentialSubject.licenseNumber', '✗ signature: 签名无效'],
])('verify says what is wrong with %s', async (name, reason) => {
  expect(await certificate.run(['verify', file(name), ...GIVEN])).toBe(1);
  expect(said).toContain(reason);
  expect(said).toContain('= 不可采信');
});

test('what could not be asked is not good: the exit code is neither yes nor no', async () => {
  expect(await certificate.run(['verify', file('good'), '--at', '2026-10-20T00:00:00Z'])).toBe(2);
  expect(said.match(/^\? /gm)).toHaveLength(3);
});

test('the same as JSON, for programs', async () => {
  await certificate.run(['verify', file('suspended'), ...GIVEN, '--json']);
  expect(JSON.parse(said)).toMatchObject({
    verdict: 'invalid',
    checks: expect.arrayContaining([
      expect.objectContaining({ key: 'suspended', outcome: 'failed' }),
    ]),
  });
});

test('a file that is no JSON, no DID document, or an instant that is none is refused by name', async () => {
  const readme = join(VECTORS, 'README.md');
  await expect(certificate.run(['verify', readme])).rejects.toThrow('is not JSON');
  await expect(certificate.run(['verify', file('good'), '--issuer', file('good')])).rejects.toThrow(
    'no DID document',
  );
  await expect(certificate.run(['verify', file('good'), '--at', 'soon'])).rejects.toThrow('--at');
});
