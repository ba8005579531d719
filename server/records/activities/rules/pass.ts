import { createHmac, type KeyObject, timingSafeEqual } from 'node:crypto';
import { fromLetters, toLetters } from './letters.ts';

/** Whom a pass names, and for which activity. It says who somebody is, not that they have a place. */
export interface Pass {
  readonly activity: string;
  readonly carer: string;
  readonly expiresAt: Date;
}

const ID_BYTES = 16;
const BODY_BYTES = 2 * ID_BYTES + 4;
/** 80 bits: forging one takes 2^80 tries at a door with a queue. */
const MAC_BYTES = 10;

/** 74 letters, which a QR code of version 4 holds. */
export function makePass(key: KeyObject, { activity, carer, expiresAt }: Pass): string {
  const seconds = Buffer.alloc(4);
  seconds.writeUInt32BE(Math.floor(expiresAt.getTime() / 1000));
  const body = Buffer.concat([bytesOf(activity), bytesOf(carer), seconds]);
  return toLetters(Buffer.concat([body, macOf(key, body)]));
}

/** Undefined when it was not made with this key. Whether it has expired is the caller's question. */
export function readPass(key: KeyObject, text: string): Pass | undefined {
  const letters = fromLetters(text);
  if (letters?.length !== BODY_BYTES + MAC_BYTES) return undefined;
  const bytes = Buffer.from(letters);
  const body = bytes.subarray(0, BODY_BYTES);
  if (!timingSafeEqual(macOf(key, body), bytes.subarray(BODY_BYTES))) return undefined;
  return {
    activity: idOf(body.subarray(0, ID_BYTES)),
    carer: idOf(body.subarray(ID_BYTES, 2 * ID_BYTES)),
    expiresAt: new Date(body.readUInt32BE(2 * ID_BYTES) * 1000),
  };
}

function macOf(key: KeyObject, body: Buffer): Buffer {
  return createHmac('sha256', key).update(body).digest().subarray(0, MAC_BYTES);
}

function bytesOf(id: string): Buffer {
  return Buffer.from(id.replaceAll('-', ''), 'hex');
}

function idOf(bytes: Buffer): string {
  return bytes.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}
