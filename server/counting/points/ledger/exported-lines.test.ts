import fc from 'fast-check';
import { expect, test } from 'vitest';
import { balanceLine, entryLine } from './export-format.ts';
import { readBalanceLine, readEntryLine } from './exported-lines.ts';
import { canonicalEntry, type LedgerEntry, leafHash } from './index.ts';
import { LineCursor, type Stretch, textOf } from './line-cursor.ts';

const word = fc.oneof(
  fc.uuid(),
  fc.string({ unit: 'grapheme' }),
  fc.string({ unit: 'binary' }).filter((text) => text.isWellFormed()),
);
const amount = fc.oneof(fc.maxSafeInteger(), fc.integer({ min: -10_000, max: 10_000 }));
const entries: fc.Arbitrary<LedgerEntry> = fc.record({
  sequence: fc.maxSafeNat(),
  id: word,
  carer: word,
  fact: word,
  rule: word,
  rule_version: word,
  raw_amount: amount,
  amount,
  counted_on: word,
  posted_at: word,
});
const lineOf = (entry: LedgerEntry) => entryLine(canonicalEntry(entry), leafHash(entry));

test('what was written is read, whatever its words are, line after line', () => {
  fc.assert(
    fc.property(fc.array(entries, { minLength: 1, maxLength: 4 }), (written) => {
      const lines = new LineCursor(
        Buffer.from(written.map((entry) => `${lineOf(entry)}\n`).join('')),
      );
      const text = (stretch: Stretch) => textOf(lines.bytes, stretch);
      for (const { sequence, amount, carer, fact, rule } of written) {
        const read = readEntryLine(lines);
        if (!read) throw new Error('A line that was written was not read.');
        expect(read).toMatchObject({ sequence, amount });
        expect([read.carer, read.fact, read.rule].map(text)).toEqual([carer, fact, rule]);
      }
      expect(lines.isAtEnd).toBe(true);
    }),
    { numRuns: 300 },
  );
});

test('of bytes that differ in one, only another entry’s canonical line is read', () => {
  const oneByte = fc.tuple(entries, fc.nat(), fc.oneof(fc.nat(255), fc.constantFrom(...'"\\-0{}')));
  fc.assert(
    fc.property(oneByte, ([entry, place, put]) => {
      const bytes = Buffer.from(lineOf(entry));
      bytes[place % bytes.length] = typeof put === 'number' ? put : put.charCodeAt(0);
      const read = readEntryLine(new LineCursor(bytes));
      if (!read) return;
      const { from, to } = read.canonical;
      const canonical = bytes.toString('utf8', from, to);
      expect(canonicalEntry(JSON.parse(canonical))).toBe(canonical);
      expect(Buffer.from(canonical).equals(bytes.subarray(from, to))).toBe(true);
    }),
    { numRuns: 3000 },
  );
});

test.each([
  ['a number with a zero before it', '"amount":0250'],
  ['a negative zero', '"amount":-0'],
  ['a number that JSON does not carry exactly', '"amount":9007199254740993'],
  ['no number', '"amount":'],
  ['a fraction', '"amount":2.5'],
  ['a space', '"amount": 250'],
  ['another field', '"amount":250,"bonus":1'],
  ['a letter that needs no escape', String.raw`"amount":250,"carer":"\u0061"`],
  ['half a character', String.raw`"amount":250,"carer":"\ud800"`],
])('a line with %s is no entry, and the next one is', (_, written) => {
  const good = `{"entry":{"amount":250,"carer":"a","counted_on":"","fact":"f","id":"","posted_at":"","raw_amount":0,"rule":"r","rule_version":"","sequence":7},"leaf_hash":""}`;
  const bad = good.replace(/"amount":250(,"carer":"a")?/, (whole) =>
    written.includes('carer') ? written : whole.replace('"amount":250', written),
  );
  const lines = new LineCursor(Buffer.from(`${bad}\n${good}\n`));
  expect(bad).not.toBe(good);
  expect(readEntryLine(lines)).toBeUndefined();
  expect(readEntryLine(lines)?.sequence).toBe(7);
});

test('balances are read as they are written, and nothing else is', () => {
  fc.assert(
    fc.property(fc.record({ carer: word, balance: amount }), (balance) => {
      const read = (line: string) => readBalanceLine(new LineCursor(Buffer.from(line)));
      expect(read(`${balanceLine(balance)}\n`)).toEqual(balance);
      expect(read(` ${balanceLine(balance)}\n`)).toBeUndefined();
      expect(read(`${balanceLine(balance)} \n`)).toBeUndefined();
    }),
  );
});
