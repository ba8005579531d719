import { hmacSha256, sha256Hex } from './digests.ts';

/** A call of an Alibaba Cloud API of the RPC kind: parameters in the query, no body. */
export interface AliyunCall {
  readonly host: string;
  readonly action: string;
  readonly version: string;
  readonly query: Readonly<Record<string, string>>;
  readonly at: Date;
  /** Different for each call: the provider refuses one that it has seen. */
  readonly nonce: string;
}

export interface AliyunKey {
  readonly keyId: string;
  readonly keySecret: string;
}

/**
 * Signature V3 (ACS3-HMAC-SHA256): an HMAC by the key's secret over method, path, sorted query, the headers
 * `host` and `x-acs-*`, and the hash of the body. Gives the headers and the query as it was signed.
 */
export function signAcs3(
  { host, action, version, query, at, nonce }: AliyunCall,
  { keyId, keySecret }: AliyunKey,
): { headers: Record<string, string>; query: string } {
  const canonicalQuery = Object.keys(query)
    .sort()
    .map((name) => `${percentEncode(name)}=${percentEncode(query[name] ?? '')}`)
    .join('&');
  const payloadHash = sha256Hex('');
  const headers: Record<string, string> = {
    host,
    'x-acs-action': action,
    'x-acs-content-sha256': payloadHash,
    'x-acs-date': at.toISOString().replace(/\.\d{3}Z$/, 'Z'),
    'x-acs-signature-nonce': nonce,
    'x-acs-version': version,
  };
  const names = Object.keys(headers).sort();
  const canonicalHeaders = names.map((name) => `${name}:${headers[name]}\n`).join('');
  const signedHeaders = names.join(';');
  const canonicalRequest = [
    'POST',
    '/',
    canonicalQuery,
    canonicalHeaders,
    signedHeaders,
    payloadHash,
  ].join('\n');
  const signature = hmacSha256(
    keySecret,
    `ACS3-HMAC-SHA256\n${sha256Hex(canonicalRequest)}`,
  ).toString('hex');
  headers.authorization = `ACS3-HMAC-SHA256 Credential=${keyId},SignedHeaders=${signedHeaders},Signature=${signature}`;
  return { headers, query: canonicalQuery };
}

/** RFC 3986: what encodeURIComponent leaves is encoded too. */
function percentEncode(text: string): string {
  return encodeURIComponent(text).replace(
    /[!'()*]/g,
    (letter) => `%${letter.charCodeAt(0).toString(16).toUpperCase()}`,
  );
}
