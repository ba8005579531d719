/** The one way to the server: typed by the OpenAPI document, errors as `ApiProblem`. Used by query hooks only. */
import { noConnection, notDone, problemOf } from './api-problem.ts';
import type { Operations } from './api-types.gen.ts';
import { ACCEPT, forgetEarlyAnswers, takeEarlyAnswer } from './early-answers.ts';
import { markKept } from './kept-answers.ts';
import { currentLanguage } from './words/start-words.ts';

export type Operation = keyof Operations;
export type Answer<Name extends Operation> = Operations[Name]['answer'];
export type Body<Name extends Operation> = Operations[Name]['body'];
export type Query<Name extends Operation> = Operations[Name]['query'];

/** May be left out when there is nothing in it, or nothing that must be. */
type Part<Key extends string, Value> = undefined extends Value
  ? { readonly [K in Key]?: Value }
  : Record<never, never> extends Value
    ? { readonly [K in Key]?: Value }
    : { readonly [K in Key]: Value };

export type Asking<Name extends Operation> = Part<'params', Operations[Name]['params']> &
  Part<'query', Query<Name>> &
  Part<'body', Body<Name>> & {
    /** One per wish of the person; a retry with it gives the first answer. Made for each POST if not given. */
    readonly idempotencyKey?: string;
    /** The version that one read; refused when it is no longer the newest. */
    readonly ifMatch?: string;
    readonly signal?: AbortSignal;
  };

type Needs<Name extends Operation> =
  Record<string, never> extends Asking<Name> ? [asking?: Asking<Name>] : [asking: Asking<Name>];

/** Waits before the second and third try of a POST whose answer got lost, in milliseconds. */
const RETRY_AFTER_MILLISECONDS = [400, 1500];

/**
 * `await api('GET /api/v1/activities/{id}', { params: { id } })`.
 * Throws `ApiProblem` with the server's own sentence. A POST whose answer is lost on the way is sent again
 * with the same key, twice at most, so that it happens once.
 */
export async function api<Name extends Operation>(
  name: Name,
  ...[asking]: Needs<Name>
): Promise<Answer<Name>> {
  const [method = 'GET', template = ''] = name.split(' ');
  const { params, query, ...rest } = (asking ?? {}) as LooseAsking;
  const request = requestOf(method, rest);
  const address = addressOf(template, params, query);
  const response = (await earlyAnswer(method, address)) ?? (await send(address, request));
  if (!response.ok) throw await problemOf(response);
  const answer = await answerOf(response);
  markKept(answer, response);
  return answer as Answer<Name>;
}

interface LooseAsking {
  readonly params?: Readonly<Record<string, unknown>> | undefined;
  readonly query?: Readonly<Record<string, unknown>> | undefined;
  readonly body?: unknown;
  readonly idempotencyKey?: string;
  readonly ifMatch?: string;
  readonly signal?: AbortSignal;
}

/** The address of an operation; lists repeat their name, what is undefined is left out. */
export function addressOf(
  template: string,
  params: Readonly<Record<string, unknown>> = {},
  query: Readonly<Record<string, unknown>> = {},
): string {
  const path = template.replaceAll(/\{(\w+)\}/g, (_, key: string) =>
    encodeURIComponent(String(params[key])),
  );
  const search = new URLSearchParams();
  for (const [key, value] of Object.entries(query)) {
    if (value === undefined || value === null || value === '') continue;
    for (const one of Array.isArray(value) ? value : [value]) search.append(key, String(one));
  }
  const text = search.toString();
  return text ? `${path}?${text}` : path;
}

function requestOf(
  method: string,
  { body, idempotencyKey, ifMatch, signal }: LooseAsking,
): RequestInit {
  const headers = new Headers({
    Accept: ACCEPT,
    'Accept-Language': currentLanguage(),
  });
  if (method === 'POST') headers.set('Idempotency-Key', idempotencyKey ?? newKey());
  if (ifMatch !== undefined) headers.set('If-Match', ifMatch);
  const asItIs = body instanceof FormData || body instanceof Blob;
  if (body !== undefined && !asItIs) headers.set('Content-Type', 'application/json');
  return {
    method,
    headers,
    credentials: 'same-origin',
    ...(body !== undefined && { body: asItIs ? body : JSON.stringify(body) }),
    ...(signal && { signal }),
  };
}

async function earlyAnswer(method: string, address: string): Promise<Response | undefined> {
  if (method === 'GET') return takeEarlyAnswer(address, currentLanguage());
  forgetEarlyAnswers();
  return undefined;
}

async function send(address: string, request: RequestInit): Promise<Response> {
  const waits = request.method === 'POST' ? RETRY_AFTER_MILLISECONDS : [];
  for (let attempt = 0; ; attempt += 1) {
    try {
      return await fetch(address, request);
    } catch (error) {
      if (request.signal?.aborted) throw error;
      if (navigator.onLine === false && request.method !== 'GET') throw notDone();
      const wait = waits[attempt];
      if (wait === undefined) throw noConnection();
      await new Promise((resolve) => setTimeout(resolve, wait));
    }
  }
}

async function answerOf(response: Response): Promise<unknown> {
  const kind = response.headers.get('content-type') ?? '';
  if (response.status === 204 || kind === '') return undefined;
  if (/[/+]json/.test(kind)) return response.json();
  return response.blob();
}

/** `crypto.randomUUID` is missing on plain http, where schools try the product out. */
function newKey(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}
