import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { addressOf, api } from './api.ts';
import { ApiProblem } from './api-problem.ts';

/** Answers the browser's `fetch` in order; an Error stands for a lost connection. */
function answering(...answers: (Response | Error)[]) {
  const fetch = vi.fn(async (_address: string, _request: RequestInit) => {
    const answer = answers.shift();
    if (answer instanceof Response) return answer;
    throw answer ?? new Error('asked once too often');
  });
  vi.stubGlobal('fetch', fetch);
  return fetch;
}

const keysOf = (fetch: ReturnType<typeof answering>) =>
  fetch.mock.calls.map(([, request]) => new Headers(request.headers).get('Idempotency-Key'));

beforeEach(() => vi.useFakeTimers());
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

describe('asking the server', () => {
  it('puts parameters where they belong and leaves out what is not set', () => {
    expect(
      addressOf('/api/v1/things/{id}', { id: 'a/b' }, { page: 2, kind: undefined, q: '' }),
    ).toBe('/api/v1/things/a%2Fb?page=2');
    expect(addressOf('/api/v1/things', {}, { kind: ['x', 'y'] })).toBe(
      '/api/v1/things?kind=x&kind=y',
    );
  });

  it('sends a POST again with the same key when the connection is lost', async () => {
    const fetch = answering(new TypeError('lost'), new TypeError('lost'), Response.json({}));
    const answer = api('POST /api/v1/demo/sign-in', { body: { persona: 'carer' } });
    await vi.runAllTimersAsync();
    await expect(answer).resolves.toEqual({});
    const keys = keysOf(fetch);
    expect(keys).toHaveLength(3);
    expect(new Set(keys).size).toBe(1);
    expect(keys[0]).toMatch(/^[0-9a-f]{32}$/);
  });

  it('gives up after two retries and says that the network is down', async () => {
    const fetch = answering();
    const refused = expect(
      api('POST /api/v1/demo/sign-in', { body: { persona: 'carer' } }),
    ).rejects.toMatchObject({ code: 'web.no-connection', status: 0 });
    await vi.runAllTimersAsync();
    await refused;
    expect(fetch).toHaveBeenCalledTimes(3);
  });

  it('refuses a deed at once where there is no network, and still asks what the phone may remember', async () => {
    vi.stubGlobal('navigator', { onLine: false });
    const fetch = answering(new TypeError('offline'), Response.json({ kept: true }));
    await expect(
      api('POST /api/v1/demo/sign-in', { body: { persona: 'carer' } }),
    ).rejects.toMatchObject({ code: 'web.not-done-offline', status: 0 });
    expect(fetch).toHaveBeenCalledTimes(1);
    await expect(api('GET /api/v1/me')).resolves.toEqual({ kept: true });
  });

  it('does not repeat a refusal of the server', async () => {
    const fetch = answering(
      Response.json(
        {
          status: 409,
          code: 'activities.no-place-left',
          title: '已经满员',
          remedy: '可以加入候补',
          fields: [{ field: '/phone', reason: '太短' }],
        },
        { status: 409, headers: { 'content-type': 'application/problem+json' } },
      ),
    );
    const problem = await api('POST /api/v1/demo/sign-in', { body: { persona: 'x' } }).catch(
      (error: unknown) => error,
    );
    expect(problem).toBeInstanceOf(ApiProblem);
    expect(problem).toMatchObject({ code: 'activities.no-place-left', title: '已经满员' });
    expect((problem as ApiProblem).reasonOf('phone')).toBe('太短');
    expect(fetch).toHaveBeenCalledTimes(1);
  });

  it('answers nothing for 204 and a blob for what is not JSON', async () => {
    answering(new Response(null, { status: 204 }));
    await expect(api('DELETE /api/v1/sign-in/session')).resolves.toBeUndefined();
    answering(new Response('%PDF', { headers: { 'content-type': 'application/pdf' } }));
    await expect(api('GET /api/v1/me')).resolves.toBeInstanceOf(Blob);
  });
});
