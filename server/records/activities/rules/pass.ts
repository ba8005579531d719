import { createHmac, createPublicKey, hash, type KeyObject, sign, verify } from 'node:crypto';
import { privateKeyOf } from '../../../platform/signing/index.ts';
import { LONGEST_NAME_ON_A_PASS, PASS_STEP_SECONDS, PASS_STEPS_ACCEPTED } from '../limits.ts';
import { fromLetters, toLetters } from './letters.ts';

/** Whom a pass names, for which activity and for which hours. It does not say that they have a place. */
export interface Pass {
  readonly activity: string;
  readonly carer: string;
  /** As staff at the door read it. */
  readonly name: string;
  /** Whether they had a place when it was made: a phone without network tells the staff. */
  readonly hadPlace: boolean;
  readonly firstStepAt: Date;
  readonly steps: number;
}

/** What a carer's phone keeps, and from which it makes a fresh code each minute, network or not. */
export interface MadePass {
  /** Signed once for the event. */
  readonly signed: Buffer;
  /** Of the last step: hashed down, it gives the links of those before. */
  readonly seed: Buffer;
}

/** A pass as it was scanned: the step that its code was made for. */
export interface ShownPass extends Pass {
  readonly step: number;
}

const VERSION = 1;
const ID_BYTES = 16;
const LINK_BYTES = 16;
const SIGNATURE_BYTES = 64;
const HEAD_BYTES = 1 + 2 * ID_BYTES + 4 + 2 + 1 + LINK_BYTES + 1;
const TAIL_BYTES = SIGNATURE_BYTES + 2 + LINK_BYTES;
/** Signed in front, so that no signature of this key can be taken for another kind of paper. */
const PURPOSE = Buffer.from('gongyu pass 1\n');

/**
 * A pass is a signed head and a chain of hashes. The head holds the chain's end; the code of each minute shows the
 * link of that minute. Who has one link can make all earlier ones and no later one: a picture of a code is old
 * in minutes, and neither the phone that shows it nor the phone that reads it needs the network.
 */
export function makePass(secret: KeyObject, pass: Pass): MadePass {
  const body = Buffer.concat([
    Buffer.of(VERSION),
    bytesOf(pass.activity),
    bytesOf(pass.carer),
    numberOf(Math.floor(pass.firstStepAt.getTime() / 1000), 4),
    numberOf(pass.steps, 2),
    Buffer.of(pass.hadPlace ? 1 : 0),
  ]);
  const name = Buffer.from([...pass.name].slice(0, LONGEST_NAME_ON_A_PASS).join(''));
  const seed = createHmac('sha256', secret).update(body).digest().subarray(0, LINK_BYTES);
  const head = Buffer.concat([body, hashed(seed, pass.steps), Buffer.of(name.length), name]);
  const signature = sign(null, Buffer.concat([PURPOSE, head]), keysOf(secret).privateKey);
  return { signed: Buffer.concat([head, signature]), seed };
}

/** The code that a phone shows at this instant; about 240 letters, which a QR code of version 9 holds. */
export function codeOf({ signed, seed }: MadePass, pass: Pass, at: Date): string {
  const step = stepAt(pass, at);
  const link = hashed(seed, pass.steps - 1 - step);
  return toLetters(Buffer.concat([signed, numberOf(step, 2), link]));
}

/** Undefined when it was not made with this key. Whether it is fresh is the caller's question. */
export async function readPass(secret: KeyObject, text: string): Promise<ShownPass | undefined> {
  const letters = fromLetters(text);
  if (!letters || letters.length < HEAD_BYTES + TAIL_BYTES || letters[0] !== VERSION) return;
  const bytes = Buffer.from(letters);
  const nameLength = bytes.readUInt8(HEAD_BYTES - 1);
  const headLength = HEAD_BYTES + nameLength;
  if (bytes.length !== headLength + TAIL_BYTES) return undefined;
  const head = bytes.subarray(0, headLength);
  const signature = bytes.subarray(headLength, headLength + SIGNATURE_BYTES);
  const shown = shownIn(bytes, headLength);
  const link = bytes.subarray(bytes.length - LINK_BYTES);
  if (shown.step >= shown.steps) return undefined;
  if (!hashed(link, shown.step + 1).equals(anchorIn(head))) return undefined;
  const isOurs = await isSigned(keysOf(secret).publicKey, head, signature);
  return isOurs ? shown : undefined;
}

