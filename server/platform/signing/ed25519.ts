import {
  createPrivateKey,
  createPublicKey,
  sign as cryptoSign,
  verify as cryptoVerify,
  type KeyObject,
} from 'node:crypto';

// RFC 8410: the DER that wraps a bare 32-byte Ed25519 key is the same for every key.
const PKCS8_PREFIX = Buffer.from('302e020100300506032b657004220420', 'hex');
const SPKI_PREFIX = Buffer.from('302a300506032b6570032100', 'hex');

export const SEED_BYTES = 32;
export const PUBLIC_KEY_BYTES = 32;
export const SIGNATURE_BYTES = 64;

/** The private key of a 32-byte seed (RFC 8032). Throws a RangeError on another length. */
export function privateKeyOf(seed: Uint8Array): KeyObject {
  if (seed.length !== SEED_BYTES) {
    throw new RangeError(`An Ed25519 seed has ${SEED_BYTES} bytes, not ${seed.length}.`);
  }
  const key = Buffer.concat([PKCS8_PREFIX, seed]);
  return createPrivateKey({ key, format: 'der', type: 'pkcs8' });
}

/** The public key object of its 32 bytes. Throws a RangeError on another length. */
export function publicKeyOf(bytes: Uint8Array): KeyObject {
  if (bytes.length !== PUBLIC_KEY_BYTES) {
    throw new RangeError(
      `An Ed25519 public key has ${PUBLIC_KEY_BYTES} bytes, not ${bytes.length}.`,
    );
  }
  const key = Buffer.concat([SPKI_PREFIX, bytes]);
  return createPublicKey({ key, format: 'der', type: 'spki' });
}

export function signWith(key: KeyObject, bytes: Uint8Array): Buffer {
  return cryptoSign(null, bytes, key);
}

/** False for a wrong signature of any length; never throws on what a stranger sent. */
export function verifyWith(key: KeyObject, bytes: Uint8Array, signature: Uint8Array): boolean {
  return signature.length === SIGNATURE_BYTES && cryptoVerify(null, bytes, key, signature);
}
