import { createDecipheriv, createHash, timingSafeEqual } from 'node:crypto';

/** What opens the messages of an account in its safe mode (安全模式). */
export interface SealedFor {
  readonly token: string;
  /** 32 bytes: the account's EncodingAESKey. */
  readonly messageKey: Uint8Array;
  readonly appId: string;
}

interface SealedQuery {
  readonly msg_signature?: string | undefined;
  readonly timestamp: string;
  readonly nonce: string;
}

const IV_BYTES = 16;
const RANDOM_BYTES = 16;
const LENGTH_BYTES = 4;

/** Whether the message comes in a sealed cover. */
export function sealedIn(xml: string): string | undefined {
  return /<Encrypt>(?:<!\[CDATA\[)?([A-Za-z0-9+/=]+)/.exec(xml)?.[1];
}

/**
 * The XML in the cover: AES-256-CBC over 16 random bytes, the length, the text and the account's id, signed by SHA-1
 * over token, timestamp, nonce and cover, sorted. Undefined when signature, key or account are not ours.
 */
export function openWechat(
  sealed: string,
  query: SealedQuery,
  { token, messageKey, appId }: SealedFor,
): string | undefined {
  const text = [token, query.timestamp, query.nonce, sealed].sort().join('');
  const expected = Buffer.from(createHash('sha1').update(text).digest('hex'));
  const told = Buffer.from(query.msg_signature ?? '');
  if (told.length !== expected.length || !timingSafeEqual(told, expected)) return undefined;
  const opened = decrypted(Buffer.from(sealed, 'base64'), messageKey);
  if (!opened || opened.length < RANDOM_BYTES + LENGTH_BYTES) return undefined;
  const length = opened.readUInt32BE(RANDOM_BYTES);
  const begin = RANDOM_BYTES + LENGTH_BYTES;
  const isOurs = opened.toString('utf8', begin + length) === appId;
  return isOurs ? opened.toString('utf8', begin, begin + length) : undefined;
}

/** Its padding goes up to 32 bytes, twice what the cipher's own would. */
function decrypted(bytes: Buffer, key: Uint8Array): Buffer | undefined {
  try {
    const cipher = createDecipheriv('aes-256-cbc', key, key.subarray(0, IV_BYTES));
    cipher.setAutoPadding(false);
    const padded = Buffer.concat([cipher.update(bytes), cipher.final()]);
    return padded.subarray(0, padded.length - (padded.at(-1) ?? 0));
  } catch {
    return undefined;
  }
}
