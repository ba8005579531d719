import canonicalize from 'canonicalize';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { canonicalEntry, type LedgerEntry, leafHash } from './index.ts';

const amount = fc.oneof(
  fc.maxSafeInteger(),
  fc.integer({ min: -10_000, max: 10_000 }),
  fc.constant(-0),
);
const text = fc.oneof(fc.string({ unit: 'binary' }), fc.string({ unit: 'grapheme' }), fc.uuid());
const entries: fc.Arbitrary<LedgerEntry> = fc.record({
  sequence: fc.maxSafeNat(),
  id: text,
  carer: text,
  fact: text,
  rule: text,
  rule_version: text,
  raw_amount: amount,
  amount,
  counted_on: text,
  posted_at: text,
});

test('an entry’s canonical text is byte-equal to what RFC 8785 says', () => {
  fc.assert(
    fc.property(entries, (entry) => {
      expect(canonicalEntry(entry)).toBe(canonicalize(entry));
    }),
    { numRuns: 500 },
  );
});

const ENTRY: LedgerEntry = {
  sequence: 7,
  id: '019a0000-0000-7000-8000-000000000007',
  carer: '019a0000-0000-7000-8000-0000000000c1',
  fact: '019a0000-0000-7000-8000-0000000000f7',
  rule: 'guidance-hours',
  rule_version: '2021.1',
  raw_amount: 250,
  amount: 200,
  counted_on: '2021-10-16',
  posted_at: '2021-10-16T08:30:00.000Z',
};

test('each field of an entry changes its leaf hash', () => {
  const hash = leafHash(ENTRY).toString('hex');
  expect(hash).toBe('92a6791a895bc3b7558d2629e36cc8778fd4b4804875af544a6031032d998957');
  for (const key of Object.keys(ENTRY) as (keyof LedgerEntry)[]) {
    const value = ENTRY[key];
    const changed = { ...ENTRY, [key]: typeof value === 'number' ? value + 1 : `${value}x` };
    expect(leafHash(changed).toString('hex')).not.toBe(hash);
  }
});

test('an amount that is no integer, and text that is not Unicode, cannot enter the ledger', () => {
  expect(() => canonicalEntry({ ...ENTRY, amount: 0.5 })).toThrow(RangeError);
  expect(() => canonicalEntry({ ...ENTRY, amount: Number.NaN })).toThrow(RangeError);
  expect(() => canonicalEntry({ ...ENTRY, rule: '\ud800' })).toThrow(TypeError);
});
