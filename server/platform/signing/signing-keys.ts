import { randomBytes } from 'node:crypto';
import { readFile, writeFile } from 'node:fs/promises';
import * as Ed25519Multikey from '@digitalbazaar/ed25519-multikey';
import { PublicError } from '../public-error.ts';
import {
  PUBLIC_KEY_BYTES,
  privateKeyOf,
  publicKeyOf,
  SEED_BYTES,
  SIGNATURE_BYTES,
  signWith,
  verifyWith,
} from './ed25519.ts';
import { type DidDocument, didDocumentOf, didOf, type Identity } from './identity.ts';

export interface SigningKeys {
  /** The DID that stands as issuer in credentials. */
  readonly did: string;
  /** `<did>#<multikey>`: the key's own name inside the DID document. */
  readonly verificationMethod: string;
  /** 0xed01 and the public key, in base58btc (`z6Mk…`), as did:key and Multikey write it. */
  readonly publicMultikey: string;
  /** 32 bytes. */
  readonly publicKey: Uint8Array;
  /** 32 bytes, secret: never logged, never sent. */
  readonly seed: Uint8Array;
  readonly didDocument: DidDocument;
  /** A 64-byte Ed25519 signature (RFC 8032). */
  sign(bytes: Uint8Array): Buffer;
  verify(bytes: Uint8Array, signature: Uint8Array): boolean;
}

interface StoredKeys {
  type: 'Ed25519';
  seed: string;
  public_multikey: string;
}

export async function generateSigningKeys(identity: Identity): Promise<SigningKeys> {
  return signingKeysFromSeed(randomBytes(SEED_BYTES), identity);
}

/** The same seed gives the same keys always. Throws a RangeError unless the seed has 32 bytes. */
export async function signingKeysFromSeed(
  seed: Uint8Array,
  identity: Identity,
): Promise<SigningKeys> {
  const privateKey = privateKeyOf(seed);
  const pair = await Ed25519Multikey.generate({ seed });
  const publicKey = new Uint8Array(pair.publicKey);
  const publicKeyObject = publicKeyOf(publicKey);
  const publicMultikey = pair.publicKeyMultibase;
  const did = didOf(identity, publicMultikey);
  return {
    did,
    verificationMethod: `${did}#${publicMultikey}`,
    publicMultikey,
    publicKey,
    seed: new Uint8Array(seed),
    didDocument: didDocumentOf(did, publicMultikey),
    sign: (bytes) => signWith(privateKey, bytes),
    verify: (bytes, signature) => verifyWith(publicKeyObject, bytes, signature),
  };
}

/**
 * Writes the keys for their owner's eyes only (mode 0600). Refuses to write over a file: what an old key
 * signed could never be renewed.
 */
export async function saveSigningKeys(path: string, keys: SigningKeys): Promise<void> {
  const stored: StoredKeys = {
    type: 'Ed25519',
    seed: Buffer.from(keys.seed).toString('base64url'),
    public_multikey: keys.publicMultikey,
  };
  await writeFile(path, `${JSON.stringify(stored, null, 2)}\n`, { mode: 0o600, flag: 'wx' });
}

/** Throws a PublicError when the file is no key file, or its two halves do not belong together. */
export async function loadSigningKeys(path: string, identity: Identity): Promise<SigningKeys> {
  const stored = parseStored(await readFile(path, 'utf8'), path);
  const keys = await signingKeysFromSeed(Buffer.from(stored.seed, 'base64url'), identity);
  if (keys.publicMultikey !== stored.public_multikey) {
    throw new PublicError(
      `The seed in ${path} does not belong to its public key; restore the file.`,
    );
  }
  return keys;
}

/** The keys in the file; makes them and the file when there is none yet. */
export async function loadOrMakeSigningKeys(
  path: string,
  identity: Identity,
): Promise<SigningKeys> {
  try {
    return await loadSigningKeys(path, identity);
  } catch (error) {
    if (!isMissing(error)) throw error;
    const keys = await generateSigningKeys(identity);
    await saveSigningKeys(path, keys);
    return keys;
  }
}

/** For one who holds only a public multikey: an auditor, an admissions office. Throws on a bad multikey. */
export async function publicKeyOfMultikey(multikey: string): Promise<Uint8Array> {
  const pair = await Ed25519Multikey.from({ publicKeyMultibase: multikey });
  if (pair.publicKey.length !== PUBLIC_KEY_BYTES)
    throw new RangeError(`${multikey} is no Ed25519 key.`);
  return new Uint8Array(pair.publicKey);
}

/** True when `signature` over `bytes` was made by the key whose 32 public bytes are given. */
export function verifySignature(
  publicKey: Uint8Array,
  bytes: Uint8Array,
  signature: Uint8Array,
): boolean {
  if (signature.length !== SIGNATURE_BYTES) return false;
  return verifyWith(publicKeyOf(publicKey), bytes, signature);
}

function parseStored(text: string, path: string): StoredKeys {
  const wrong = () => new PublicError(`${path} is not a key file of this program.`);
  let parsed: Partial<StoredKeys> | null;
  try {
    parsed = JSON.parse(text) as Partial<StoredKeys> | null;
  } catch {
    throw wrong();
  }
  const { type, seed, public_multikey } = parsed ?? {};
  if (type !== 'Ed25519' || typeof seed !== 'string' || typeof public_multikey !== 'string') {
    throw wrong();
  }
  if (Buffer.from(seed, 'base64url').length !== SEED_BYTES) throw wrong();
  return { type, seed, public_multikey };
}

function isMissing(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ENOENT';
}
