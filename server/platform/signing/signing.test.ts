import { mkdtemp, readFile, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  generateSigningKeys,
  identityForHost,
  loadOrMakeSigningKeys,
  loadSigningKeys,
  publicKeyOfMultikey,
  saveSigningKeys,
  signingKeysFromSeed,
  verifySignature,
} from './index.ts';

// RFC 8032, section 7.1, test 1: what any Ed25519 must answer.
const RFC_SEED = Buffer.from(
  '9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60',
  'hex',
);
const RFC_PUBLIC = 'd75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a';
const RFC_SIGNATURE =
  'e5564300c360ac729086e2cc806e828a84877f1eb8e5d974d873e065224901555fb8821590a33bacc61e39701cf9b46bd25bf5f0595bbe24655141438e7a100b';

const folder = () => mkdtemp(join(tmpdir(), 'gongyu-signing-'));

test('the keys of RFC 8032 sign as RFC 8032 says', async () => {
  const keys = await signingKeysFromSeed(RFC_SEED, { method: 'key' });
  expect(Buffer.from(keys.publicKey).toString('hex')).toBe(RFC_PUBLIC);
  expect(keys.sign(new Uint8Array()).toString('hex')).toBe(RFC_SIGNATURE);
});

test('a signature holds for its bytes and key, and for no other', async () => {
  const [ours, theirs] = await Promise.all([
    generateSigningKeys({ method: 'key' }),
    generateSigningKeys({ method: 'key' }),
  ]);
  fc.assert(
    fc.property(fc.uint8Array({ minLength: 1 }), fc.nat(), (bytes, at) => {
      const signature = ours.sign(bytes);
      expect(ours.verify(bytes, signature)).toBe(true);
      expect(verifySignature(ours.publicKey, bytes, signature)).toBe(true);
      expect(theirs.verify(bytes, signature)).toBe(false);
      const changed = Uint8Array.from(bytes);
      changed[at % bytes.length] = (changed[at % bytes.length] ?? 0) ^ 1;
      expect(ours.verify(changed, signature)).toBe(false);
      expect(ours.verify(bytes, signature.subarray(1))).toBe(false);
    }),
  );
});

test('keys come back from their file the same, and only their owner can read it', async () => {
  const path = join(await folder(), 'keys.json');
  const made = await generateSigningKeys({ method: 'key' });
  await saveSigningKeys(path, made);
  expect((await stat(path)).mode & 0o777).toBe(0o600);
  const loaded = await loadSigningKeys(path, { method: 'key' });
  expect(loaded.did).toBe(made.did);
  expect(loaded.verify(Buffer.from('a'), made.sign(Buffer.from('a')))).toBe(true);
});

test('a key file is never written over', async () => {
  const path = join(await folder(), 'keys.json');
  const first = await loadOrMakeSigningKeys(path, { method: 'key' });
  await expect(
    saveSigningKeys(path, await generateSigningKeys({ method: 'key' })),
  ).rejects.toThrow();
  expect((await loadOrMakeSigningKeys(path, { method: 'key' })).publicMultikey).toBe(
    first.publicMultikey,
  );
});

test('a key file with a foreign public key, or no key file at all, is refused with a sentence', async () => {
  const path = join(await folder(), 'keys.json');
  await saveSigningKeys(path, await generateSigningKeys({ method: 'key' }));
  const other = await generateSigningKeys({ method: 'key' });
  const stored = JSON.parse(await readFile(path, 'utf8')) as Record<string, string>;
  await writeFile(path, JSON.stringify({ ...stored, public_multikey: other.publicMultikey }));
  await expect(loadSigningKeys(path, { method: 'key' })).rejects.toThrow('does not belong');
  for (const text of [
    '',
    'null',
    '[]',
    '{"type":"Ed25519","seed":"c2hvcnQ","public_multikey":"z"}',
  ]) {
    await writeFile(path, text);
    await expect(loadSigningKeys(path, { method: 'key' })).rejects.toThrow('not a key file');
  }
});

test('on this machine the issuer is a did:key, on a public host a did:web', async () => {
  const local = await signingKeysFromSeed(RFC_SEED, identityForHost('localhost:3000'));
  expect(local.did).toBe(`did:key:${local.publicMultikey}`);
  const hosted = await signingKeysFromSeed(RFC_SEED, identityForHost('Gongyu.example:8443'));
  expect(hosted.did).toBe('did:web:gongyu.example%3A8443');
  expect(hosted.verificationMethod).toBe(`did:web:gongyu.example%3A8443#${hosted.publicMultikey}`);
  expect(hosted.didDocument.assertionMethod).toEqual([hosted.verificationMethod]);
});

test('a public multikey gives back the public key', async () => {
  const keys = await generateSigningKeys({ method: 'key' });
  expect(await publicKeyOfMultikey(keys.publicMultikey)).toEqual(keys.publicKey);
});
