import { createHash } from 'node:crypto';
import { sm2 } from 'sm-crypto-v2';

/** Who signs, as GB/T 35276 has it where nothing else is agreed; OpenSSL calls it `distid`. */
export const SM2_ID = '1234567812345678';

// The DER that wraps an uncompressed point of the curve SM2 (1.2.156.10197.1.301) is the same for every key.
const SPKI_PREFIX = Buffer.from('3059301306072a8648ce3d020106082a811ccf5501822d034200', 'hex');
const HOW = { hash: true, der: true, userId: SM2_ID };
/** The order of the curve's group (GB/T 32918.5). */
const ORDER = 0xfffffffeffffffffffffffffffffffff7203df6b21c6052b53bbf40939d54123n;

/** SM2 with SM3 (GB/T 32918.2), for places that demand national cryptography. */
export interface Sm2Keys {
  /** 04, x and y: 65 bytes. */
  readonly publicKey: Uint8Array;
  /** SubjectPublicKeyInfo, as OpenSSL reads it. */
  readonly publicKeyPem: string;
  /** A DER signature over the bytes; another one each time, for its nonce is random. */
  sign(bytes: Uint8Array): Buffer;
  verify(bytes: Uint8Array, signature: Uint8Array): boolean;
}

/** The same seed gives the same keys always. Throws a RangeError unless the seed has 32 bytes. */
export function sm2KeysFromSeed(seed: Uint8Array): Sm2Keys {
  if (seed.length !== 32) throw new RangeError(`An SM2 seed has 32 bytes, not ${seed.length}.`);
  const secret = secretOf(seed);
  const publicHex = sm2.getPublicKeyFromPrivateKey(secret);
  const publicKey = Buffer.from(publicHex, 'hex');
  return {
    publicKey,
    publicKeyPem: pemOf(publicKey),
    sign: (bytes) =>
      Buffer.from(sm2.doSignature(bytes, secret, { ...HOW, publicKey: publicHex }), 'hex'),
    verify: (bytes, signature) => holds(publicHex, bytes, signature),
  };
}

/** For one who holds only the public key, as PEM. Throws a RangeError when that is no SM2 key. */
export function verifySm2(publicKeyPem: string, bytes: Uint8Array, signature: Uint8Array): boolean {
  const der = Buffer.from(publicKeyPem.replaceAll(/-----[^-]*-----|\s/g, ''), 'base64');
  const prefix = der.subarray(0, SPKI_PREFIX.length);
  const point = der.subarray(SPKI_PREFIX.length).toString('hex');
  if (!(prefix.equals(SPKI_PREFIX) && sm2.verifyPublicKey(point))) {
    throw new RangeError('This is no public key of the curve SM2.');
  }
  return holds(point, bytes, signature);
}

function holds(publicHex: string, bytes: Uint8Array, signature: Uint8Array): boolean {
  try {
    const hex = Buffer.from(signature).toString('hex');
    // The library does not mind where a signature ends.
    return isDer(signature) && sm2.doVerifySignature(bytes, hex, publicHex, HOW);
  } catch {
    return false;
  }
}

/** A sequence that says its own length, to the end. */
function isDer(signature: Uint8Array): boolean {
  return signature[0] === 0x30 && signature[1] === signature.length - 2;
}

/**
 * A number from 1 to the order less 2, each as likely as the other: what falls outside is drawn again. The
 * library's own way to make a key from a seed is not used: it gives the key 1 for every seed.
 */
function secretOf(seed: Uint8Array): string {
  for (let draw = 0; ; draw += 1) {
    const hash = createHash('sha256').update('gongyu sm2 key').update(seed).update(String(draw));
    const hex = hash.digest('hex');
    const number = BigInt(`0x${hex}`);
    if (number >= 1n && number <= ORDER - 2n) return hex;
  }
}

function pemOf(publicKey: Uint8Array): string {
  const base64 = Buffer.concat([SPKI_PREFIX, publicKey]).toString('base64');
  const lines = base64.match(/.{1,64}/g) ?? [];
  return `-----BEGIN PUBLIC KEY-----\n${lines.join('\n')}\n-----END PUBLIC KEY-----\n`;
}
