import {
  SIGNATURE_BYTES,
  type SigningKeys,
  verifySignature,
} from '../../../platform/signing/index.ts';

/** 1 names a certificate; 2 also says what the paper beside it shows, so that it can be compared without a network. */
const VERSIONS = [1, 2] as const;
const ID_BYTES = 16;
const PAYLOAD_BYTES = 1 + ID_BYTES + 4;
const LONGEST_TEXT_BYTES = 255;
// The key signs other things too; this prefix makes sure that none of them can pass for a token.
const PURPOSE = 'gongyu certificate link\n';
const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;
const LAST_SECOND = 0xff_ff_ff_ff;

export type OpenedToken =
  | {
      readonly outcome: 'good' | 'expired';
      readonly certificateId: string;
      readonly expiresAt: Date;
    }
  | { readonly outcome: 'forged' };

/** What the paper shows beside the QR, and where the certificate stands in the status lists. */
export interface TokenFacts {
  readonly number: string;
  readonly childName: string;
  readonly idNumberLastFour: string;
  /** Hundredths of a point. */
  readonly threshold: number;
  readonly issuedAt: Date;
  /** The list, and the place in it. */
  readonly statusList: number;
  readonly statusIndex: number;
}

/**
 * The token in a certificate's QR: 1 byte version, 16 bytes id, 4 bytes expiry (seconds since 1970); with facts also
 * 4 bytes issue, 4 threshold, 2 list, 4 place in it, and number, name and last four, each in UTF-8 after a byte for its
 * length; then 64 bytes Ed25519 signature. Base64url. It lets its holder see one certificate, and nothing else. Throws a
 * RangeError when the id is no UUID.
 */
export function makeVerifyToken(
  certificateId: string,
  expiresAt: Date,
  keys: SigningKeys,
  facts?: TokenFacts,
): string {
  const id = certificateId.toLowerCase();
  if (!UUID.test(id)) throw new RangeError(`"${certificateId}" is no UUID.`);
  const told = facts && factBytes(facts);
  const head = Buffer.alloc(PAYLOAD_BYTES);
  head.writeUInt8(told ? 2 : 1, 0);
  head.write(id.replaceAll('-', ''), 1, 'hex');
  head.writeUInt32BE(secondsOf(expiresAt), 1 + ID_BYTES);
  const payload = told ? Buffer.concat([head, told]) : head;
  return Buffer.concat([payload, keys.sign(signedBytes(payload))]).toString('base64url');
}

/** Undefined where a text is longer than any paper shows: then the token names the certificate only. */
function factBytes(facts: TokenFacts): Buffer | undefined {
  const texts = [facts.number, facts.childName, facts.idNumberLastFour].map((text) =>
    Buffer.from(text),
  );
  if (texts.some(({ length }) => length > LONGEST_TEXT_BYTES)) return undefined;
  const numbers = Buffer.alloc(14);
  numbers.writeUInt32BE(secondsOf(facts.issuedAt), 0);
  numbers.writeUInt32BE(facts.threshold, 4);
  numbers.writeUInt16BE(facts.statusList, 8);
  numbers.writeUInt32BE(facts.statusIndex, 10);
  return Buffer.concat([numbers, ...texts.flatMap((text) => [Buffer.of(text.length), text])]);
}

function secondsOf(at: Date): number {
  return Math.min(Math.floor(at.getTime() / 1000), LAST_SECOND);
}

/** What a token says, once its signature by one of these keys holds. Never throws on what a stranger sent. */
export function openVerifyToken(
  token: string,
  publicKeys: readonly Uint8Array[],
  now: Date,
): OpenedToken {
  const bytes = Buffer.from(token, 'base64url');
  const end = bytes.length - SIGNATURE_BYTES;
  if (end < PAYLOAD_BYTES) return { outcome: 'forged' };
  const payload = bytes.subarray(0, end);
  const signature = bytes.subarray(end);
  const version = VERSIONS.find((one) => one === payload.readUInt8(0));
  const sound =
    version !== undefined &&
    (version === 2 || end === PAYLOAD_BYTES) &&
    bytes.toString('base64url') === token &&
    publicKeys.some((key) => verifySignature(key, signedBytes(payload), signature));
  if (!sound) return { outcome: 'forged' };
  const hex = payload.toString('hex', 1, 1 + ID_BYTES);
  const certificateId = hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
  const expiresAt = new Date(payload.readUInt32BE(1 + ID_BYTES) * 1000);
  return { outcome: now > expiresAt ? 'expired' : 'good', certificateId, expiresAt };
}

/**
 * The link in the QR. The token stands in the fragment, which browsers do not send: no server or proxy on the
 * way writes it into its log. `origin` is `https://host`, without a path.
 */
export function verifyLink(origin: string, token: string): string {
  return `${origin}/verify#${token}`;
}

function signedBytes(payload: Buffer): Buffer {
  return Buffer.concat([Buffer.from(PURPOSE), payload]);
}
