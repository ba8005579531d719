import { randomBytes } from 'node:crypto';
import { type District, limited, take, type WriteTransaction } from '../../../platform/index.ts';
import { nobody, type Scope, scopeNames } from '../../access/index.ts';
import { TOKEN_SECONDS, TOKENS_BY_NETWORK } from '../limits.ts';
import { OAuthError } from '../oauth-error.ts';
import { type Credentials, credentialsIn, readForm } from '../rules/client-credentials.ts';
import { addToken, endTokens, findBySecret } from '../store.ts';

const TOKEN_BYTES = 32;

/** What a program sends to the token endpoint. */
export interface TokenRequest {
  readonly authorization: string | undefined;
  readonly body: unknown;
  /** The network that asks. */
  readonly network: string;
}

export interface GivenToken {
  readonly access_token: string;
  readonly token_type: 'Bearer';
  /** Seconds. */
  readonly expires_in: number;
  readonly scope: string;
}

/** OAuth 2.0 client credentials (RFC 6749, section 4.4). Throws an OAuthError. */
export async function giveToken(district: District, asked: TokenRequest): Promise<GivenToken> {
  const form = readForm(asked.body);
  return asClient(district, asked, form, async (transaction, { client }, may) => {
    const grant = form.get('grant_type');
    if (grant === undefined) throw new OAuthError('invalid_request', 'grant_type is missing.');
    if (grant !== 'client_credentials') {
      throw new OAuthError('unsupported_grant_type', 'Ask with grant_type=client_credentials.');
    }
    const scopes = scopesWanted(form.get('scope'), may);
    const token = `gongyu_at_${randomBytes(TOKEN_BYTES).toString('base64url')}`;
    const issuedAt = district.clock();
    await addToken(transaction, {
      ...{ token, client_id: client, scopes, issued_at: issuedAt },
      expires_at: new Date(issuedAt.getTime() + TOKEN_SECONDS * 1000),
    });
    return {
      access_token: token,
      token_type: 'Bearer',
      expires_in: TOKEN_SECONDS,
      scope: scopes.join(' '),
    };
  });
}

/** A client gives a token back before its time (RFC 7009); one that is not its own is none of its business. */
export async function endToken(district: District, asked: TokenRequest): Promise<void> {
  const form = readForm(asked.body);
  await asClient(district, asked, form, async (transaction, { client }) => {
    const token = form.get('token');
    if (token === undefined) throw new OAuthError('invalid_request', 'token is missing.');
    await endTokens(transaction, { client, token });
  });
}

async function asClient<T>(
  district: District,
  { authorization, network }: TokenRequest,
  form: ReadonlyMap<string, string>,
  work: (transaction: WriteTransaction, known: Credentials, may: Scope[]) => Promise<T>,
): Promise<T> {
  const { database, sealing, clock } = district;
  const at = clock();
  // A transaction of its own: a try that fails is counted too.
  const verdict = await database.write(nobody, (transaction) =>
    take(transaction, TOKENS_BY_NETWORK, limited(sealing, network), at),
  );
  if (!verdict.allowed) {
    const wait = verdict.retryAfterSeconds;
    throw new OAuthError('temporarily_unavailable', `Ask again in ${wait} seconds.`, wait);
  }
  const credentials = credentialsIn(authorization, form);
  return database.write(nobody, async (transaction) => {
    const known = credentials && (await findBySecret(transaction, credentials, at));
    if (!credentials || !known) {
      throw new OAuthError('invalid_client', 'No client in force has this id and secret.');
    }
    return work(transaction, credentials, known.scopes);
  });
}

/** All that the client has, unless it asks for less. */
function scopesWanted(text: string | undefined, may: Scope[]): Scope[] {
  if (text === undefined) return may;
  const wanted = [...new Set(text.split(' '))].map((word) =>
    scopeNames.find((scope) => scope === word && may.includes(scope)),
  );
  if (wanted.includes(undefined)) {
    throw new OAuthError('invalid_scope', `This client may ask for: ${may.join(' ')}.`);
  }
  return wanted.flatMap((scope) => scope ?? []);
}
