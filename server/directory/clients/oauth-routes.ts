import type { FastifyReply, FastifyRequest } from 'fastify';
import { type App, networkOf } from '../../platform/index.ts';
import { scopeNames } from '../access/index.ts';
import { endToken, giveToken, type TokenRequest } from './actions/give-token.ts';
import { OAuthError } from './oauth-error.ts';

const FORM = 'application/x-www-form-urlencoded';
const FORM_BYTES = 8 * 1024;
const config = { access: 'public' } as const;

/** Where programs get their tokens: OAuth's own addresses, forms and errors, and nothing of ours. */
export function oauthRoutes(app: App): void {
  app.addContentTypeParser(
    FORM,
    { parseAs: 'string', bodyLimit: FORM_BYTES },
    (_request, body, done) => done(null, body),
  );
  app.setErrorHandler((error, request, reply) => answerError(error, request, reply));
  app.post('/oauth/token', { config }, async (request, reply) =>
    unkept(reply).send(await giveToken(request.district, asked(request))),
  );
  app.post('/oauth/revoke', { config }, async (request, reply) => {
    await endToken(request.district, asked(request));
    return unkept(reply).send();
  });
  // RFC 8414.
  app.get('/.well-known/oauth-authorization-server', { config }, ({ district }, reply) =>
    reply.send(metadataOf(district.publicUrl)),
  );
}

function metadataOf(issuer: string) {
  const methods = ['client_secret_basic', 'client_secret_post'];
  return {
    issuer,
    token_endpoint: `${issuer}/oauth/token`,
    revocation_endpoint: `${issuer}/oauth/revoke`,
    grant_types_supported: ['client_credentials'],
    // None: nobody is sent here with a browser.
    response_types_supported: [],
    scopes_supported: scopeNames,
    token_endpoint_auth_methods_supported: methods,
    revocation_endpoint_auth_methods_supported: methods,
    service_documentation: `${issuer}/api/v1/openapi.json`,
  };
}

function asked({ headers, body, ip }: FastifyRequest): TokenRequest {
  return { authorization: headers.authorization, body, network: networkOf(ip) };
}

function answerError(error: unknown, request: FastifyRequest, reply: FastifyReply) {
  const known = error instanceof OAuthError ? error : asOAuth(error);
  if (!known) {
    request.log.error({ err: error, reference: request.id }, 'request failed');
    return unkept(reply).code(500).send({ error: 'server_error' });
  }
  if (known.status === 401) reply.header('www-authenticate', 'Basic realm="gongyu"');
  if (known.retryAfterSeconds !== undefined) reply.header('retry-after', known.retryAfterSeconds);
  return unkept(reply)
    .code(known.status)
    .send({ error: known.error, error_description: known.message });
}

/** What the server itself refuses: another content type, a body that is too long, a foreign page. */
function asOAuth(error: unknown): OAuthError | undefined {
  const { statusCode, kind } = error as { statusCode?: number; kind?: { status: number } };
  const status = statusCode ?? kind?.status ?? 500;
  if (status >= 500) return undefined;
  return new OAuthError('invalid_request', `Send a form (${FORM}) of at most ${FORM_BYTES} bytes.`);
}

function unkept(reply: FastifyReply): FastifyReply {
  return reply.header('cache-control', 'no-store').header('pragma', 'no-cache');
}
