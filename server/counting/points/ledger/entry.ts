import { sha256 } from './sha256.ts';

/**
 * One entry of the points ledger: a change of one carer's points, for one fact by one rule (clause 2.4.1).
 * Amounts are integers in hundredths of a point and may be negative (a reversal).
 */
export interface LedgerEntry {
  /** The leaf's index in the Merkle tree, from 0, without gaps. */
  readonly sequence: number;
  readonly id: string;
  /** The carer's account: a salted commitment (`account.ts`). The ledger holds neither names nor ids of people. */
  readonly carer: string;
  /** The fact that earned it. A fact earns by one rule at most once. */
  readonly fact: string;
  readonly rule: string;
  readonly rule_version: string;
  /** What the fact would have earned without caps. */
  readonly raw_amount: number;
  /** What it did earn, after caps per day and per term. */
  readonly amount: number;
  /** YYYY-MM-DD, the day on which the fact happened. */
  readonly counted_on: string;
  /** ISO 8601 instant at which the entry was posted. */
  readonly posted_at: string;
}

/**
 * The entry as RFC 8785 (JCS) text. Written out by hand because the shape is fixed and ledgers are long; a
 * property test holds it byte-equal to the `canonicalize` library. Throws a RangeError on a number that JSON
 * cannot carry exactly and a TypeError on text that is not Unicode.
 */
export function canonicalEntry(entry: LedgerEntry): string {
  return (
    `{"amount":${integer(entry.amount)},"carer":${text(entry.carer)}` +
    `,"counted_on":${text(entry.counted_on)},"fact":${text(entry.fact)},"id":${text(entry.id)}` +
    `,"posted_at":${text(entry.posted_at)},"raw_amount":${integer(entry.raw_amount)}` +
    `,"rule":${text(entry.rule)},"rule_version":${text(entry.rule_version)}` +
    `,"sequence":${integer(entry.sequence)}}`
  );
}

/** RFC 6962 leaf hash: SHA-256 of 0x00 and the canonical entry in UTF-8. 32 bytes. */
export function leafHashOf(canonical: string): Buffer {
  return sha256(`\0${canonical}`);
}

export function leafHash(entry: LedgerEntry): Buffer {
  return leafHashOf(canonicalEntry(entry));
}

// No quote, backslash, control character or surrogate: such text needs no escaping, only its quotes.
const PLAIN = /^[\x20\x21\x23-\x5b\x5d-\x7e]*$/;

function text(value: string): string {
  if (PLAIN.test(value)) return `"${value}"`;
  if (!value.isWellFormed()) throw new TypeError('A ledger entry holds text that is not Unicode.');
  return JSON.stringify(value);
}

function integer(value: number): string {
  if (!Number.isSafeInteger(value)) {
    throw new RangeError(`${value} is not an integer that a ledger entry can hold.`);
  }
  return `${value}`;
}
