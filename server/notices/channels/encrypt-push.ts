import { createCipheriv, createECDH, hkdfSync, randomBytes } from 'node:crypto';

/** What a browser gives of a subscription: its public key and a shared secret, base64url. */
export interface PushKeys {
  readonly p256dh: string;
  readonly auth: string;
}

/** Of a test with published values: else both are drawn anew for each message. */
export interface PushRandomness {
  readonly privateKey: Buffer;
  readonly salt: Buffer;
}

const RECORD_SIZE = 4096;
/** After the text comes this, and no padding: headings are short, and their length says nothing. */
const LAST_RECORD = Buffer.from([2]);

/**
 * A message that only the browser can read (RFC 8291, `aes128gcm` of RFC 8188): a key agreed by ECDH over P-256 from a
 * pair that is used once. The push service sees who and when, not what.
 */
export function encryptPush(
  text: string,
  { p256dh, auth }: PushKeys,
  randomness?: PushRandomness,
): Buffer {
  const pair = createECDH('prime256v1');
  if (randomness) pair.setPrivateKey(randomness.privateKey);
  else pair.generateKeys();
  const salt = randomness?.salt ?? randomBytes(16);
  const ours = pair.getPublicKey();
  const theirs = Buffer.from(p256dh, 'base64url');
  const shared = pair.computeSecret(theirs);
  const info = Buffer.concat([Buffer.from('WebPush: info\0'), theirs, ours]);
  const material = derive(shared, Buffer.from(auth, 'base64url'), info, 32);
  const key = derive(material, salt, Buffer.from('Content-Encoding: aes128gcm\0'), 16);
  const nonce = derive(material, salt, Buffer.from('Content-Encoding: nonce\0'), 12);
  const cipher = createCipheriv('aes-128-gcm', key, nonce);
  const sealed = Buffer.concat([
    cipher.update(Buffer.concat([Buffer.from(text, 'utf8'), LAST_RECORD])),
    cipher.final(),
    cipher.getAuthTag(),
  ]);
  const recordSize = Buffer.alloc(4);
  recordSize.writeUInt32BE(RECORD_SIZE);
  return Buffer.concat([salt, recordSize, Buffer.from([ours.length]), ours, sealed]);
}

function derive(material: Buffer, salt: Buffer, info: Buffer, length: number): Buffer {
  return Buffer.from(hkdfSync('sha256', material, salt, info, length));
}
