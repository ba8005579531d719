import type { FastifyRequest } from 'fastify';
import type { App } from '../http/http-server.ts';
import { ForeignOrigin } from './refusals.ts';

const safeMethods = new Set(['GET', 'HEAD', 'OPTIONS']);

/**
 * Refuses a change that a page of another site asks for. SameSite=Lax already keeps the cookie from most of
 * them; old browsers and pages on a neighbouring subdomain are what is left. A program that is no browser
 * sends neither header and carries nobody's cookie by accident.
 */
export function guardOrigin(app: App): void {
  app.addHook('onRequest', (request, _reply, done) => {
    done(!safeMethods.has(request.method) && isForeign(request) ? ForeignOrigin() : undefined);
  });
}

function isForeign(request: FastifyRequest): boolean {
  const site = request.headers['sec-fetch-site'];
  if (site !== undefined) return site !== 'same-origin' && site !== 'none';
  const { origin } = request.headers;
  if (origin === undefined) return false;
  if (!URL.canParse(origin)) return true;
  const { host } = new URL(origin);
  return host !== request.host && host !== new URL(request.district.publicUrl).host;
}
