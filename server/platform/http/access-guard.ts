import type { FastifyInstance } from 'fastify';
import { PublicError } from '../public-error.ts';

/**
 * What a caller needs to enter a route: `public` (anyone), `signed-in`, a capability of the matrix, or `client:` and
 * a scope, for programs of other houses. The directory says which there are and who holds them.
 */
export type Access = 'public' | 'signed-in' | (string & {});

declare module 'fastify' {
  interface FastifyContextConfig {
    access?: Access;
  }
}

/** Deny by default: the app does not start while a route names no access, or one that nobody defined. */
export function requireNamedAccess(app: FastifyInstance, capabilities: ReadonlySet<string>): void {
  app.addHook('onRoute', (route) => {
    if (route.method === 'HEAD' || route.method === 'OPTIONS') return;
    const access = route.config?.access;
    if (access === 'public' || access === 'signed-in') return;
    if (access === undefined || !capabilities.has(access)) {
      throw new PublicError(
        `The route ${String(route.method)} ${route.url} names ${access === undefined ? 'no access' : `the unknown access "${access}"`}.`,
      );
    }
  });
}
