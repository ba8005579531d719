import { hash, randomBytes } from 'node:crypto';
import type { SigningKeys } from '../../../platform/signing/index.ts';

/** Of an SD-JWT VC; its files are `application/dc+sd-jwt`. */
const TYPE = 'dc+sd-jwt';
const ALGORITHM = 'EdDSA';
const HASHES = 'sha-256';
const SALT_BYTES = 16;
const BETWEEN = '~';

type Claims = Readonly<Record<string, unknown>>;

/**
 * Signs claims of which the holder may show some and keep others (RFC 9901): those in `shown` stand in it with their
 * salts, those in `kept` as a salted hash alone, which nobody can open. Salts are fresh, so that two copies cannot be
 * put together by them.
 */
export function makeSdJwt(
  { plain, shown, kept }: { readonly plain: Claims; readonly shown: Claims; readonly kept: Claims },
  keys: SigningKeys,
): string {
  const disclose = (claims: Claims) =>
    Object.entries(claims).map(([name, value]) =>
      encode([randomBytes(SALT_BYTES).toString('base64url'), name, value]),
    );
  const disclosures = disclose(shown);
  // In the order of the hashes, which tells nothing of what they are of.
  const hashes = [...disclosures, ...disclose(kept)].map(digestOf).sort();
  const header = { alg: ALGORITHM, kid: keys.verificationMethod, typ: TYPE };
  const signed = `${encode(header)}.${encode({ ...plain, _sd_alg: HASHES, _sd: hashes })}`;
  const jwt = `${signed}.${keys.sign(Buffer.from(signed)).toString('base64url')}`;
  return [jwt, ...disclosures, ''].join(BETWEEN);
}

/** An SD-JWT taken apart; nothing in it is believed before its signature is. */
export interface OpenedSdJwt {
  readonly kid: string;
  readonly plain: Claims;
  readonly shown: Claims;
  /** How many claims are there that are not shown. */
  readonly kept: number;
  readonly signed: Buffer;
  readonly signature: Buffer;
}

/** Undefined for what is none of ours: a disclosure that the signature does not cover is refused, not passed over. */
export function openSdJwt(text: string): OpenedSdJwt | undefined {
  const [jwt = '', ...rest] = text.split(BETWEEN);
  if (rest.pop() !== '') return undefined;
  const [header = '', payload = '', encodedSignature = '', ...more] = jwt.split('.');
  const { alg, kid, typ } = (decode(header) ?? {}) as Record<string, unknown>;
  const { _sd, _sd_alg, ...plain } = (decode(payload) ?? {}) as Record<string, unknown>;
  const signature = Buffer.from(encodedSignature, 'base64url');
  const isOurs = alg === ALGORITHM && typ === TYPE && typeof kid === 'string' && more.length === 0;
  if (!isOurs || signature.toString('base64url') !== encodedSignature) return undefined;
  if (_sd_alg !== HASHES || !Array.isArray(_sd) || new Set(rest).size !== rest.length) {
    return undefined;
  }
  const shown: Record<string, unknown> = {};
  for (const disclosure of rest) {
    const [, name, value, ...extra] = (decode(disclosure) as unknown[] | undefined) ?? [];
    if (typeof name !== 'string' || extra.length > 0 || !_sd.includes(digestOf(disclosure))) {
      return undefined;
    }
    if (name in plain || Object.hasOwn(shown, name)) return undefined;
    shown[name] = value;
  }
  return {
    ...{ kid, plain, shown, signature, kept: _sd.length - rest.length },
    signed: Buffer.from(`${header}.${payload}`),
  };
}

function digestOf(disclosure: string): string {
  return hash('sha256', disclosure, 'buffer').toString('base64url');
}

function encode(value: unknown): string {
  return Buffer.from(JSON.stringify(value)).toString('base64url');
}

function decode(part: string): unknown {
  try {
    return JSON.parse(Buffer.from(part, 'base64url').toString('utf8'));
  } catch {
    return undefined;
  }
}
