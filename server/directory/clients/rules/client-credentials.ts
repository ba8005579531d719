import { OAuthError } from '../oauth-error.ts';

export interface Credentials {
  readonly client: string;
  readonly secret: string;
}

/** The fields of a form. RFC 6749 allows each of them once; an empty one counts as left out. */
export function readForm(body: unknown): ReadonlyMap<string, string> {
  if (typeof body !== 'string') {
    throw new OAuthError(
      'invalid_request',
      'Send the fields as application/x-www-form-urlencoded in the body.',
    );
  }
  const form = new Map<string, string>();
  for (const [name, value] of new URLSearchParams(body)) {
    if (form.has(name)) throw new OAuthError('invalid_request', `${name} is given twice.`);
    form.set(name, value);
  }
  return new Map([...form].filter(([, value]) => value !== ''));
}

/** By HTTP Basic, as RFC 6749 prefers it, or in the body; not both. Undefined: it gave none. */
export function credentialsIn(
  authorization: string | undefined,
  form: ReadonlyMap<string, string>,
): Credentials | undefined {
  const [client, secret] = [form.get('client_id'), form.get('client_secret')];
  if (authorization === undefined) {
    return client !== undefined && secret !== undefined ? { client, secret } : undefined;
  }
  if (secret !== undefined) {
    throw new OAuthError('invalid_request', 'Send the secret in the header or the body, not both.');
  }
  const basic = readBasic(authorization);
  if (client !== undefined && basic && client !== basic.client) {
    throw new OAuthError('invalid_request', 'client_id is not the one in the header.');
  }
  return basic;
}

function readBasic(header: string): Credentials | undefined {
  const [, encoded] = /^Basic +([A-Za-z0-9+/]+={0,2})$/i.exec(header) ?? [];
  if (encoded === undefined) return undefined;
  const [client, ...secret] = Buffer.from(encoded, 'base64').toString('utf8').split(':');
  if (!client || secret.length === 0) return undefined;
  return { client: unescaped(client), secret: unescaped(secret.join(':')) };
}

/** Both are form-encoded before they are joined (RFC 6749, section 2.3.1). */
function unescaped(text: string): string {
  try {
    return decodeURIComponent(text.replaceAll('+', ' '));
  } catch {
    return text;
  }
}
