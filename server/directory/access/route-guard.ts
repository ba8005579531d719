import type { FastifyReply, FastifyRequest } from 'fastify';
import { type App, NotAllowed, NotSignedIn } from '../../platform/index.ts';
import { findWho } from './find-who.ts';
import { isCapability } from './matrix.ts';
import { type KnownClient, scopeOf } from './scopes.ts';
import { holds, type SessionPerson, type Who } from './who.ts';

declare module 'fastify' {
  interface FastifyRequest {
    /** Set on every route but the public ones; `whoIn` gives it to a handler. */
    who: Who | null;
    /** Set on the routes that are open to programs of other houses; `clientIn` gives it to a handler. */
    client: KnownClient | null;
  }
}

type ClientOf = (
  request: FastifyRequest,
  reply: FastifyReply,
  scope: KnownClient['scope'],
) => Promise<KnownClient>;

/**
 * Before every handler: who is it, and does that person hold the capability that the route names? What the
 * capability reaches is asked by the action, of the thing itself.
 */
export function guardRoutes(
  app: App,
  sessionPerson: (request: FastifyRequest) => Promise<SessionPerson | null>,
  clientOf: ClientOf,
): void {
  app.decorateRequest('who', null);
  app.decorateRequest('client', null);
  app.addHook('preValidation', async (request, reply) => {
    const access = request.routeOptions.config?.access;
    if (access === undefined && request.is404) return;
    const scope = scopeOf(access);
    if (scope) {
      // A person's session does not open it, nor does it change who is asking.
      request.client = await clientOf(request, reply, scope);
      return;
    }
    const session = await sessionPerson(request);
    if (session) request.who = await findWho(request.district, session);
    if (access === 'public') return;
    if (!request.who) throw NotSignedIn();
    if (access === 'signed-in') return;
    if (access === undefined || !isCapability(access)) throw NotAllowed();
    if (!holds(request.who, access)) throw NotAllowed();
  });
}

/** The person of a route that is not public. */
export function whoIn(request: FastifyRequest): Who {
  if (!request.who) throw NotSignedIn();
  return request.who;
}

/** The program of another house that asks by a route which names a scope. */
export function clientIn(request: FastifyRequest): KnownClient {
  if (!request.client) throw NotSignedIn();
  return request.client;
}
