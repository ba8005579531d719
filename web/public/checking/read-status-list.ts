import { verifyAsync } from '@noble/ed25519';
import type { VerificationKit } from '../../shared/api-types.gen.ts';
import { fromBase64Url } from './read-link.ts';

/** A status list that was proven: when it was signed, and whose place is marked. */
export interface ProvenList {
  readonly signedAt: Date;
  has(index: number): boolean;
}

interface ListClaim {
  readonly validFrom: string;
  readonly credentialSubject: { readonly statusPurpose: string; readonly encodedList: string };
}

/** The list in a vc+jwt of the kit; undefined when it is not signed by one of the kit's keys, or cannot be unpacked here. */
export async function readStatusList(
  kit: VerificationKit,
  purpose: 'revocation' | 'suspension',
  list: number,
): Promise<ProvenList | undefined> {
  const found = kit.status_lists.find((one) => one.purpose === purpose && one.list === list);
  const [header = '', payload = '', signature = ''] = (found?.signed ?? '').split('.');
  const { kid, alg } = parsed<{ kid: string; alg: string }>(header) ?? { kid: '', alg: '' };
  const claim = parsed<ListClaim>(payload);
  const key = kit.issuers.flatMap(({ keys }) => keys).find(({ id }) => id === kid);
  const bytes = fromBase64Url(signature);
  if (!claim || !key || !bytes || alg !== 'EdDSA') return undefined;
  if (claim.credentialSubject.statusPurpose !== purpose) return undefined;
  const signedAt = new Date(claim.validFrom);
  if (key.until !== null && signedAt > new Date(key.until)) return undefined;
  const signed = new TextEncoder().encode(`${header}.${payload}`);
  const publicKey = keyOfMultikey(key.multikey);
  const isOurs = publicKey && (await verifyAsync(bytes, signed, publicKey).catch(() => false));
  const bits = isOurs ? await unpacked(claim.credentialSubject.encodedList) : undefined;
  return (
    bits && { signedAt, has: (index) => ((bits[index >> 3] ?? 0) & (0x80 >> (index % 8))) !== 0 }
  );
}

function parsed<Content>(part: string): Content | undefined {
  const bytes = fromBase64Url(part);
  try {
    return bytes && (JSON.parse(new TextDecoder().decode(bytes)) as Content);
  } catch {
    return undefined;
  }
}

/** Gzip in base64url after a `u`. Undefined where the browser cannot unpack it. */
async function unpacked(encoded: string): Promise<Uint8Array | undefined> {
  const packed = fromBase64Url(encoded.slice(1));
  if (!packed || !('DecompressionStream' in globalThis)) return undefined;
  try {
    const stream = new Blob([packed]).stream().pipeThrough(new DecompressionStream('gzip'));
    return new Uint8Array(await new Response(stream).arrayBuffer());
  } catch {
    return undefined;
  }
}

const ALPHABET = '123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz';
const KEY_BYTES = 32;

/** `z6Mk…`: base58btc of 0xed01 and the key. */
export function keyOfMultikey(multikey: string): Uint8Array | undefined {
  let number = 0n;
  for (const letter of multikey.slice(1)) {
    const digit = ALPHABET.indexOf(letter);
    if (digit < 0) return undefined;
    number = number * 58n + BigInt(digit);
  }
  const hex = number.toString(16).padStart(2 * (KEY_BYTES + 2), '0');
  if (!hex.startsWith('ed01') || hex.length !== 2 * (KEY_BYTES + 2)) return undefined;
  return Uint8Array.from(hex.slice(4).match(/../g) ?? [], (pair) => Number.parseInt(pair, 16));
}
