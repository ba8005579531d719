import { isAscii } from 'node:buffer';
import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import canonicalize from 'canonicalize';
import { canonicalEntry, type LedgerEntry } from './entry.ts';
import type { ExportedKey } from './ledger-keys.ts';
import type { SignerHandover, SignersRule } from './signers.ts';

/** What the writer and the auditor must agree on, byte for byte; told in docs/ledger-format.md. */
export const FORMAT = 'gongyu-ledger-export/1';
export const ENTRIES_FILE = 'entries.ndjson';
export const BALANCES_FILE = 'balances.ndjson';
export const MANIFEST_FILE = 'manifest.json';
export const CHECKPOINTS_FOLDER = 'checkpoints';

/** A line longer than this is no entry of ours; the auditor stops there instead of filling its memory. */
export const MAX_LINE_CHARACTERS = 16_384;

export interface Balance {
  readonly carer: string;
  /** Hundredths of a point: the sum of the carer's entries. */
  readonly balance: number;
}

export interface Manifest {
  readonly format: typeof FORMAT;
  readonly origin: string;
  readonly exported_at: string;
  readonly public_multikey: string;
  /** The same key as C2SP tools read it. */
  readonly verifier_key: string;
  /** Keys that signed before it, the oldest first; left out while there was no other. */
  readonly former_keys?: readonly ExportedKey[];
  /** Who must sign beside the district, from where on, the oldest first; left out while nobody else signs. */
  readonly signers?: readonly SignersRule[];
  /** From signers' former keys to those that took their place; left out while there is none. */
  readonly signer_handovers?: readonly SignerHandover[];
  readonly entries: number;
  readonly carers: number;
  /** Sizes of the checkpoints in the export, rising; the last one covers every entry. */
  readonly checkpoints: readonly number[];
  /** SHA-256 in lower-case hexadecimal, by file name. */
  readonly sha256: Readonly<Record<string, string>>;
  /** Base64 of the Ed25519 signature over `manifestBytes`. */
  readonly signature: string;
}

export function entryLine(canonical: string, leafHash: Uint8Array): string {
  return `{"entry":${canonical},"leaf_hash":"${Buffer.from(leafHash).toString('base64')}"}`;
}

export function balanceLine({ carer, balance }: Balance): string {
  return `{"balance":${balance},"carer":${JSON.stringify(carer)}}`;
}

export function checkpointFile(size: number): string {
  return `${String(size).padStart(16, '0')}.txt`;
}

/**
 * What the manifest's signature covers: the format's name and a newline (so that it can pass for no other
 * signed thing), then the manifest without its signature as RFC 8785 text.
 */
export function manifestBytes(manifest: Omit<Manifest, 'signature'>): Buffer {
  return Buffer.from(`${FORMAT}\n${canonicalize(manifest)}`);
}

const BYTES_A_READ = 1 << 20;

/** Reads a file's lines in bounded memory, and its SHA-256 on the way. The last newline ends the last line. */
export class LineReader {
  readonly #path: string;
  readonly #digest = createHash('sha256');
  #sha256 = '';

  constructor(path: string) {
    this.#path = path;
  }

  /** Lower-case hexadecimal, once every line has been read. */
  get sha256(): string {
    return this.#sha256;
  }

