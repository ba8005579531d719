import { expect, test } from 'vitest';
import { generateSigningKeys, signingKeysFromSeed } from '../../../platform/signing/index.ts';
import { ledgerOrigin, openCheckpoint, signCheckpoint, verifierKeyOf } from './index.ts';
import { noteKeyId, openNote, signNote } from './signed-note.ts';

const seed = Buffer.alloc(32, 7);
const keys = await signingKeysFromSeed(seed, { method: 'key' });
const origin = ledgerOrigin('Gongyu.example');
const checkpoint = { origin, size: 12, root: Buffer.alloc(32, 1) };
const key = { name: origin, publicKey: keys.publicKey };

test('the note that Go’s sumdb/note documents opens with its published key', () => {
  const [name = '', id, base64 = ''] =
    'PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW'.split('+');
  const published = { name, publicKey: Buffer.from(base64, 'base64').subarray(1) };
  const text =
    'If you think cryptography is the answer to your problem,\nthen you don’t know what your problem is.\n'.replace(
      '’',
      "'",
    );
  const line =
    '\u2014 PeterNeumann x08go/ZJkuBS9UG/SffcvIAQxVBtiFupLLr8pAcElZInNIuGUgYN1FFYC2pZSNXgKvqfqdngotpRZb6KE6RyyBwJnAM=\n';
  expect(noteKeyId(published).toString('hex')).toBe(id);
  expect(openNote(`${text}\n${line}`, published)).toBe(text);
});

test('a signed checkpoint opens to what was signed', () => {
  const note = signCheckpoint(checkpoint, keys);
  expect(note.split('\n').slice(0, 4)).toEqual([
    'gongyu.example/ledger',
    '12',
    'AQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQE=',
    '',
  ]);
  expect(openCheckpoint(note, key)).toEqual(checkpoint);
  expect(verifierKeyOf(key)).toMatch(/^gongyu\.example\/ledger\+[0-9a-f]{8}\+A/);
});

test('no character of a checkpoint can be changed unnoticed', () => {
  const note = signCheckpoint(checkpoint, keys);
  for (let at = 0; at < note.length; at += 1) {
    const other = note[at] === 'x' ? 'y' : 'x';
    expect(openCheckpoint(note.slice(0, at) + other + note.slice(at + 1), key)).toBeUndefined();
  }
});

test('another key, another origin, or a signature over something else opens nothing', async () => {
  const stranger = await generateSigningKeys({ method: 'key' });
  expect(openCheckpoint(signCheckpoint(checkpoint, stranger), key)).toBeUndefined();
  expect(openCheckpoint(signNote('other\n12\nAQ==\n', origin, keys), key)).toBeUndefined();
  expect(openCheckpoint(signNote('12\n', origin, keys), key)).toBeUndefined();
  const elsewhere = { ...checkpoint, origin: 'elsewhere/ledger' };
  expect(openCheckpoint(signCheckpoint(elsewhere, keys), key)).toBeUndefined();
});

test('a second signature by a key we do not know does no harm', async () => {
  const stranger = await generateSigningKeys({ method: 'key' });
  const witnessLine = signNote('a\n', 'witness.example', stranger).split('\n').at(-2);
  const note = `${signCheckpoint(checkpoint, keys)}${witnessLine}\n`;
  expect(openCheckpoint(note, key)).toEqual(checkpoint);
});

test('a note cannot be signed under a name with spaces, nor with an empty line inside', () => {
  expect(() => signNote('a\n', 'two words', keys)).toThrow(TypeError);
  expect(() => signNote('a\n\nb\n', 'name', keys)).toThrow(TypeError);
});
