import { hmacSha256, sha256Hex } from './digests.ts';

/** A call of a Tencent Cloud API, version 3: everything in a JSON body. */
export interface TencentCall {
  readonly host: string;
  /** Such as `sms`: the first label of the provider's host name, part of what is signed. */
  readonly service: string;
  readonly action: string;
  readonly body: string;
  readonly at: Date;
}

export interface TencentKey {
  readonly keyId: string;
  readonly keySecret: string;
}

const CONTENT_TYPE = 'application/json; charset=utf-8';
const SIGNED_HEADERS = 'content-type;host;x-tc-action';

/**
 * Signature v3 (TC3-HMAC-SHA256): a key derived from the secret for this day and service signs the hash of
 * method, path, the three headers and the body. Gives the headers that carry it.
 */
export function signTc3(
  { host, service, action, body, at }: TencentCall,
  { keyId, keySecret }: TencentKey,
): Record<string, string> {
  const timestamp = Math.floor(at.getTime() / 1000);
  const day = at.toISOString().slice(0, 10);
  const scope = `${day}/${service}/tc3_request`;
  const canonicalHeaders = `content-type:${CONTENT_TYPE}\nhost:${host}\nx-tc-action:${action.toLowerCase()}\n`;
  const canonicalRequest = ['POST', '/', '', canonicalHeaders, SIGNED_HEADERS, sha256Hex(body)];
  const signed = [
    'TC3-HMAC-SHA256',
    String(timestamp),
    scope,
    sha256Hex(canonicalRequest.join('\n')),
  ].join('\n');
  const dayKey = hmacSha256(`TC3${keySecret}`, day);
  const signingKey = hmacSha256(hmacSha256(dayKey, service), 'tc3_request');
  const signature = hmacSha256(signingKey, signed).toString('hex');
  return {
    host,
    'content-type': CONTENT_TYPE,
    'x-tc-action': action,
    'x-tc-timestamp': String(timestamp),
    authorization: `TC3-HMAC-SHA256 Credential=${keyId}/${scope}, SignedHeaders=${SIGNED_HEADERS}, Signature=${signature}`,
  };
}
