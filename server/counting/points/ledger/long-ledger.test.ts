import { mkdtemp, readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import { entryLine } from './export-format.ts';
import { auditLedgerExport, canonicalEntry, type LedgerEntry, leafHash } from './index.ts';
import { exportEntries, madeUpEntries } from './ledger-vectors.ts';
import { auditAnew } from './testing/another-auditor.ts';

/** Three pages of lines, for which the auditor takes a second thread. */
const COUNT = 9000;
const [ON_THE_FIRST, ON_THE_SECOND, ON_THE_THIRD] = [1000, 4500, 8000];
const honest = madeUpEntries(COUNT);

let directory: string;
let lines: string[];

beforeAll(async () => {
  directory = await exported(honest);
  lines = (await readFile(join(directory, 'entries.ndjson'), 'utf8')).trimEnd().split('\n');
});

async function exported(entries: readonly LedgerEntry[]): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'gongyu-ledger-'));
  await exportEntries(folder, entries, [4096, 8192]);
  return folder;
}

/** What both auditors say of the export with other lines. */
async function auditOf(changed: readonly string[]) {
  await writeFile(join(directory, 'entries.ndjson'), changed.map((line) => `${line}\n`).join(''));
  const report = await auditLedgerExport(directory);
  expect(auditAnew(directory)?.sequence).toBe(report.firstWrongEntry?.sequence);
  return report;
}

const lineOf = (entry: LedgerEntry) => entryLine(canonicalEntry(entry), leafHash(entry));
const dearer = (at: number) => (lines[at] ?? '').replace('"amount":', '"amount":1');

test('a ledger of many pages passes, with all its carers and checkpoints', async () => {
  expect(await auditOf(lines)).toMatchObject({
    passed: true,
    entriesRead: COUNT,
    carersRead: 3,
    checkpointsHeld: 3,
  });
});

test.each([ON_THE_FIRST, ON_THE_SECOND, ON_THE_THIRD, COUNT - 1])(
  'entry %i, changed, is the one that is named',
  async (at) => {
    const report = await auditOf(lines.with(at, dearer(at)));
    expect(report.findings).toMatchObject([{ about: 'entry', sequence: at }]);
  },
);

test('of two wrong entries on two pages the first is named', async () => {
  const both = lines.with(ON_THE_THIRD, dearer(ON_THE_THIRD)).with(ON_THE_SECOND, '{}');
  expect((await auditOf(both)).firstWrongEntry?.sequence).toBe(ON_THE_SECOND);
});

test('an entry that was taken out, put in or cut off with all that follow is named on any page', async () => {
  const copy = lines[ON_THE_FIRST] ?? '';
  for (const changed of [
    lines.toSpliced(ON_THE_SECOND, 1),
    lines.toSpliced(ON_THE_SECOND, 0, copy),
    lines.slice(0, ON_THE_SECOND),
  ]) {
    expect((await auditOf(changed)).firstWrongEntry?.sequence).toBe(ON_THE_SECOND);
  }
});

test('another history from the second page on is found between two signed checkpoints', async () => {
  const forged = ({ amount, ...entry }: LedgerEntry) => ({ ...entry, amount: amount + 1000 });
  const forked = honest.map((entry, at) =>
    at < ON_THE_SECOND ? (lines[at] ?? '') : lineOf(forged(entry)),
  );
  expect((await auditOf(forked)).firstWrongEntry).toMatchObject({ sequence: 4096, through: 8191 });
});

test('what was counted twice is named on any page, unless an earlier entry is wrong', async () => {
  const { fact, rule } = honest[ON_THE_FIRST] as LedgerEntry;
  const twice = await exported(
    honest.with(ON_THE_SECOND, { ...entryAt(ON_THE_SECOND), fact, rule }),
  );
  const file = join(twice, 'entries.ndjson');
  const signed = (await readFile(file, 'utf8')).trimEnd().split('\n');
  const firstWrong = async (changed: readonly string[]) => {
    await writeFile(file, changed.map((line) => `${line}\n`).join(''));
    return (await auditLedgerExport(twice)).firstWrongEntry?.sequence;
  };
  expect(await firstWrong(signed)).toBe(ON_THE_SECOND);
  expect(await firstWrong(signed.with(ON_THE_THIRD, '{}'))).toBe(ON_THE_SECOND);
  expect(await firstWrong(signed.with(ON_THE_SECOND, '{}'))).toBe(ON_THE_SECOND);
  expect(await firstWrong(signed.with(ON_THE_FIRST + 1, '{}'))).toBe(ON_THE_FIRST + 1);
});

test('a balance that is not the sum of a long ledger is named', async () => {
  const folder = await exported(honest);
  const file = join(folder, 'balances.ndjson');
  const text = await readFile(file, 'utf8');
  await writeFile(file, text.replace(/"balance":\d+/, '"balance":1'));
  expect((await auditLedgerExport(folder)).findings).toMatchObject([
    { about: 'balance', carer: 'carer-chen' },
  ]);
});

test('a line without an end is the first wrong entry, and does not fill the memory', async () => {
  const endless = [...lines.slice(0, ON_THE_SECOND), `{"entry":${'x'.repeat(5_000_000)}`];
  expect((await auditOf(endless)).firstWrongEntry?.sequence).toBe(ON_THE_SECOND);
});

function entryAt(sequence: number): LedgerEntry {
  return honest[sequence] as LedgerEntry;
}
