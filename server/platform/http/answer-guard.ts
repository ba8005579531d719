import type { FastifyInstance } from 'fastify';
import type { TSchema } from 'typebox';
import { Value } from 'typebox/value';

/**
 * Under test, an answer with a field that its shape does not declare is a failure with that field's name.
 * (In production the serialiser drops it silently, so it never leaves either way.)
 */
export function guardAnswers(app: FastifyInstance): void {
  app.addHook('preSerialization', async (request, reply, payload) => {
    const shapes = request.routeOptions.schema?.response as Record<string, TSchema> | undefined;
    const shape = shapes?.[reply.statusCode];
    if (!shape || payload === null || typeof payload !== 'object') return payload;
    const sent = JSON.parse(JSON.stringify(payload)) as unknown;
    const declared = Value.Clean(shape, structuredClone(sent));
    const leak = firstDifference(sent, declared, '');
    if (leak !== undefined) {
      throw new Error(
        `${request.method} ${request.routeOptions.url} answers with "${leak}", which its shape does not declare.`,
      );
    }
    return payload;
  });
}

function firstDifference(sent: unknown, declared: unknown, path: string): string | undefined {
  if (sent === null || typeof sent !== 'object') return undefined;
  if (declared === null || typeof declared !== 'object') return path;
  for (const [key, value] of Object.entries(sent)) {
    const here = path === '' ? key : `${path}.${key}`;
    if (!(key in declared)) return here;
    const deeper = firstDifference(value, (declared as Record<string, unknown>)[key], here);
    if (deeper !== undefined) return deeper;
  }
  return undefined;
}
