import type { FastifyReply, FastifyRequest } from 'fastify';
import { type KnownClient, nobody, type Scope } from '../access/index.ts';
import { ScopeMissing, TokenNotGood } from './refusals.ts';
import { findByToken } from './store.ts';

const BEARER = /^Bearer +([\w~+/.=-]+)$/i;

/** The client whose token the request carries, if it opens the scope; otherwise refuses as RFC 6750 says. */
export async function clientBehind(
  { district, headers }: FastifyRequest,
  reply: FastifyReply,
  scope: Scope,
): Promise<KnownClient> {
  const [, token] = BEARER.exec(headers.authorization ?? '') ?? [];
  const found =
    token === undefined
      ? undefined
      : await district.database.read(nobody, (transaction) =>
          findByToken(transaction, token, district.clock()),
        );
  if (!found) {
    const error = token === undefined ? '' : ', error="invalid_token"';
    reply.header('www-authenticate', `Bearer realm="gongyu"${error}`);
    throw TokenNotGood();
  }
  if (!found.scopes.includes(scope)) {
    reply.header(
      'www-authenticate',
      `Bearer realm="gongyu", error="insufficient_scope", scope="${scope}"`,
    );
    throw ScopeMissing();
  }
  return { id: found.id, name: found.name, scope };
}
