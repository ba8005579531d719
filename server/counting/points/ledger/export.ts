import { createHash, type Hash as Digest } from 'node:crypto';
import { createWriteStream, type WriteStream } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { finished } from 'node:stream/promises';
import { PublicError } from '../../../platform/index.ts';
import type { SigningKeys } from '../../../platform/signing/index.ts';
import { openCheckpoint, signCheckpoint } from './checkpoint.ts';
import { canonicalEntry, type LedgerEntry, leafHashOf } from './entry.ts';
import {
  BALANCES_FILE,
  type Balance,
  balanceLine,
  CHECKPOINTS_FOLDER,
  checkpointFile,
  ENTRIES_FILE,
  entryLine,
  FORMAT,
  MANIFEST_FILE,
  type Manifest,
  manifestBytes,
} from './export-format.ts';
import { type ExportedKey, type FormerLedgerKey, keyInForceAt } from './ledger-keys.ts';
import { verifierKeyOf } from './signed-note.ts';
import type { SignerHandover, SignersRule } from './signers.ts';
import { CompactRange } from './tree.ts';

/** An entry with the leaf hash that was kept when it was posted; without one it is computed anew. */
export interface PostedEntry extends LedgerEntry {
  readonly leaf_hash?: Uint8Array;
}

export interface LedgerExportInput {
  /** As in the checkpoints; see `ledgerOrigin`. */
  readonly origin: string;
  readonly keys: SigningKeys;
  /** Keys that signed before these, the oldest first. */
  readonly former?: readonly FormerLedgerKey[];
  /** Who must sign beside them, the oldest rule first, and the handovers between signers' keys. */
  readonly signers?: readonly SignersRule[];
  readonly signerHandovers?: readonly SignerHandover[];
  /** In order of sequence. */
  readonly entries: AsyncIterable<PostedEntry> | Iterable<PostedEntry>;
  /** Signed notes, in order of size. One for the whole ledger is added when the last falls short of it. */
  readonly checkpoints: AsyncIterable<string> | Iterable<string>;
  readonly balances: AsyncIterable<Balance> | Iterable<Balance>;
  /** ISO 8601. */
  readonly exportedAt: string;
}

/**
 * Writes an export that `auditLedgerExport` can check without us, into a folder that is empty or not there
 * yet. Writes what it is given, right or wrong: finding wrongs is the auditor's work, and hiding them would
 * be worse. Streams; memory does not grow with the ledger. Throws a PublicError when the folder is in use.
 */
export async function writeLedgerExport(
  directory: string,
  input: LedgerExportInput,
): Promise<Manifest> {
  await mkdir(directory, { recursive: true });
  await mkdir(join(directory, CHECKPOINTS_FOLDER)).catch(() => {
    throw new PublicError(`${directory} holds an export already; give an empty folder.`);
  });
  const range = new CompactRange();
  const entries = new LineWriter(join(directory, ENTRIES_FILE));
  for await (const entry of input.entries) {
    const canonical = canonicalEntry(entry);
    const leafHash = entry.leaf_hash ?? leafHashOf(canonical);
    range.append(leafHash);
    await entries.write(entryLine(canonical, leafHash));
  }
  const balances = new LineWriter(join(directory, BALANCES_FILE));
  for await (const balance of input.balances) await balances.write(balanceLine(balance));
  const sha256 = {
    [ENTRIES_FILE]: await entries.close(),
    [BALANCES_FILE]: await balances.close(),
  };
  const unsigned: Omit<Manifest, 'signature'> = {
    format: FORMAT,
    origin: input.origin,
    exported_at: input.exportedAt,
    public_multikey: input.keys.publicMultikey,
    verifier_key: verifierKeyOf({ name: input.origin, publicKey: input.keys.publicKey }),
    ...(input.former?.length && {
      former_keys: input.former.map((key) => told(key, input.origin)),
    }),
    ...(input.signers?.length && { signers: input.signers }),
    ...(input.signerHandovers?.length && { signer_handovers: input.signerHandovers }),
    entries: entries.lines,
    carers: balances.lines,
    checkpoints: await writeCheckpoints(directory, input, range),
    sha256,
  };
  const signature = input.keys.sign(manifestBytes(unsigned)).toString('base64');
  const manifest: Manifest = { ...unsigned, signature };
  await writeFile(join(directory, MANIFEST_FILE), `${JSON.stringify(manifest, null, 2)}\n`);
  return manifest;
}

async function writeCheckpoints(
  directory: string,
  { checkpoints, keys, former = [], origin }: LedgerExportInput,
  range: CompactRange,
): Promise<number[]> {
  const sizes: number[] = [];
  const signers = former.map(({ publicKey, size }) => ({ publicKey, until: size }));
  const write = async (size: number, note: string) => {
    await writeFile(join(directory, CHECKPOINTS_FOLDER, checkpointFile(size)), note);
    sizes.push(size);
  };
  for await (const note of checkpoints) {
    const size = Number(note.split('\n')[1]);
    const { publicKey } = keyInForceAt(signers, size) ?? keys;
    const checkpoint = openCheckpoint(note, { name: origin, publicKey });
    if (!checkpoint)
      throw new PublicError('A checkpoint to export was not signed by this ledger’s key.');
    if (checkpoint.size !== sizes.at(-1)) await write(checkpoint.size, note);
  }
  if (sizes.at(-1) !== range.size) {
    const whole = { origin, size: range.size, root: range.root() };
    await write(range.size, signCheckpoint(whole, keys));
  }
  return sizes;
}

function told(
  { publicMultikey, publicKey, until, size, handover }: FormerLedgerKey,
  origin: string,
): ExportedKey {
  return {
    public_multikey: publicMultikey,
    verifier_key: verifierKeyOf({ name: origin, publicKey }),
    until: size,
    ended_at: until.toISOString(),
    handover,
  };
}

const CHUNK_CHARACTERS = 1 << 17;

/** Lines to a file, a chunk at a time, with the file's SHA-256. */
class LineWriter {
  lines = 0;
  readonly #stream: WriteStream;
  readonly #digest: Digest = createHash('sha256');
  #pending = '';

  constructor(path: string) {
    this.#stream = createWriteStream(path, { flags: 'wx' });
  }

  async write(line: string): Promise<void> {
    this.lines += 1;
    this.#pending += `${line}\n`;
    if (this.#pending.length >= CHUNK_CHARACTERS) await this.#flush();
  }

  async close(): Promise<string> {
    await this.#flush();
    this.#stream.end();
    await finished(this.#stream);
    return this.#digest.digest('hex');
  }

  async #flush(): Promise<void> {
    const chunk = Buffer.from(this.#pending);
    this.#pending = '';
    this.#digest.update(chunk);
    await new Promise<void>((resolve, reject) => {
      this.#stream.write(chunk, (error) => (error ? reject(error) : resolve()));
    });
  }
}
