import { createHash } from 'node:crypto';
import { gzipSync } from 'node:zlib';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { hasGot } from './etags.ts';

/** Less fits into one packet, however it is written. */
const FEWEST_BYTES_TO_SHRINK = 1400;

/** An answer as it left, the same as gzip if it is worth it, and its tag, which stands for both. */
export interface Sent {
  readonly body: Buffer;
  readonly gzip: Buffer | undefined;
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

/** The hook of routes whose answers are kept. It is shrunk once, and not for each of those who ask again. */
export async function handOverSent(request: FastifyRequest, reply: FastifyReply, payload: unknown) {
  const keep = keepers.get(request);
  if (!keep || typeof payload !== 'string' || reply.statusCode !== 200) return payload;
  const body = Buffer.from(payload);
  const sent = {
    body,
    gzip: body.length < FEWEST_BYTES_TO_SHRINK ? undefined : gzipSync(body),
    etag: `W/"${createHash('sha256').update(body).digest('base64url')}"`,
  };
  keep(sent);
  return bytesFor(request, reply, sent);
}

/** The same bytes once more; to who has them already only that they still hold. */
export function sendAgain(request: FastifyRequest, reply: FastifyReply, sent: Sent) {
  if (hasGot(sent.etag, request.headers['if-none-match'])) {
    return reply.header('etag', sent.etag).code(304).send();
  }
  reply.type('application/json; charset=utf-8');
  return reply.send(bytesFor(request, reply, sent));
}

/** Whether the reader can open what is shrunk by gzip, as all browsers can. */
export function takesGzip({ headers }: FastifyRequest): boolean {
  return headers['accept-encoding']?.includes('gzip') ?? false;
}

function bytesFor(request: FastifyRequest, reply: FastifyReply, { body, gzip, etag }: Sent) {
  reply.header('etag', etag).header('vary', 'accept-encoding');
  if (!gzip || !takesGzip(request)) return body;
  reply.header('content-encoding', 'gzip');
  return gzip;
}
