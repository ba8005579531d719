/**
 * Seals personal fields (phones, ID numbers) before they reach the database, and makes the keyed blind index
 * by which a sealed field can be found. May touch: nothing but node:crypto.
 */
import {
  createCipheriv,
  createDecipheriv,
  createHmac,
  createSecretKey,
  hkdfSync,
  type KeyObject,
  randomFillSync,
} from 'node:crypto';

export interface Sealing {
  /** AES-256-GCM; the purpose is bound in, so that a sealed phone cannot stand in for an ID number. */
  seal(purpose: string, plain: string): Buffer;
  /** Throws when the bytes were changed or sealed for another purpose. */
  open(purpose: string, sealed: Buffer): string;
  /** HMAC-SHA-256, the same for the same text: for finding, never for showing. */
  blindIndex(purpose: string, plain: string): Buffer;
  /** A key of its own for one purpose, derived from the district's secret (HKDF-SHA-256). */
  key(purpose: string): KeyObject;
}

const NONCE_BYTES = 12;
const TAG_BYTES = 16;

const nonces = Buffer.alloc(NONCE_BYTES * 512);
let noncesUsed = nonces.length;

/** A fresh random nonce; asking the system for one costs the same as for hundreds. */
function nextNonce(): Buffer {
  if (noncesUsed === nonces.length) {
    randomFillSync(nonces);
    noncesUsed = 0;
  }
  noncesUsed += NONCE_BYTES;
  return nonces.subarray(noncesUsed - NONCE_BYTES, noncesUsed);
}

/** Keys for one district, all derived from the installation's secret, none of them shared with another. */
export function createSealing(secret: Buffer, district: string): Sealing {
  // A key that OpenSSL has taken in once costs a sixth of one given as bytes each time.
  const keys = new Map<string, KeyObject>();
  const key = (purpose: string): KeyObject => {
    const known = keys.get(purpose);
    if (known) return known;
    const made = createSecretKey(Buffer.from(hkdfSync('sha256', secret, district, purpose, 32)));
    keys.set(purpose, made);
    return made;
  };
  return sealingWith(key);
}

/** The same from the keys alone: they may cross into another thread, the secret stays here. */
export function sealingWith(key: (purpose: string) => KeyObject): Sealing {
  return {
    key,
    seal(purpose, plain) {
      const nonce = nextNonce();
      const cipher = createCipheriv('aes-256-gcm', key(`seal ${purpose}`), nonce);
      cipher.setAAD(Buffer.from(purpose));
      // GCM gives all of it at once; `final` adds nothing but the tag.
      const sealed = cipher.update(plain, 'utf8');
      cipher.final();
      return Buffer.concat([nonce, sealed, cipher.getAuthTag()]);
    },
    open(purpose, sealed) {
      const decipher = createDecipheriv(
        'aes-256-gcm',
        key(`seal ${purpose}`),
        sealed.subarray(0, NONCE_BYTES),
      );
      decipher.setAAD(Buffer.from(purpose));
      decipher.setAuthTag(sealed.subarray(sealed.length - TAG_BYTES));
      const body = sealed.subarray(NONCE_BYTES, sealed.length - TAG_BYTES);
      return Buffer.concat([decipher.update(body), decipher.final()]).toString('utf8');
    },
    blindIndex(purpose, plain) {
      return createHmac('sha256', key(`index ${purpose}`))
        .update(plain, 'utf8')
        .digest();
    },
  };
}
