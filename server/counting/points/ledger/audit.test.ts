import { appendFile, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { generateSigningKeys } from '../../../platform/signing/index.ts';
import { manifestBytes } from './export-format.ts';
import { auditLedgerExport, cosign, type Manifest, writeLedgerExport } from './index.ts';
import {
  balancesOf,
  exportEntries,
  forgedLine,
  madeUpEntries,
  testLedgerKeys,
  VECTORS,
  writeLedgerVectors,
} from './ledger-vectors.ts';

const COUNT = 40;
const keys = await testLedgerKeys();

const exported = async (checkpointSizes: number[] = [16, 32], entries = madeUpEntries(COUNT)) => {
  const directory = await mkdtemp(join(tmpdir(), 'gongyu-ledger-'));
  await exportEntries(directory, entries, checkpointSizes);
  return directory;
};
const linesOf = async (directory: string) =>
  (await readFile(join(directory, 'entries.ndjson'), 'utf8')).trimEnd().split('\n');
const writeLines = (directory: string, lines: string[]) =>
  writeFile(join(directory, 'entries.ndjson'), lines.map((line) => `${line}\n`).join(''));

test('an untouched export passes, and says what it read', async () => {
  const report = await auditLedgerExport(await exported(), { trustedKey: keys.publicMultikey });
  expect(report).toMatchObject({
    passed: true,
    findings: [],
    entriesRead: COUNT,
    carersRead: 3,
    checkpointsHeld: 3,
    publicMultikey: keys.publicMultikey,
  });
});

test('a ledger without entries can be exported and audited', async () => {
  expect((await auditLedgerExport(await exported([], []))).passed).toBe(true);
});

const anEntry = fc.nat(COUNT - 1);
const runs = { numRuns: 25 };

describe('the first wrong entry is named when', () => {
  test('any one character of an entry is changed', async () => {
    const directory = await exported();
    const lines = await linesOf(directory);
    await fc.assert(
      fc.asyncProperty(anEntry, fc.nat(), async (at, position) => {
        const line = lines[at] ?? '';
        const place = position % line.length;
        const other = line[place] === '7' ? '8' : '7';
        const changed = line.slice(0, place) + other + line.slice(place + 1);
        await writeLines(directory, lines.with(at, changed));
        const report = await auditLedgerExport(directory);
        expect(report.passed).toBe(false);
        expect(report.firstWrongEntry?.sequence).toBe(at);
      }),
      { numRuns: 60 },
    );
  });

  test('an entry is removed', async () => {
    const directory = await exported();
    const lines = await linesOf(directory);
    await fc.assert(
      fc.asyncProperty(anEntry, async (at) => {
        await writeLines(directory, lines.toSpliced(at, 1));
        expect((await auditLedgerExport(directory)).firstWrongEntry?.sequence).toBe(at);
      }),
      runs,
    );
  });

  test('an entry is put in', async () => {
    const directory = await exported();
    const lines = await linesOf(directory);
    await fc.assert(
      fc.asyncProperty(anEntry, anEntry, async (from, to) => {
        fc.pre(from !== to);
        await writeLines(directory, lines.toSpliced(to, 0, lines[from] ?? ''));
        expect((await auditLedgerExport(directory)).firstWrongEntry?.sequence).toBe(to);
      }),
      runs,
    );
  });

  test('two entries change places', async () => {
    const directory = await exported();
    const lines = await linesOf(directory);
    await fc.assert(
      fc.asyncProperty(anEntry, anEntry, async (one, other) => {
        fc.pre(one !== other);
        await writeLines(
          directory,
          lines.with(one, lines[other] ?? '').with(other, lines[one] ?? ''),
        );
        const report = await auditLedgerExport(directory);
        expect(report.firstWrongEntry?.sequence).toBe(Math.min(one, other));
      }),
      runs,
    );
  });

  test('the end is cut off', async () => {
    const directory = await exported();
    const lines = await linesOf(directory);
    await fc.assert(
      fc.asyncProperty(anEntry, async (at) => {
        await writeLines(directory, lines.slice(0, at));
        expect((await auditLedgerExport(directory)).firstWrongEntry?.sequence).toBe(at);
      }),
      runs,
    );
  });

  test('an entry is added at the end', async () => {
    const directory = await exported();
    await appendFile(join(directory, 'entries.ndjson'), `${forgedLine(COUNT)}\n`);
    expect((await auditLedgerExport(directory)).firstWrongEntry?.sequence).toBe(COUNT);
  });

  test('the same fact earns twice by one rule, though everything is signed', async () => {
    const entries = madeUpEntries(COUNT);
    const twice = entries.map((entry) =>
      entry.sequence === 30 ? { ...entry, fact: 'fact-12', rule: 'guidance-hours' } : entry,
    );
    const report = await auditLedgerExport(await exported([], twice));
    expect(report.firstWrongEntry?.sequence).toBe(30);
  });
});

test('an entry changed together with its hash is found between two signed checkpoints', async () => {
  const directory = await exported([16, 32]);
  await writeLines(directory, (await linesOf(directory)).with(20, forgedLine(20)));
  const report = await auditLedgerExport(directory);
  expect(report.firstWrongEntry).toMatchObject({ sequence: 16, through: 31 });
});

test('a checkpoint that the manifest names twice hides none that follow', async () => {
  const directory = await exported([16]);
  const path = join(directory, 'manifest.json');
  const { signature: _, ...manifest } = JSON.parse(await readFile(path, 'utf8')) as Manifest;
  const sign = (checkpoints: readonly number[]) => {
    const signature = keys.sign(manifestBytes({ ...manifest, checkpoints })).toString('base64');
    return writeFile(path, JSON.stringify({ ...manifest, checkpoints, signature }));
  };
  await sign([16, 16, COUNT]);
  expect(await auditLedgerExport(directory)).toMatchObject({ passed: true, checkpointsHeld: 3 });
  await writeLines(directory, (await linesOf(directory)).with(20, forgedLine(20)));
  const report = await auditLedgerExport(directory);
  expect(report.firstWrongEntry).toMatchObject({ sequence: 16, through: COUNT - 1 });
});

test('an entry added at the end is named, and not a worse one after it', async () => {
  const directory = await exported();
  await appendFile(join(directory, 'entries.ndjson'), `${forgedLine(COUNT)}\n{}\n`);
  expect((await auditLedgerExport(directory)).firstWrongEntry?.sequence).toBe(COUNT);
});

test('an entry changed in the store after it was posted is named, since its leaf hash was kept', async () => {
  const posted = madeUpEntries(COUNT);
  const { leafHash } = await import('./index.ts');
  const stored = posted.map((entry) => ({
    ...entry,
    amount: entry.sequence === 9 ? 90_000 : entry.amount,
    leaf_hash: leafHash(entry),
  }));
  const directory = await mkdtemp(join(tmpdir(), 'gongyu-ledger-'));
  await writeLedgerExport(directory, {
    origin: 'test.gongyu.example/ledger',
    keys,
    entries: stored,
    checkpoints: [],
    balances: balancesOf(stored),
    exportedAt: '2021-11-01T00:00:00.000Z',
  });
  expect((await auditLedgerExport(directory)).firstWrongEntry?.sequence).toBe(9);
});

describe('an export is refused when', () => {
  test('a balance is not the sum of its entries', async () => {
    const directory = await exported();
    const path = join(directory, 'balances.ndjson');
    const text = await readFile(path, 'utf8');
    await writeFile(path, text.replace(/"balance":\d+/, '"balance":99999'));
    expect((await auditLedgerExport(directory)).findings).toMatchObject([
      { about: 'balance', carer: 'carer-chen' },
    ]);
  });

  test('a carer is left out of the balances, or stands there twice', async () => {
    const directory = await exported();
    const path = join(directory, 'balances.ndjson');
    const [first, ...others] = (await readFile(path, 'utf8')).trimEnd().split('\n');
    await writeFile(path, `${others.join('\n')}\n`);
    expect((await auditLedgerExport(directory)).findings[0]?.carer).toBe('carer-chen');
    await writeFile(path, `${[first, first, ...others].join('\n')}\n`);
    expect((await auditLedgerExport(directory)).findings[0]?.carer).toBe('carer-chen');
  });

  test('a checkpoint is changed or missing', async () => {
    const directory = await exported();
    const path = join(directory, 'checkpoints', '0000000000000016.txt');
    const note = await readFile(path, 'utf8');
    await writeFile(path, note.replace('\n16\n', '\n17\n'));
    expect((await auditLedgerExport(directory)).findings[0]?.about).toBe('checkpoint');
    await rm(path);
    expect((await auditLedgerExport(directory)).findings[0]?.about).toBe('checkpoint');
  });

  test('the manifest is changed, or is none', async () => {
    const directory = await exported();
    const path = join(directory, 'manifest.json');
    const text = await readFile(path, 'utf8');
    await writeFile(path, text.replace('2021-11-01', '2021-11-02'));
    expect((await auditLedgerExport(directory)).findings[0]?.about).toBe('manifest');
    for (const broken of ['', 'null', '{}', text.replace(/z6Mk\w+/, 'z6Mk')]) {
      await writeFile(path, broken);
      expect((await auditLedgerExport(directory)).passed).toBe(false);
    }
  });

  test('everything was signed anew with a forger’s own key', async () => {
    const directory = await mkdtemp(join(tmpdir(), 'gongyu-ledger-'));
    await writeLedgerExport(directory, {
      origin: 'test.gongyu.example/ledger',
      keys: await generateSigningKeys({ method: 'key' }),
      entries: madeUpEntries(3),
      checkpoints: [],
      balances: balancesOf(madeUpEntries(3)),
      exportedAt: '2021-11-01T00:00:00.000Z',
    });
    const report = await auditLedgerExport(directory, { trustedKey: keys.publicMultikey });
    expect(report.findings).toMatchObject([{ about: 'key' }]);
  });
});

test('an export never overwrites another', async () => {
  const directory = await exported();
  await expect(exportEntries(directory, madeUpEntries(1))).rejects.toThrow('export already');
});

describe('the published vectors', () => {
  test.each([
    ['good', undefined],
    ['amount-changed', 5],
    ['entry-removed', 5],
    ['entry-put-in', 5],
    ['entries-swapped', 5],
    ['end-cut-off', 10],
    ['hash-changed-too', 4],
  ])('%s: first wrong entry %s', async (name, sequence) => {
    const report = await auditLedgerExport(join(VECTORS, name), {
      trustedKey: keys.publicMultikey,
    });
    expect(report.passed).toBe(sequence === undefined);
    expect(report.firstWrongEntry?.sequence).toBe(sequence);
  });

  test('are what this code writes today', async () => {
    const fresh = await mkdtemp(join(tmpdir(), 'gongyu-ledger-'));
    await writeLedgerVectors(fresh);
    for (const file of [
      'entries.ndjson',
      'balances.ndjson',
      'manifest.json',
      'checkpoints/0000000000000008.txt',
    ]) {
      const [kept, made] = await Promise.all(
        [VECTORS, fresh].map((root) => readFile(join(root, 'good', file), 'utf8')),
      );
      expect(made).toBe(kept);
    }
  });
});

test('a witness that was asked for must have signed, and is named with how far', async () => {
  const directory = await exported([16, 32]);
  const witness = { name: 'w.example/witness', publicKey: keys.publicKey };
  const report = () => auditLedgerExport(directory, { witnesses: [witness] });
  expect((await report()).findings).toMatchObject([{ about: 'checkpoint' }]);
  const path = join(directory, 'checkpoints', `${'32'.padStart(16, '0')}.txt`);
  const note = await readFile(path, 'utf8');
  const at = new Date('2026-11-01T08:00:00Z');
  await writeFile(path, note + cosign(`${note.split('\n\n')[0]}\n`, witness.name, keys, at));
  expect(await report()).toMatchObject({
    passed: true,
    witnessed: [{ name: witness.name, size: 32, at }],
  });
});

test('entries of many pages pass, with words that are not plain in some of them', async () => {
  const entries = madeUpEntries(9000).map((entry) =>
    entry.sequence % 4000 === 3999 ? { ...entry, rule: '志愿服务 "另加" 𠮷' } : entry,
  );
  const report = await auditLedgerExport(await exported([16], entries));
  expect(report).toMatchObject({ passed: true, entriesRead: 9000 });
});
