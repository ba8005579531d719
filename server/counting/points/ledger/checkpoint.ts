import type { SigningKeys } from '../../../platform/signing/index.ts';
import { type NoteKey, openNote, signNote } from './signed-note.ts';
import { HASH_BYTES, type Hash } from './tree.ts';

/** The tree's head at one size, in C2SP tlog-checkpoint form. */
export interface Checkpoint {
  /** The ledger's own name, which is also its key's name: `<host>/ledger`. */
  readonly origin: string;
  /** How many entries it covers. */
  readonly size: number;
  readonly root: Hash;
}

const SIZE = /^(0|[1-9]\d{0,15})$/;

/** The name of a district's ledger, from its host: C2SP wants a schemaless URL, without spaces. */
export function ledgerOrigin(host: string): string {
  return `${host.toLowerCase()}/ledger`;
}

/** The checkpoint as a signed note. Throws on an origin that no note's key can have. */
export function signCheckpoint(checkpoint: Checkpoint, keys: SigningKeys): string {
  return signNote(checkpointText(checkpoint), checkpoint.origin, keys);
}

/** The checkpoint in a note that `key` signed; undefined when the signature or the form is wrong. */
export function openCheckpoint(note: string, key: NoteKey): Checkpoint | undefined {
  const text = openNote(note, key);
  const checkpoint = text === undefined ? undefined : parseCheckpointText(text);
  return checkpoint?.origin === key.name ? checkpoint : undefined;
}

export function checkpointText({ origin, size, root }: Checkpoint): string {
  return `${origin}\n${size}\n${Buffer.from(root).toString('base64')}\n`;
}

function parseCheckpointText(text: string): Checkpoint | undefined {
  const [origin, size, root] = text.split('\n');
  if (!origin || !size || !root || !SIZE.test(size)) return undefined;
  const bytes = Buffer.from(root, 'base64');
  if (bytes.length !== HASH_BYTES || bytes.toString('base64') !== root) return undefined;
  if (!Number.isSafeInteger(Number(size))) return undefined;
  return { origin, size: Number(size), root: bytes };
}
