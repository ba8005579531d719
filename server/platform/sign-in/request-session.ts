import type { FastifyRequest } from 'fastify';
import { NotSignedIn } from '../http/refusals.ts';
import { tokenIn } from './cookie.ts';
import { findSession, type Session } from './find-session.ts';

declare module 'fastify' {
  interface FastifyRequest {
    /** Set by `sessionOf`; null when nobody is signed in. */
    session: Session | null;
  }
}

/** The session of the request's cookie: what every guarded route asks first. */
export async function sessionOf(request: FastifyRequest): Promise<Session | null> {
  const token = tokenIn(request);
  request.session = token === undefined ? null : await findSession(request.district, token);
  return request.session;
}

/** The session of a route that is not public. */
export function sessionIn(request: FastifyRequest): Session {
  if (!request.session) throw NotSignedIn();
  return request.session;
}
