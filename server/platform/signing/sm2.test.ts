import { execFile } from 'node:child_process';
import { mkdtemp, readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { SM2_ID, sm2KeysFromSeed, verifySm2 } from './index.ts';

const run = promisify(execFile);
const keys = sm2KeysFromSeed(Buffer.from('GONGYU TEST KEY, NOT FOR USE 001'));
const others = sm2KeysFromSeed(Buffer.from('GONGYU TEST KEY, NOT FOR USE 002'));

/** What the machine's OpenSSL says of a signature, as the documentation asks it. */
async function openssl(pem: string, bytes: Uint8Array, signature: Uint8Array): Promise<boolean> {
  const folder = await mkdtemp(join(tmpdir(), 'gongyu-sm2-'));
  const [key, file, sig] = ['key.pem', 'certificate.json', 'certificate.json.sm2'].map((name) =>
    join(folder, name),
  ) as [string, string, string];
  await Promise.all([writeFile(key, pem), writeFile(file, bytes), writeFile(sig, signature)]);
  const words = ['dgst', '-sm3', '-verify', key, '-signature', sig];
  return run('openssl', [...words, '-sigopt', `distid:${SM2_ID}`, file]).then(
    ({ stdout }) => stdout.includes('Verified OK'),
    ({ stdout }: { stdout: string }) => {
      // It ran and said no; that it could not run at all would be another thing.
      expect(stdout).toContain('Verification failure');
      return false;
    },
  );
}

test('OpenSSL finds the signature good, and bad for other bytes or another key', async () => {
  const bytes = Buffer.from('{"证明":"成长课时"}');
  const signature = keys.sign(bytes);
  expect(await openssl(keys.publicKeyPem, bytes, signature)).toBe(true);
  expect(await openssl(keys.publicKeyPem, Buffer.from('{}'), signature)).toBe(false);
  expect(await openssl(others.publicKeyPem, bytes, signature)).toBe(false);
});

test('OpenSSL’s own signature is good here', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'gongyu-sm2-'));
  const [secret, file, sig] = ['secret.pem', 'file', 'sig'].map((name) => join(folder, name)) as [
    string,
    string,
    string,
  ];
  await writeFile(file, 'by another program');
  await run('openssl', ['genpkey', '-algorithm', 'SM2', '-out', secret]);
  const how = ['-sigopt', `distid:${SM2_ID}`];
  await run('openssl', ['dgst', '-sm3', '-sign', secret, ...how, '-out', sig, file]);
  const { stdout: pem } = await run('openssl', ['pkey', '-in', secret, '-pubout']);
  expect(pem).toContain('BEGIN PUBLIC KEY');
  const signature = await readFile(sig);
  expect(verifySm2(pem, Buffer.from('by another program'), signature)).toBe(true);
  expect(verifySm2(pem, Buffer.from('by another programme'), signature)).toBe(false);
});

test('a signature holds for its bytes and key, and for no other', () => {
  fc.assert(
    fc.property(fc.uint8Array({ minLength: 1, maxLength: 200 }), fc.nat(), (bytes, at) => {
      const signature = keys.sign(bytes);
      expect(keys.verify(bytes, signature)).toBe(true);
      expect(others.verify(bytes, signature)).toBe(false);
      const changed = Uint8Array.from(bytes);
      changed[at % bytes.length] = (changed[at % bytes.length] ?? 0) ^ 1;
      expect(keys.verify(changed, signature)).toBe(false);
      expect(keys.verify(bytes, signature.subarray(1))).toBe(false);
    }),
    { numRuns: 20 },
  );
});

test('one seed is one key, another seed another; a seed of another length is refused', () => {
  const again = sm2KeysFromSeed(Buffer.from('GONGYU TEST KEY, NOT FOR USE 001'));
  expect(again.publicKeyPem).toBe(keys.publicKeyPem);
  expect(others.publicKeyPem).not.toBe(keys.publicKeyPem);
  expect(keys.publicKey).toHaveLength(65);
  expect(() => sm2KeysFromSeed(Buffer.alloc(31))).toThrow(RangeError);
});

test('a key of another curve is refused', async () => {
  const { stdout: pem } = await run('openssl', ['genpkey', '-algorithm', 'Ed25519']);
  expect(() => verifySm2(pem, Buffer.from('a'), Buffer.from('b'))).toThrow(RangeError);
});
