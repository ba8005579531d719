import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { EntryProof } from '../../shared/api-types.gen.ts';
import { checkEntry } from './check-entry.ts';

const VECTORS = join(import.meta.dirname, '../../../vectors/ledger/good');
const read = (name: string) => readFileSync(join(VECTORS, name), 'utf8');
const lines = read('entries.ndjson').trimEnd().split('\n');
const leaves = lines.map((line) => Buffer.from(JSON.parse(line).leaf_hash, 'base64'));
const sha256 = (...parts: Uint8Array[]) =>
  createHash('sha256').update(Buffer.concat(parts)).digest();

const halfOf = (size: number) => 2 ** Math.ceil(Math.log2(size) - 1);

function rootOf(from: number, to: number): Buffer {
  if (to - from === 1) return leaves[from] as Buffer;
  const middle = from + halfOf(to - from);
  return sha256(Buffer.of(1), rootOf(from, middle), rootOf(middle, to));
}

/** RFC 6962, section 2.1.1, as it stands there. */
function pathTo(index: number, from: number, to: number): Buffer[] {
  if (to - from === 1) return [];
  const middle = from + halfOf(to - from);
  return index < middle
    ? [...pathTo(index, from, middle), rootOf(middle, to)]
    : [...pathTo(index, middle, to), rootOf(from, middle)];
}

function proofOf(sequence: number): EntryProof {
  const [, entry = ''] = /^{"entry":({.*}),"leaf_hash"/.exec(lines[sequence] ?? '') ?? [];
  const size = leaves.length;
  return {
    entry,
    // The vectors' accounts are plain names, as before accounts were salted.
    account: { carer_id: JSON.parse(entry).carer, salt: null },
    sequence,
    size,
    leaf_hash: (leaves[sequence] as Buffer).toString('base64'),
    hashes: pathTo(sequence, 0, size).map((hash) => hash.toString('base64')),
    checkpoint: {
      note: read(`checkpoints/${String(size).padStart(16, '0')}.txt`),
      signed_at: '2021-11-01T00:00:00.000Z',
      key: JSON.parse(read('manifest.json')).verifier_key,
    },
  };
}

const good = { account: 'passed', content: 'passed', place: 'passed', signature: 'passed' };

test('every entry of a good ledger holds, step by step', async () => {
  for (const sequence of leaves.keys()) {
    expect(await checkEntry(proofOf(sequence)), String(sequence)).toEqual(good);
  }
});

test('an account is its carer’s when salt and id make it', async () => {
  const id = '019a0000-0000-7000-8000-0000000000c1';
  const salt = Buffer.alloc(32, 7);
  const bytes = Buffer.from(id.replaceAll('-', ''), 'hex');
  const own = sha256(Buffer.from('gongyu-ledger-account/1\n'), salt, bytes).toString('base64url');
  const proof = proofOf(3);
  const entry = JSON.stringify({ ...JSON.parse(proof.entry), carer: own });
  const salted = { ...proof, entry, account: { carer_id: id, salt: salt.toString('base64url') } };
  expect((await checkEntry(salted)).account).toBe('passed');
  const others = { ...salted.account, carer_id: id.replace('c1', 'c2') };
  expect((await checkEntry({ ...salted, account: others })).account).toBe('failed');
  const erased = { ...salted.account, salt: null };
  expect((await checkEntry({ ...salted, account: erased })).account).toBe('unknown');
});

test('what was changed is caught at the step that it breaks', async () => {
  const proof = proofOf(5);
  const { checkpoint } = proof;
  const changed = async (over: Partial<EntryProof>) => checkEntry({ ...proof, ...over });
  expect(await changed({ entry: proof.entry.replace('"amount":200', '"amount":900') })).toEqual({
    ...good,
    content: 'failed',
  });
  expect(await changed({ hashes: proof.hashes.slice(1) })).toEqual({ ...good, place: 'failed' });
  expect((await changed({ sequence: 6 })).place).toBe('failed');
  const grown = checkpoint.note.replace('\n12\n', '\n13\n');
  expect(await changed({ checkpoint: { ...checkpoint, note: grown } })).toEqual({
    ...good,
    place: 'failed',
    signature: 'failed',
  });
  const unsigned = `${checkpoint.note.split('\n\n')[0]}\n\n`;
  expect((await changed({ checkpoint: { ...checkpoint, note: unsigned } })).signature).toBe(
    'failed',
  );
});
