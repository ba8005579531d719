/**
 * Checks an entry of the points ledger on the phone itself, by the document that says how (docs/ledger-format.md): our
 * server is asked for the hashes, and believed in nothing.
 */
import type { EntryProof } from '../../shared/api-types.gen.ts';

export const entryChecks = ['account', 'content', 'place', 'signature'] as const;
export type EntryCheck = (typeof entryChecks)[number];
/** `unknown`: this browser cannot work it out. Never to be shown as good. */
export type Outcome = 'passed' | 'failed' | 'unknown';

export async function checkEntry(
  proof: EntryProof,
): Promise<Readonly<Record<EntryCheck, Outcome>>> {
  // Missing on plain http.
  if (!globalThis.crypto?.subtle) {
    return { account: 'unknown', content: 'unknown', place: 'unknown', signature: 'unknown' };
  }
  const [account, content, place, signature] = await Promise.all([
    checkAccount(proof),
    checkContent(proof),
    checkPlace(proof),
    checkSignature(proof),
  ]);
  return { account, content, place, signature };
}

async function checkAccount({ entry, account }: EntryProof): Promise<Outcome> {
  const { carer } = JSON.parse(entry) as { readonly carer: string };
  // Before accounts were salted, the id itself.
  if (account.salt === null) return carer === account.carer_id ? 'passed' : 'unknown';
  const id = Uint8Array.from(account.carer_id.replaceAll('-', '').match(/../g) ?? [], (pair) =>
    Number.parseInt(pair, 16),
  );
  const own = await sha256(ascii('gongyu-ledger-account/1\n'), fromBase64(account.salt), id);
  return passed(carer === toBase64(own).replaceAll('+', '-').replaceAll('/', '_').replace('=', ''));
}

async function checkContent({ entry, leaf_hash, sequence }: EntryProof): Promise<Outcome> {
  const leaf = await sha256(Uint8Array.of(0), new TextEncoder().encode(entry));
  const told = (JSON.parse(entry) as { readonly sequence: number }).sequence;
  return passed(toBase64(leaf) === leaf_hash && told === sequence);
}

async function checkPlace(proof: EntryProof): Promise<Outcome> {
  const hashes = proof.hashes.map(fromBase64);
  const root = await rootFrom(fromBase64(proof.leaf_hash), proof.sequence, proof.size, hashes);
  const [, size, signed] = proof.checkpoint.note.split('\n');
  return passed(root !== undefined && toBase64(root) === signed && Number(size) === proof.size);
}

/** Down the tree of RFC 6962 from its root to the leaf, and up again with the hashes. */
async function rootFrom(
  leaf: Bytes,
  index: number,
  size: number,
  hashes: readonly Bytes[],
): Promise<Bytes | undefined> {
  const sibling = hashes.at(-1);
  if (size === 1) return sibling ? undefined : leaf;
  if (!sibling || index >= size) return undefined;
  let half = 1;
  while (half * 2 < size) half *= 2;
  const below = hashes.slice(0, -1);
  if (index < half) {
    const left = await rootFrom(leaf, index, half, below);
    return left && sha256(Uint8Array.of(1), left, sibling);
  }
  const right = await rootFrom(leaf, index - half, size - half, below);
  return right && sha256(Uint8Array.of(1), sibling, right);
}

const KEY_ID_BYTES = 4;

/** A C2SP signed note: the text, an empty line, and a line for each signature. */
async function checkSignature({ checkpoint: { note, key } }: EntryProof): Promise<Outcome> {
  const [, name = '', keyId, encoded = ''] = /^([^+]+)\+([0-9a-f]{8})\+(.+)$/.exec(key) ?? [];
  const [text = '', signatures = ''] = note.split('\n\n');
  const lines = signatures.split('\n').filter((line) => line.startsWith(`— ${name} `));
  const own = lines
    .map((line) => fromBase64(line.slice(`— ${name} `.length)))
    .find((bytes) => hex(bytes.subarray(0, KEY_ID_BYTES)) === keyId);
  if (!own) return 'failed';
  try {
    // The first byte says that the key is one of Ed25519.
    const publicKey = fromBase64(encoded).slice(1);
    const opened = await crypto.subtle.importKey('raw', publicKey, 'Ed25519', false, ['verify']);
    const signed = new TextEncoder().encode(`${text}\n`);
    return passed(await crypto.subtle.verify('Ed25519', opened, own.slice(KEY_ID_BYTES), signed));
  } catch {
    // A browser from before 2025.
    return 'unknown';
  }
}

type Bytes = Uint8Array<ArrayBuffer>;

function passed(holds: boolean): Outcome {
  return holds ? 'passed' : 'failed';
}

async function sha256(...parts: readonly Bytes[]): Promise<Bytes> {
  const bytes = new Uint8Array(parts.reduce((length, part) => length + part.length, 0));
  let at = 0;
  for (const part of parts) {
    bytes.set(part, at);
    at += part.length;
  }
  return new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
}

function ascii(text: string): Bytes {
  return Uint8Array.from(text, (letter) => letter.charCodeAt(0));
}

/** Of base64 and base64url alike. */
function fromBase64(text: string): Bytes {
  return ascii(atob(text.replaceAll('-', '+').replaceAll('_', '/')));
}

function toBase64(bytes: Bytes): string {
  return btoa(String.fromCharCode(...bytes));
}

function hex(bytes: Bytes): string {
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}
