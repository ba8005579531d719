import type { SigningKeys } from '../../../platform/signing/index.ts';
import type { Certificate, SignedCertificate, SignedStatusList } from './shapes.ts';

/** The media type of a credential secured with JOSE (W3C VC-JOSE-COSE). */
export const VC_JWT = 'application/vc+jwt';

const ALGORITHM = 'EdDSA';
const TYPE = 'vc+jwt';

/**
 * The same certificate as a JWT, for verifiers that know no Data Integrity: the payload is the credential without
 * its proof, `kid` the key's own name in the district's DID document. The same bytes every time. Throws a TypeError
 * when the keys are not those of its issuer.
 */
export function certificateJwt(
  { proof: _, ...certificate }: SignedCertificate,
  keys: SigningKeys,
): string {
  return secured(certificate satisfies Certificate, certificate.issuer.id, keys);
}

/** A status list in the same dress. */
export function statusListJwt({ proof: _, ...list }: SignedStatusList, keys: SigningKeys): string {
  return secured(list, list.issuer, keys);
}

function secured(credential: object, issuer: string, keys: SigningKeys): string {
  if (issuer !== keys.did) throw new TypeError(`The keys sign for ${keys.did}, not for ${issuer}.`);
  const header = { alg: ALGORITHM, kid: keys.verificationMethod, typ: TYPE, cty: 'vc' };
  const signed = `${encode(header)}.${encode(credential)}`;
  return `${signed}.${keys.sign(Buffer.from(signed)).toString('base64url')}`;
}

/** A JWT taken apart; nothing in it is believed yet. */
export interface OpenedJwt {
  readonly kid: string;
  /** The payload: anything at all. */
  readonly content: unknown;
  /** What the signature is over. */
  readonly signed: Buffer;
  readonly signature: Buffer;
}

/** Undefined for what is no JWT of our kind: another algorithm is refused here, before any key is looked at. */
export function openJwt(text: string): OpenedJwt | undefined {
  const parts = text.split('.');
  if (parts.length !== 3) return undefined;
  const [header = '', payload = '', signature = ''] = parts;
  const { alg, kid, typ, ...rest } = (decode(header) ?? {}) as Record<string, unknown>;
  const extra = Object.keys(rest).filter((name) => name !== 'cty');
  // `crit` and keys that the token brings along are among the extra ones: none of them is obeyed.
  if (alg !== ALGORITHM || typ !== TYPE || typeof kid !== 'string' || extra.length > 0) {
    return undefined;
  }
  const bytes = Buffer.from(signature, 'base64url');
  if (bytes.toString('base64url') !== signature) return undefined;
  return {
    kid,
    content: decode(payload),
    signed: Buffer.from(`${header}.${payload}`),
    signature: bytes,
  };
}

function encode(value: object): string {
  return Buffer.from(JSON.stringify(value)).toString('base64url');
}

function decode(part: string): unknown {
  try {
    return JSON.parse(Buffer.from(part, 'base64url').toString('utf8'));
  } catch {
    return undefined;
  }
}
