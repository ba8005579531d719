/**
 * Writes `vectors/ledger/`: one good export and its falsified copies, the same bytes on every run.
 * `node server/counting/points/ledger/ledger-vectors.ts` renews them.
 */
import { cp, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import {
  handoverText,
  type SigningKeys,
  signingKeysFromSeed,
} from '../../../platform/signing/index.ts';
import { canonicalEntry } from './entry.ts';
import { checkpointFile, entryLine } from './export-format.ts';
import {
  type Balance,
  COSIGNATURE,
  CompactRange,
  cosign,
  type LedgerEntry,
  leafHash,
  signCheckpoint,
  signerHandoverText,
  verifierKeyOf,
  writeLedgerExport,
} from './index.ts';

export const VECTORS = join(import.meta.dirname, '../../../../vectors/ledger');
const ORIGIN = 'test.gongyu.example/ledger';
const CARERS = ['carer-chen', 'carer-li', 'carer-zhao'];

/** A key that everyone knows: its seed is printed here. Nothing real is ever signed with it. */
export function testLedgerKeys(): Promise<SigningKeys> {
  return signingKeysFromSeed(Buffer.from('GONGYU TEST KEY, NOT FOR USE 001'), { method: 'key' });
}

/** Another such key, which takes the place of the first. */
export function nextLedgerKeys(): Promise<SigningKeys> {
  return signingKeysFromSeed(Buffer.from('GONGYU TEST KEY, NOT FOR USE 002'), { method: 'key' });
}

/** A made-up ledger: hours of guidance, now and then one taken back. */
export function madeUpEntries(count: number): LedgerEntry[] {
  return Array.from({ length: count }, (_, sequence) => {
    const takenBack = sequence % 7 === 6;
    const day = String((sequence % 28) + 1).padStart(2, '0');
    return {
      sequence,
      id: `entry-${sequence}`,
      carer: CARERS[sequence % CARERS.length] ?? '',
      fact: `fact-${sequence}`,
      rule: sequence % 2 === 0 ? 'guidance-hours' : 'volunteering',
      rule_version: '2021.1',
      raw_amount: takenBack ? -200 : 250,
      amount: takenBack ? -200 : 200,
      counted_on: `2021-10-${day}`,
      posted_at: `2021-10-${day}T08:30:00.000Z`,
    };
  });
}

export function balancesOf(entries: readonly LedgerEntry[]): Balance[] {
  const sums = new Map<string, number>();
  for (const { carer, amount } of entries) sums.set(carer, (sums.get(carer) ?? 0) + amount);
  return [...sums].map(([carer, balance]) => ({ carer, balance }));
}

/** Signed checkpoints of the entries at the given sizes. */
export function checkpointsAt(
  sizes: readonly number[],
  entries: readonly LedgerEntry[],
  keys: SigningKeys,
): string[] {
  const range = new CompactRange();
  const notes: string[] = [];
  for (const entry of entries) {
    range.append(leafHash(entry));
    if (sizes.includes(range.size)) {
      notes.push(signCheckpoint({ origin: ORIGIN, size: range.size, root: range.root() }, keys));
    }
  }
  return notes;
}

/** Exports made-up entries as they stand. */
export async function exportEntries(
  directory: string,
  entries: readonly LedgerEntry[],
  checkpointSizes: readonly number[] = [],
): Promise<void> {
  const keys = await testLedgerKeys();
  await writeLedgerExport(directory, {
    origin: ORIGIN,
    keys,
    entries,
    checkpoints: checkpointsAt(checkpointSizes, entries, keys),
    balances: balancesOf(entries),
    exportedAt: '2021-11-01T00:00:00.000Z',
  });
}

export interface KeyChange {
  /** The last checkpoint of the former key. */
  readonly until: number;
  /** Signed checkpoints, whoever signed them. */
  readonly checkpoints: readonly string[];
}

/** An export of a ledger whose key changed on its way. */
export async function exportWithKeyChange(
  directory: string,
  entries: readonly LedgerEntry[],
  { until, checkpoints }: KeyChange,
): Promise<void> {
  const [former, next] = await Promise.all([testLedgerKeys(), nextLedgerKeys()]);
  const endedAt = new Date('2021-10-15T00:00:00.000Z');
  const handover = former.sign(
    handoverText({
      ...{ origin: ORIGIN, former: former.publicMultikey, next: next.publicMultikey },
      ...{ ledgerSize: until, endedAt },
    }),
  );
  await writeLedgerExport(directory, {
    origin: ORIGIN,
    keys: next,
    former: [{ ...former, until: endedAt, size: until, handover: handover.toString('base64') }],
    entries,
    checkpoints,
    balances: balancesOf(entries),
    exportedAt: '2021-11-01T00:00:00.000Z',
  });
}

type Falsify = (lines: string[]) => string[];

const FALSIFIED: Record<string, Falsify> = {
  'amount-changed': (lines) => with5(lines, (line) => line.replace('"amount":200', '"amount":900')),
  'entry-removed': (lines) => lines.toSpliced(5, 1),
  'entry-put-in': (lines) => lines.toSpliced(5, 0, lines[4] ?? ''),
  'entries-swapped': (lines) => lines.with(5, lines[6] ?? '').with(6, lines[5] ?? ''),
  'end-cut-off': (lines) => lines.slice(0, 10),
  'hash-changed-too': (lines) => lines.with(5, forgedLine(5)),
};

/** Writes all vectors into `directory`, which must not hold any yet. */
export async function writeLedgerVectors(directory: string): Promise<void> {
  const good = join(directory, 'good');
  await exportEntries(good, madeUpEntries(12), [4, 8]);
  const lines = (await readFile(join(good, 'entries.ndjson'), 'utf8')).trimEnd().split('\n');
  for (const [name, falsify] of Object.entries(FALSIFIED)) {
    const copy = join(directory, name);
    await cp(good, copy, { recursive: true });
    await writeFile(join(copy, 'entries.ndjson'), `${falsify(lines).join('\n')}\n`);
  }
  await writeKeyVectors(directory);
  await writeSignerVectors(directory);
}

/** A ledger whose key changed after eight entries, and one in which the former key signed once more. */
async function writeKeyVectors(directory: string): Promise<void> {
  const entries = madeUpEntries(12);
  const [former, next] = await Promise.all([testLedgerKeys(), nextLedgerKeys()]);
  const own = [
    ...checkpointsAt([4, 8], entries, former),
    ...checkpointsAt([10, 12], entries, next),
  ];
  const changed = join(directory, 'key-changed');
  await exportWithKeyChange(changed, entries, { until: 8, checkpoints: own });
  const copy = join(directory, 'former-key-signs-later');
  await cp(changed, copy, { recursive: true });
  const [late = ''] = checkpointsAt([10], entries, former);
  await writeFile(join(copy, 'checkpoints', checkpointFile(10)), late);
}

/** The keys of a ledger's signers, which everyone knows too: of two houses, and the next of the second. */
export function testSignerKeys(): Promise<SigningKeys[]> {
  return Promise.all(
    ['011', '012', '013'].map((ending) =>
      signingKeysFromSeed(Buffer.from(`GONGYU TEST KEY, NOT FOR USE ${ending}`), { method: 'key' }),
    ),
  );
}

export const SIGNER_NAMES = ['office.example/witness', 'commission.example/witness'] as const;
const SIGNED_AT = new Date('2021-10-20T00:00:00.000Z');

/** The lines that signers add to a note. */
export function signedBy(note: string, signers: readonly { name: string; keys: SigningKeys }[]) {
  const text = note.slice(0, note.indexOf('\n\n') + 1);
  return note + signers.map(({ name, keys }) => cosign(text, name, keys, SIGNED_AT)).join('');
}

/**
 * A ledger of twelve entries that its district signs alone up to four, and from there on with two others, of whom the
 * second takes another key after eight.
 */
export async function exportWithSigners(directory: string): Promise<void> {
  const entries = madeUpEntries(12);
  const keys = await testLedgerKeys();
  const [office, first, second] = (await testSignerKeys()) as [
    SigningKeys,
    SigningKeys,
    SigningKeys,
  ];
  const [officeName, commissionName] = SIGNER_NAMES;
  const textOf = (name: string, { publicKey }: SigningKeys) =>
    verifierKeyOf({ name, publicKey }, COSIGNATURE);
  const [former, next] = [textOf(commissionName, first), textOf(commissionName, second)];
  const notes = checkpointsAt([4, 8, 12], entries, keys);
  const signed = notes.map((note, index) =>
    index === 0
      ? note
      : signedBy(note, [
          { name: officeName, keys: office },
          { name: commissionName, keys: index === 1 ? first : second },
        ]),
  );
  await writeLedgerExport(directory, {
    origin: ORIGIN,
    keys,
    signers: [
      { after: 4, needed: 2, keys: [textOf(officeName, office), former] },
      { after: 8, needed: 2, keys: [textOf(officeName, office), next] },
    ],
    signerHandovers: [
      {
        ...{ former, next },
        signature: first.sign(signerHandoverText(former, next)).toString('base64'),
      },
    ],
    entries,
    checkpoints: signed,
    balances: balancesOf(entries),
    exportedAt: '2021-11-01T00:00:00.000Z',
  });
}

/** One that all have signed; one that lacks a signature, one whose signature is wrong, one that the former key signed. */
async function writeSignerVectors(directory: string): Promise<void> {
  const good = join(directory, 'signers');
  await exportWithSigners(good);
  const [, first] = await testSignerKeys();
  const file = join('checkpoints', checkpointFile(12));
  const note = await readFile(join(good, file), 'utf8');
  const lines = note.trimEnd().split('\n');
  const short = `${lines.slice(0, -1).join('\n')}\n`;
  const late = first ? signedBy(short, [{ name: SIGNER_NAMES[1], keys: first }]) : short;
  const falsified = {
    'signer-missing': short,
    'signer-wrong': note.replace(/.{8}(.{6}==\n)$/, 'AAAAAAAA$1'),
    'signers-former-key': late,
  };
  for (const [name, changed] of Object.entries(falsified)) {
    await cp(good, join(directory, name), { recursive: true });
    await writeFile(join(directory, name, file), changed);
  }
}

/** Entry `sequence` with ten points too many, and with the leaf hash that fits the lie. */
export function forgedLine(sequence: number): string {
  const honest = madeUpEntries(sequence + 1).at(-1) as LedgerEntry;
  const forged = { ...honest, amount: honest.amount + 1000 };
  return entryLine(canonicalEntry(forged), leafHash(forged));
}

function with5(lines: string[], change: (line: string) => string): string[] {
  return lines.with(5, change(lines[5] ?? ''));
}

if (import.meta.main) {
  await rm(VECTORS, { recursive: true, force: true });
  await mkdir(VECTORS, { recursive: true });
  await writeLedgerVectors(VECTORS);
}
