import { mkdtemp, readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { auditLedgerExport } from './index.ts';
import { exportEntries, forgedLine, madeUpEntries } from './ledger-vectors.ts';
import { auditAnew } from './testing/another-auditor.ts';

const COUNT = 40;
const ANOTHER = join(import.meta.dirname, 'testing/another-auditor.ts');

const place = fc.nat(COUNT - 1);
/** What a forger may do to the lines of an export. */
const deed: fc.Arbitrary<(lines: string[]) => string[]> = fc.oneof(
  fc
    .tuple(place, fc.nat(), fc.constantFrom('0', '7', 'x', '"', '}'))
    .map(([at, position, letter]) => (lines: string[]) => {
      const line = lines[at] ?? '';
      const spot = position % Math.max(1, line.length);
      return lines.with(at % lines.length, line.slice(0, spot) + letter + line.slice(spot + 1));
    }),
  place.map((at) => (lines: string[]) => lines.toSpliced(at, 1)),
  fc.tuple(place, place).map(
    ([from, to]) =>
      (lines: string[]) =>
        lines.toSpliced(to, 0, lines[from] ?? ''),
  ),
  fc.tuple(place, place).map(
    ([one, other]) =>
      (lines: string[]) =>
        lines.with(one, lines[other] ?? '').with(other, lines[one] ?? ''),
  ),
  place.map((at) => (lines: string[]) => lines.slice(0, at)),
  // A fork: from some place on another history, with hashes that fit it.
  place.map(
    (at) => (lines: string[]) =>
      lines.map((line, index) => (index < at ? line : forgedLine(index))),
  ),
);

test('an auditor written from the document alone agrees with ours on every forgery', async () => {
  const directory = await mkdtemp(join(tmpdir(), 'gongyu-ledger-'));
  await exportEntries(directory, madeUpEntries(COUNT), [16, 32]);
  const file = join(directory, 'entries.ndjson');
  const good = (await readFile(file, 'utf8')).trimEnd().split('\n');
  let caught = 0;
  await fc.assert(
    fc.asyncProperty(deed, async (forge) => {
      const lines = forge([...good]);
      await writeFile(file, lines.map((line) => `${line}\n`).join(''));
      const ours = await auditLedgerExport(directory);
      const theirs = auditAnew(directory);
      expect(theirs?.sequence).toBe(ours.firstWrongEntry?.sequence);
      expect(theirs === undefined).toBe(ours.passed);
      expect(ours.passed).toBe(lines.join() === good.join());
      if (!ours.passed) caught += 1;
    }),
    { numRuns: 150 },
  );
  expect(caught).toBeGreaterThan(100);
});

test('the second auditor has nothing of the first', async () => {
  const imports = (await readFile(ANOTHER, 'utf8')).match(/from '(.*)'/g) ?? [];
  expect(imports.length).toBeGreaterThan(0);
  expect(imports.filter((one) => !one.startsWith("from 'node:"))).toEqual([]);
});
