import { createHash, randomUUID } from 'node:crypto';
import multipart from '@fastify/multipart';
import fastify, {
  type FastifyBaseLogger,
  type FastifyError,
  type FastifyInstance,
  type FastifyReply,
  type FastifyRequest,
  type FastifyTypeProvider,
  LogController,
  type RawReplyDefaultExpression,
  type RawRequestDefaultExpression,
  type RawServerDefault,
} from 'fastify';
import type { Static, TSchema } from 'typebox';
import type { Call } from '../call.ts';
import type { District } from '../district.ts';
import type { Language } from '../words.ts';
import { compilersFactory } from './compilers.ts';
import { toProblem } from './problem.ts';
import { problemPage } from './problem-page.ts';
import { Refusal } from './refusal.ts';
import { BadRequest, NotFound, OurFault, TooLarge } from './refusals.ts';
import { fieldReasons } from './validation-reasons.ts';

/** TypeBox shapes give the handlers their types. */
interface ShapeProvider extends FastifyTypeProvider {
  validator: this['schema'] extends TSchema ? Static<this['schema']> : unknown;
  serializer: this['schema'] extends TSchema ? Static<this['schema']> : unknown;
}

export type App = FastifyInstance<
  RawServerDefault,
  RawRequestDefaultExpression,
  RawReplyDefaultExpression,
  FastifyBaseLogger,
  ShapeProvider
>;

/** A module's plugin. */
export type Routes = (app: App) => Promise<void> | void;

declare module 'fastify' {
  interface FastifyRequest {
    /** The district that the host name picked. */
    district: District;
    /** When, in which language, whether a retry. */
    call: Call;
  }
}

const BODY_LIMIT_BYTES = 1024 * 1024;
/** A roster of a whole district, zipped; what is inside is limited again where it is read. */
const UPLOAD_LIMIT_BYTES = 64 * 1024 * 1024;
const IDEMPOTENCY_KEY = /^[\x21-\x7e]{8,128}$/;

/** The bare server: districts by host, language, problem details. Modules come in `app.ts`. */
export function createHttpServer(
  districtOf: (host: string) => District | undefined,
  options: { log: boolean; proxies?: readonly string[] },
): App {
  const app = fastify({
    logger: options.log ? { level: 'warn', stream: process.stderr, serializers } : false,
    logController: new LogController({ disableRequestLogging: true }),
    bodyLimit: BODY_LIMIT_BYTES,
    trustProxy: options.proxies?.length ? [...options.proxies] : false,
    genReqId: () => randomUUID(),
    forceCloseConnections: 'idle',
    schemaController: { compilersFactory },
    ajv: {
      customOptions: {
        allErrors: true,
        coerceTypes: 'array',
        removeAdditional: false,
        useDefaults: true,
      },
    },
  }).withTypeProvider<ShapeProvider>();

  app.register(multipart, { limits: { fileSize: UPLOAD_LIMIT_BYTES, files: 1, fields: 10 } });
  app.decorateRequest('district', null as unknown as District);
  app.decorateRequest('call', null as unknown as Call);
  // It says that it is done instead of being waited for: every request passes here.
  app.addHook('onRequest', (request, _reply, done) => {
    const district = districtOf(request.hostname);
    if (!district) return done(NotFound());
    request.district = district;
    request.call = { at: district.clock(), language: languageOf(request) };
    done();
  });
  app.addHook('preHandler', async (request) => {
    const idempotency = idempotencyOf(request);
    if (idempotency) request.call = { ...request.call, idempotency };
  });
  app.setErrorHandler((error: FastifyError, request, reply) => answerError(error, request, reply));
  app.setNotFoundHandler({ preHandler: [] }, (request, reply) =>
    sendRefusal(NotFound(), request, reply),
  );
  return app as unknown as App;
}

/**
 * What a log line says of a request: no headers, no query, no body, for they may carry personal data; and no part of
 * the path that is a secret.
 */
const serializers = {
  req: ({ method, url }: { method: string; url: string }) => ({
    method,
    path: url.split('?')[0]?.replaceAll(SECRET_PART, '…'),
  }),
};

/** 32 random bytes as base64url, as in `secret-addresses`. */
const SECRET_PART = /(?<=\/)[A-Za-z0-9_-]{43}(?=[./]|$)/g;

/** The person's choice travels as `?lang=` or `Accept-Language`; Chinese is the default. */
function languageOf(request: FastifyRequest): Language {
  const asked = (request.query as { lang?: unknown }).lang ?? request.headers['accept-language'];
  return typeof asked === 'string' && /^\s*en/i.test(asked) ? 'en' : 'zh';
}

function idempotencyOf(request: FastifyRequest): Call['idempotency'] {
  const key = request.headers['idempotency-key'];
  if (request.method !== 'POST' || typeof key !== 'string') return undefined;
  if (!IDEMPOTENCY_KEY.test(key)) {
    throw BadRequest({
      fields: [
        {
          field: 'Idempotency-Key',
          reason: { zh: '应为 8 到 128 个可见字符', en: 'Must be 8 to 128 visible characters' },
        },
      ],
    });
  }
  const fingerprint = createHash('sha256')
    .update(`${request.method} ${request.url}\n${JSON.stringify(request.body ?? null)}`)
    .digest('base64url');
  return { key, fingerprint };
}

function answerError(error: FastifyError, request: FastifyRequest, reply: FastifyReply) {
  if (error instanceof Refusal) return sendRefusal(error, request, reply);
  if (error.validation) {
    const fields = fieldReasons(error.validation, error.validationContext ?? 'body');
    return sendRefusal(BadRequest({ fields }), request, reply);
  }
  if (error.statusCode === 413) return sendRefusal(TooLarge(), request, reply);
  if (error.statusCode !== undefined && error.statusCode < 500) {
    const detail = { zh: '请求的格式不对。', en: error.message };
    return sendRefusal(BadRequest({ detail }), request, reply);
  }
  request.log.error({ err: error, reference: request.id }, 'request failed');
  return sendRefusal(OurFault(), request, reply);
}

function sendRefusal(refusal: Refusal, request: FastifyRequest, reply: FastifyReply) {
  const language = request.call?.language ?? 'zh';
  if (refusal.retryAfterSeconds !== undefined)
    reply.header('retry-after', refusal.retryAfterSeconds);
  const problem = toProblem(refusal, language, request.id);
  reply.code(refusal.kind.status);
  if (isFollowingLink(request)) {
    const page = problemPage(problem, language, placeOf(request.headers.referer));
    return reply.type('text/html; charset=utf-8').serializer(String).send(page);
  }
  return reply
    .type('application/problem+json; charset=utf-8')
    .serializer(JSON.stringify)
    .send(problem);
}

/** A browser that shows what it gets; a program, the pages' own included, asks for JSON. */
function isFollowingLink({ method, headers }: FastifyRequest): boolean {
  return method === 'GET' && /\btext\/html\b/.test(headers.accept ?? '');
}

/** Only an address of the web leads back. */
function placeOf(referer: string | undefined): string | undefined {
  return referer && /^https?:/.test(referer) ? referer : undefined;
}
