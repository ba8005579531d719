import { mkdtemp, readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { generateSigningKeys, type SigningKeys } from '../../../platform/signing/index.ts';
import { manifestBytes } from './export-format.ts';
import { auditLedgerExport } from './index.ts';
import {
  checkpointsAt,
  exportWithKeyChange,
  madeUpEntries,
  nextLedgerKeys,
  testLedgerKeys,
} from './ledger-vectors.ts';
import { auditAnew } from './testing/another-auditor.ts';

const entries = madeUpEntries(40);
const former = await testLedgerKeys();
const next = await nextLedgerKeys();
const stranger = await generateSigningKeys({ method: 'key' });

/** A ledger whose key changed after 20 entries; `by` signs the later checkpoint of 30. */
async function exported(by: SigningKeys = next, atThirty = entries): Promise<string> {
  const directory = await mkdtemp(join(tmpdir(), 'gongyu-ledger-'));
  await exportWithKeyChange(directory, entries, {
    until: 20,
    checkpoints: [
      ...checkpointsAt([10, 20], entries, former),
      ...checkpointsAt([30, 40], entries, next),
    ],
  });
  if (by !== next || atThirty !== entries) {
    const [note = ''] = checkpointsAt([30], atThirty, by);
    await writeFile(join(directory, 'checkpoints', '0000000000000030.txt'), note);
  }
  return directory;
}

/** Changes the manifest and signs it again with the present key: whoever does that has that key. */
async function forge(directory: string, change: (manifest: Manifest) => void): Promise<string> {
  const file = join(directory, 'manifest.json');
  const { signature: _, ...manifest } = JSON.parse(await readFile(file, 'utf8'));
  change(manifest);
  const signature = next.sign(manifestBytes(manifest)).toString('base64');
  await writeFile(file, JSON.stringify({ ...manifest, signature }));
  return directory;
}

interface Manifest {
  former_keys?: { public_multikey: string; until: number; handover: string; ended_at: string }[];
}

async function verdicts(directory: string) {
  const { passed, findings } = await auditLedgerExport(directory);
  return { ours: passed, anothers: auditAnew(directory) === undefined, about: findings[0]?.about };
}

test('a change of key in mid-history holds, for both auditors', async () => {
  expect(await verdicts(await exported())).toMatchObject({ ours: true, anothers: true });
});

test('whoever learned the former key is led on to the present one; a stranger’s key leads nowhere', async () => {
  const directory = await exported();
  for (const trusted of [former, next]) {
    const report = await auditLedgerExport(directory, { trustedKey: trusted.publicMultikey });
    expect(report.passed).toBe(true);
  }
  const foreign = await auditLedgerExport(directory, { trustedKey: stranger.publicMultikey });
  expect(foreign.findings.map(({ about }) => about)).toEqual(['key']);
});

test('a checkpoint that the former key signed after the change is refused, and said to be so', async () => {
  const directory = await exported(former);
  expect(await verdicts(directory)).toEqual({ ours: false, anothers: false, about: 'checkpoint' });
  const report = await auditLedgerExport(directory);
  expect(report.findings[0]?.says.en).toContain('not in force');
});

test('so is another history that a thief of the former key signs', async () => {
  const other = entries.map((entry) => ({ ...entry, amount: entry.amount + 1 }));
  expect(await verdicts(await exported(former, other))).toMatchObject({
    ours: false,
    anothers: false,
  });
});

test('so is one of before by the present key: the past is not signed again', async () => {
  const directory = await exported();
  const [note = ''] = checkpointsAt([10], entries, next);
  await writeFile(join(directory, 'checkpoints', '0000000000000010.txt'), note);
  expect(await verdicts(directory)).toEqual({ ours: false, anothers: false, about: 'checkpoint' });
});

test.each([
  ['its reach', (key: Key) => ({ ...key, until: 30 })],
  ['its end', (key: Key) => ({ ...key, ended_at: '2022-01-01T00:00:00.000Z' })],
  [
    'its signature',
    (key: Key) => ({ ...key, handover: next.sign(Buffer.of(1)).toString('base64') }),
  ],
  ['its name', (key: Key) => ({ ...key, public_multikey: stranger.publicMultikey })],
])('a former key whose %s was changed is caught', async (_, change) => {
  const directory = await forge(await exported(), (manifest) => {
    manifest.former_keys = (manifest.former_keys ?? []).map(change);
  });
  expect(await verdicts(directory)).toMatchObject({ ours: false, anothers: false });
});

type Key = NonNullable<Manifest['former_keys']>[number];

test('without its former key in the manifest the past is unsigned', async () => {
  const directory = await forge(await exported(), (manifest) => {
    delete manifest.former_keys;
  });
  expect(await verdicts(directory)).toMatchObject({ ours: false, anothers: false });
});

test('the same key named twice, or keys out of their order, is no manifest', async () => {
  const twice = await forge(await exported(), (manifest) => {
    const [key] = manifest.former_keys ?? [];
    if (key) manifest.former_keys = [key, key];
  });
  expect((await verdicts(twice)).ours).toBe(false);
});