function shownIn(bytes: Buffer, headLength: number): ShownPass {
  let at = 1;
  const take = (length: number): Buffer => {
    at += length;
    return bytes.subarray(at - length, at);
  };
  return {
    activity: idOf(take(ID_BYTES)),
    carer: idOf(take(ID_BYTES)),
    firstStepAt: new Date(take(4).readUInt32BE() * 1000),
    steps: take(2).readUInt16BE(),
    hadPlace: take(1)[0] === 1,
    name: bytes.subarray(HEAD_BYTES, headLength).toString(),
    step: bytes.readUInt16BE(headLength + SIGNATURE_BYTES),
  };
}

const anchorIn = (head: Buffer): Buffer =>
  head.subarray(HEAD_BYTES - 1 - LINK_BYTES, HEAD_BYTES - 1);

/** The step of an instant; before the first and after the last step it is that one. */
export function stepAt({ firstStepAt, steps }: Pick<Pass, 'firstStepAt' | 'steps'>, at: Date) {
  const passed = Math.floor((at.getTime() - firstStepAt.getTime()) / 1000 / PASS_STEP_SECONDS);
  return Math.min(steps - 1, Math.max(0, passed));
}

/** Whether the code is of this moment, give or take what two phones' clocks may differ. */
export function isFresh(pass: ShownPass, at: Date): boolean {
  return Math.abs(stepAt(pass, at) - pass.step) <= PASS_STEPS_ACCEPTED;
}

/** From when on a code made now is refused. */
export function staleFrom(pass: Pass, at: Date): Date {
  const steps = stepAt(pass, at) + 1 + PASS_STEPS_ACCEPTED;
  return new Date(pass.firstStepAt.getTime() + steps * PASS_STEP_SECONDS * 1000);
}

/** 32 bytes, for phones that check passes without network. */
export function publicKeyOfPasses(secret: KeyObject): Buffer {
  const { x } = keysOf(secret).publicKey.export({ format: 'jwk' });
  return Buffer.from(x ?? '', 'base64url');
}

const pairs = new WeakMap<KeyObject, { privateKey: KeyObject; publicKey: KeyObject }>();

function keysOf(secret: KeyObject) {
  const known = pairs.get(secret);
  if (known) return known;
  const privateKey = privateKeyOf(secret.export());
  const made = { privateKey, publicKey: createPublicKey(privateKey) };
  pairs.set(secret, made);
  return made;
}

/** In another thread: a hall's queue waits for nobody's arithmetic. */
function isSigned(key: KeyObject, head: Buffer, signature: Buffer): Promise<boolean> {
  return new Promise((resolve, reject) => {
    verify(null, Buffer.concat([PURPOSE, head]), key, signature, (error, isOurs) =>
      error ? reject(error) : resolve(isOurs),
    );
  });
}

function hashed(link: Buffer, times: number): Buffer {
  let last = link;
  for (let time = 0; time < times; time += 1) {
    last = hash('sha256', last, 'buffer').subarray(0, LINK_BYTES);
  }
  return last;
}

function numberOf(value: number, length: number): Buffer {
  const bytes = Buffer.alloc(length);
  bytes.writeUIntBE(value, 0, length);
  return bytes;
}

function bytesOf(id: string): Buffer {
  return Buffer.from(id.replaceAll('-', ''), 'hex');
}

function idOf(bytes: Buffer): string {
  return bytes.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}
