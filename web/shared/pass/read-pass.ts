import { verifyAsync } from '@noble/ed25519';
import { hashed, LINK_BYTES } from './chain.ts';
import { fromLetters } from './letters.ts';

/** A pass as it was scanned: whom it names, for which activity, and the step that its code was made for. */
export interface ShownPass {
  readonly activity: string;
  readonly carer: string;
  readonly name: string;
  /** Whether they had a place when the pass was made. */
  readonly hadPlace: boolean;
  /** Milliseconds. */
  readonly firstStepAt: number;
  readonly steps: number;
  readonly step: number;
}

const VERSION = 1;
const ID_BYTES = 16;
const SIGNATURE_BYTES = 64;
const HEAD_BYTES = 1 + 2 * ID_BYTES + 4 + 2 + 1 + LINK_BYTES + 1;
const TAIL_BYTES = SIGNATURE_BYTES + 2 + LINK_BYTES;
const PURPOSE = new TextEncoder().encode('gongyu pass 1\n');

/** Whether the text has the form of a pass at all: another QR code is no scan of anybody. */
export function looksLikePass(text: string): boolean {
  const bytes = fromLetters(text);
  return bytes !== undefined && bytes[0] === VERSION && lengthFits(bytes);
}

function lengthFits(bytes: Uint8Array): boolean {
  return bytes.length === HEAD_BYTES + (bytes[HEAD_BYTES - 1] ?? 0) + TAIL_BYTES;
}

/** Checks a pass without network; undefined when the district of this key has not made it. */
export async function readPass(key: Uint8Array, text: string): Promise<ShownPass | undefined> {
  const bytes = fromLetters(text);
  if (!bytes || bytes[0] !== VERSION || !lengthFits(bytes)) return undefined;
  const headLength = bytes.length - TAIL_BYTES;
  const head = bytes.slice(0, headLength);
  const shown = shownIn(bytes, headLength);
  if (shown.step >= shown.steps) return undefined;
  const anchor = head.slice(HEAD_BYTES - 1 - LINK_BYTES, HEAD_BYTES - 1);
  const end = await hashed(bytes.slice(-LINK_BYTES), shown.step + 1);
  if (!end.every((byte, index) => byte === anchor[index])) return undefined;
  const signature = bytes.slice(headLength, headLength + SIGNATURE_BYTES);
  // A signature that is no point of the curve is none of ours either.
  const isOurs = await verifyAsync(signature, joined(PURPOSE, head), key).catch(() => false);
  return isOurs ? shown : undefined;
}

function shownIn(bytes: Uint8Array, headLength: number): ShownPass {
  const numbers = new DataView(bytes.buffer, bytes.byteOffset);
  const afterIds = 1 + 2 * ID_BYTES;
  return {
    activity: idOf(bytes.slice(1, 1 + ID_BYTES)),
    carer: idOf(bytes.slice(1 + ID_BYTES, afterIds)),
    firstStepAt: numbers.getUint32(afterIds) * 1000,
    steps: numbers.getUint16(afterIds + 4),
    hadPlace: bytes[afterIds + 6] === 1,
    name: new TextDecoder().decode(bytes.slice(HEAD_BYTES, headLength)),
    step: numbers.getUint16(headLength + SIGNATURE_BYTES),
  };
}

function joined(one: Uint8Array, other: Uint8Array): Uint8Array {
  const both = new Uint8Array(one.length + other.length);
  both.set(one);
  both.set(other, one.length);
  return both;
}

function idOf(bytes: Uint8Array): string {
  const hex = Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}
