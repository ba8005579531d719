import {
  SIGNATURE_BYTES,
  type SigningKeys,
  verifySignature,
} from '../../../platform/signing/index.ts';

const VERSION = 1;
const ID_BYTES = 16;
const PAYLOAD_BYTES = 1 + ID_BYTES + 4;
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

/**
 * The token in a certificate's QR: 1 byte version, 16 bytes id, 4 bytes expiry (seconds since 1970), 64 bytes
 * Ed25519 signature; base64url, 114 characters. It lets its holder see one certificate, and nothing else.
 * Throws a RangeError when the id is no UUID.
 */
export function makeVerifyToken(certificateId: string, expiresAt: Date, keys: SigningKeys): string {
  const id = certificateId.toLowerCase();
  if (!UUID.test(id)) throw new RangeError(`"${certificateId}" is no UUID.`);
  const payload = Buffer.alloc(PAYLOAD_BYTES);
  payload.writeUInt8(VERSION, 0);
  payload.write(id.replaceAll('-', ''), 1, 'hex');
  payload.writeUInt32BE(
    Math.min(Math.floor(expiresAt.getTime() / 1000), LAST_SECOND),
    1 + ID_BYTES,
  );
  return Buffer.concat([payload, keys.sign(signedBytes(payload))]).toString('base64url');
}

/** What a token says, once its signature by one of these keys holds. Never throws on what a stranger sent. */
export function openVerifyToken(
  token: string,
  publicKeys: readonly Uint8Array[],
  now: Date,
): OpenedToken {
  const bytes = Buffer.from(token, 'base64url');
  const payload = bytes.subarray(0, PAYLOAD_BYTES);
  const signature = bytes.subarray(PAYLOAD_BYTES);
  const sound =
    bytes.length === PAYLOAD_BYTES + SIGNATURE_BYTES &&
    bytes.toString('base64url') === token &&
    payload.readUInt8(0) === VERSION &&
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