  /** Thousands of lines at a time, for waiting on each would cost more than to check it. */
  async *batches(): AsyncGenerator<string[]> {
    const decoder = new TextDecoder();
    let onlyAscii = true;
    let rest = '';
    for await (const chunk of createReadStream(this.#path, { highWaterMark: BYTES_A_READ })) {
      this.#digest.update(chunk as Buffer);
      onlyAscii &&= isAscii(chunk as Buffer);
      const text = onlyAscii
        ? (chunk as Buffer).toString('latin1')
        : decoder.decode(chunk as Buffer, { stream: true });
      const lines = (rest + text).split('\n');
      rest = lines.pop() ?? '';
      if (rest.length > MAX_LINE_CHARACTERS) throw new RangeError('A line is too long.');
      yield lines;
    }
    rest += decoder.decode();
    if (rest !== '') yield [rest];
    this.#sha256 = this.#digest.digest('hex');
  }

  /** Throws a RangeError on a line too long to be ours. */
  async *lines(): AsyncGenerator<string> {
    for await (const batch of this.batches()) yield* batch;
  }
}

interface ParsedEntry {
  readonly entry: LedgerEntry;
  readonly canonical: string;
  readonly leafHash: Buffer;
}

/** An entry line's parts; undefined when the line has not exactly the shape that `entryLine` gives. */
export function parseEntryLine(line: string): ParsedEntry | undefined {
  const plain = parsePlainLine(line);
  if (plain) return plain;
  try {
    const { entry, leaf_hash } = JSON.parse(line) as { entry: LedgerEntry; leaf_hash: string };
    if (typeof leaf_hash !== 'string' || !hasEntryText(entry)) return undefined;
    const canonical = canonicalEntry(entry);
    const leafHash = Buffer.from(leaf_hash, 'base64');
    // A space, an extra field or another order of fields is a change too, though it parses to the same.
    return entryLine(canonical, leafHash) === line ? { entry, canonical, leafHash } : undefined;
  } catch {
    return undefined;
  }
}

const WORD = String.raw`"([\x20\x21\x23-\x5b\x5d-\x7e]*)"`;
const NUMBER = String.raw`(0|-?[1-9]\d{0,15})`;
// 32 bytes in base64 end with one of these, or they would be written in another way too.
const HASH = '"([A-Za-z0-9+/]{42}[AEIMQUYcgkosw048]=)"';
const PLAIN_LINE = new RegExp(
  `^{"entry":({"amount":${NUMBER},"carer":${WORD},"counted_on":${WORD},"fact":${WORD},"id":${WORD},` +
    `"posted_at":${WORD},"raw_amount":${NUMBER},"rule":${WORD},"rule_version":${WORD},"sequence":${NUMBER}})` +
    `,"leaf_hash":${HASH}}$`,
);

/** The usual line, without a character that JSON escapes, at a quarter of the cost; undefined for any other. */
function parsePlainLine(line: string): ParsedEntry | undefined {
  const found = PLAIN_LINE.exec(line) as PlainLine | null;
  if (!found) return undefined;
  const [, canonical, amount, carer, countedOn, fact, id, postedAt, raw, rule, version, at, hash] =
    found;
  const entry = {
    amount: Number(amount),
    carer,
    counted_on: countedOn,
    fact,
    id,
    posted_at: postedAt,
    raw_amount: Number(raw),
    rule,
    rule_version: version,
    sequence: Number(at),
  };
  const numbers = [entry.amount, entry.raw_amount, entry.sequence];
  if (!numbers.every(Number.isSafeInteger)) return undefined;
  return { entry, canonical, leafHash: Buffer.from(hash, 'base64') };
}

type Twelve = [
  string,
  string,
  string,
  string,
  string,
  string,
  string,
  string,
  string,
  string,
  string,
  string,
];
type PlainLine = [line: string, ...Twelve];

/** A balance line's parts; undefined when the line has not exactly the shape that `balanceLine` gives. */
export function parseBalanceLine(line: string): Balance | undefined {
  try {
    const parsed = JSON.parse(line) as Balance;
    const sound = typeof parsed.carer === 'string' && Number.isSafeInteger(parsed.balance);
    return sound && balanceLine(parsed) === line ? parsed : undefined;
  } catch {
    return undefined;
  }
}

// canonicalEntry() checks the numbers itself; JSON may hold anything where it takes text for granted.
function hasEntryText(entry: LedgerEntry): boolean {
  const { id, carer, fact, rule, rule_version, counted_on, posted_at } = entry;
  return [id, carer, fact, rule, rule_version, counted_on, posted_at].every(
    (text) => typeof text === 'string',
  );
}
