import canonicalize from 'canonicalize';
import type { ExportedKey } from './ledger-keys.ts';
import type { SignerHandover, SignersRule } from './signers.ts';

/** What the writer and the auditor must agree on, byte for byte; told in docs/ledger-format.md. */
export const FORMAT = 'gongyu-ledger-export/1';
export const ENTRIES_FILE = 'entries.ndjson';
export const BALANCES_FILE = 'balances.ndjson';
export const MANIFEST_FILE = 'manifest.json';
export const CHECKPOINTS_FOLDER = 'checkpoints';

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
