/** Another house's word that the ledger only grew: C2SP tlog-cosignature, its Ed25519 form. */
import { hash } from 'node:crypto';
import { type SigningKeys, verifySignature } from '../../../platform/signing/index.ts';

export interface WitnessKey {
  readonly name: string;
  /** 32 bytes, Ed25519. */
  readonly publicKey: Uint8Array;
}

const COSIGNATURE = 0x04;
const KEY_ID_BYTES = 4;
const TIME_BYTES = 8;
const KEY = /^([^\s+]+)\+([0-9a-f]{8})\+([A-Za-z0-9+/]{44})$/;

function keyId({ name, publicKey }: WitnessKey): Buffer {
  const bytes = Buffer.concat([Buffer.from(`${name}\n`), Buffer.of(COSIGNATURE), publicKey]);
  return hash('sha256', bytes, 'buffer').subarray(0, KEY_ID_BYTES);
}

/** `name+key id+base64 of 0x04 and the key`, as C2SP's tools read it. */
export function witnessKeyText(key: WitnessKey): string {
  const bytes = Buffer.concat([Buffer.of(COSIGNATURE), key.publicKey]);
  return `${key.name}+${keyId(key).toString('hex')}+${bytes.toString('base64')}`;
}

/** The key again; undefined when the text is none, or its parts do not belong together. */
export function parseWitnessKey(text: string): WitnessKey | undefined {
  const [, name, id, encoded] = KEY.exec(text) ?? [];
  const bytes = Buffer.from(encoded ?? '', 'base64');
  if (!name || bytes[0] !== COSIGNATURE) return undefined;
  const key = { name, publicKey: bytes.subarray(1) };
  return keyId(key).toString('hex') === id ? key : undefined;
}

/** A signature line for the text of a checkpoint, seen at `at`. Ends with a newline. */
export function cosign(text: string, name: string, keys: SigningKeys, at: Date): string {
  const seconds = Math.floor(at.getTime() / 1000);
  const time = Buffer.alloc(TIME_BYTES);
  time.writeBigUInt64BE(BigInt(seconds));
  const id = keyId({ name, publicKey: keys.publicKey });
  const signature = Buffer.concat([id, time, keys.sign(signed(text, seconds))]);
  return `\u2014 ${name} ${signature.toString('base64')}\n`;
}

/** When the witness saw the checkpoint, if one of these lines is its good cosignature on the text. */
export function cosignedAt(text: string, lines: string, key: WitnessKey): Date | undefined {
  const own = `\u2014 ${key.name} `;
  for (const line of lines.split('\n').filter((one) => one.startsWith(own))) {
    const bytes = Buffer.from(line.slice(own.length), 'base64');
    if (!bytes.subarray(0, KEY_ID_BYTES).equals(keyId(key))) continue;
    const rest = bytes.subarray(KEY_ID_BYTES);
    if (rest.length <= TIME_BYTES) continue;
    const seconds = Number(rest.readBigUInt64BE());
    const signature = rest.subarray(TIME_BYTES);
    if (verifySignature(key.publicKey, signed(text, seconds), signature)) {
      return new Date(seconds * 1000);
    }
  }
  return undefined;
}

function signed(text: string, seconds: number): Buffer {
  return Buffer.from(`cosignature/v1\ntime ${seconds}\n${text}`);
}
