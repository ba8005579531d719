import { createHash } from 'node:crypto';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { hasGot } from './etags.ts';

/** An answer as it left, and its tag. */
export interface Sent {
  readonly body: Buffer;
  readonly etag: string;
}

const keepers = new WeakMap<FastifyRequest, (sent: Sent) => void>();

/**
 * An answer that may be sent again as it is: the first one leaves through its shape, like every answer, and `keep` is
 * told what left. For routes with `handOverSent` as their `onSend`.
 */
export function keepSent(request: FastifyRequest, keep: (sent: Sent) => void): void {
  keepers.set(request, keep);
}

/** The hook of routes whose answers are kept. */
export async function handOverSent(request: FastifyRequest, reply: FastifyReply, payload: unknown) {
  const keep = keepers.get(request);
  if (!keep || typeof payload !== 'string' || reply.statusCode !== 200) return payload;
  const body = Buffer.from(payload);
  const etag = `"${createHash('sha256').update(body).digest('base64url')}"`;
  keep({ body, etag });
  reply.header('etag', etag);
  return body;
}

/** The same bytes once more; to who has them already only that they still hold. */
export function sendAgain(request: FastifyRequest, reply: FastifyReply, { body, etag }: Sent) {
  reply.header('etag', etag);
  if (hasGot(etag, request.headers['if-none-match'])) return reply.code(304).send();
  return reply.type('application/json; charset=utf-8').send(body);
}
