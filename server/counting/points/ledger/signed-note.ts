import { hash } from 'node:crypto';
import { type SigningKeys, verifySignature } from '../../../platform/signing/index.ts';

/** A key that signs notes: C2SP signed-note names it, so that one note can bear several signatures. */
export interface NoteKey {
  readonly name: string;
  /** 32 bytes, Ed25519. */
  readonly publicKey: Uint8Array;
}

/** What a key signs, as C2SP numbers it: the note as it is, or that it was seen at some time (tlog-cosignature). */
export const SIGNATURE = 0x01;
export const COSIGNATURE = 0x04;
type Algorithm = typeof SIGNATURE | typeof COSIGNATURE;

const KEY_ID_BYTES = 4;
const MAX_SIGNATURES = 100;
const MAX_NOTE_CHARACTERS = 1_000_000;
const SIGNATURE_LINE = /^\u2014 ([^\s+]+) ([A-Za-z0-9+/]+={0,2})$/;

/** First 4 bytes of SHA-256(name, LF, algorithm, public key): which key a signature line claims. */
export function noteKeyId({ name, publicKey }: NoteKey, algorithm: Algorithm = SIGNATURE): Buffer {
  const bytes = Buffer.concat([Buffer.from(`${name}\n`), Buffer.of(algorithm), publicKey]);
  return hash('sha256', bytes, 'buffer').subarray(0, KEY_ID_BYTES);
}

/** The text form of a key, as Go's sumdb/note and the C2SP tools read it: `name+keyid+base64`. */
export function verifierKeyOf(key: NoteKey, algorithm: Algorithm = SIGNATURE): string {
  const bytes = Buffer.concat([Buffer.of(algorithm), key.publicKey]);
  return `${key.name}+${noteKeyId(key, algorithm).toString('hex')}+${bytes.toString('base64')}`;
}

const KEY = /^([^\s+]+)\+([0-9a-f]{8})\+([A-Za-z0-9+/]{44})$/;

/** The key again; undefined when the text is none, is for something else, or its parts do not belong together. */
export function parseVerifierKey(
  text: string,
  algorithm: Algorithm = SIGNATURE,
): NoteKey | undefined {
  const [, name, id, encoded] = KEY.exec(text) ?? [];
  const bytes = Buffer.from(encoded ?? '', 'base64');
  if (!name || bytes[0] !== algorithm) return undefined;
  const key = { name, publicKey: bytes.subarray(1) };
  return noteKeyId(key, algorithm).toString('hex') === id ? key : undefined;
}

/** Signs `text` (which ends with a newline) and returns the note. Throws on text or name no note can have. */
export function signNote(text: string, name: string, keys: SigningKeys): string {
  requireName(name);
  if (!text.endsWith('\n') || text.includes('\n\n')) {
    throw new TypeError('A note is lines of text, none of them empty, each ended by a newline.');
  }
  const keyId = noteKeyId({ name, publicKey: keys.publicKey });
  const signature = Buffer.concat([keyId, keys.sign(Buffer.from(text))]).toString('base64');
  return `${text}\n\u2014 ${name} ${signature}\n`;
}

/**
 * The text of a note that bears a good signature by `key`; undefined when it bears none, a bad one, or is no
 * note. Signatures by keys we do not know are passed over, as C2SP asks.
 */
export function openNote(note: string, key: NoteKey): string | undefined {
  const split = note.lastIndexOf('\n\n');
  if (split < 0 || note.length > MAX_NOTE_CHARACTERS || !note.endsWith('\n')) return undefined;
  const text = note.slice(0, split + 1);
  const lines = note.slice(split + 2, -1).split('\n');
  if (lines.length > MAX_SIGNATURES) return undefined;
  const parsed = lines.map(parseSignatureLine);
  if (parsed.includes(undefined)) return undefined;
  const keyId = noteKeyId(key);
  const ours = parsed.find((line) => line?.name === key.name && line.keyId.equals(keyId));
  if (!ours) return undefined;
  return verifySignature(key.publicKey, Buffer.from(text), ours.signature) ? text : undefined;
}

/** The parts of a note's signature line, without its newline; undefined when it is none. */
export function parseSignatureLine(
  line: string,
): { name: string; keyId: Buffer; signature: Buffer } | undefined {
  const [, name, base64] = SIGNATURE_LINE.exec(line) ?? [];
  if (!name || !base64) return undefined;
  const bytes = Buffer.from(base64, 'base64');
  // Another's algorithm may sign longer or shorter, but never with nothing after its key id.
  if (bytes.length <= KEY_ID_BYTES || bytes.toString('base64') !== base64) return undefined;
  return { name, keyId: bytes.subarray(0, KEY_ID_BYTES), signature: bytes.subarray(KEY_ID_BYTES) };
}

function requireName(name: string): void {
  if (name === '' || /[\s+]/u.test(name)) {
    throw new TypeError(
      `"${name}" cannot name a note's key: it is empty or has a space or a plus sign.`,
    );
  }
}
