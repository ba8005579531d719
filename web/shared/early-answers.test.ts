import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { api } from './api.ts';
import { askEarly } from './early-answers.ts';

const HOME = '/api/v1/carer/home';

/** Answers the browser's `fetch` with how often it was asked. */
function counting(...first: (Response | Error)[]) {
  let asked = 0;
  const fetch = vi.fn(async () => {
    asked += 1;
    const answer = first.shift() ?? Response.json({ asked });
    if (answer instanceof Error) throw answer;
    return answer;
  });
  vi.stubGlobal('fetch', fetch);
  return fetch;
}

beforeEach(() => vi.stubGlobal('gongyuEarlyAnswers', undefined));
afterEach(() => vi.unstubAllGlobals());

describe('an answer that the page asked for before the app was there', () => {
  it('is what the app’s first question gets, and its second one asks anew', async () => {
    const fetch = counting();
    askEarly([HOME], 'zh-CN');
    expect(await api('GET /api/v1/carer/home')).toEqual({ asked: 1 });
    expect(fetch).toHaveBeenCalledTimes(1);
    expect(await api('GET /api/v1/carer/home')).toEqual({ asked: 2 });
  });

  it('is not taken in another language than the reader’s', async () => {
    counting();
    askEarly([HOME], 'en');
    expect(await api('GET /api/v1/carer/home')).toEqual({ asked: 2 });
  });

  it('is not taken when it was a refusal, or got lost', async () => {
    counting(Response.json({}, { status: 401 }));
    askEarly([HOME], 'zh-CN');
    expect(await api('GET /api/v1/carer/home')).toEqual({ asked: 2 });
    counting(new TypeError('offline'));
    askEarly([HOME], 'zh-CN');
    expect(await api('GET /api/v1/carer/home')).toEqual({ asked: 2 });
  });

  it('is forgotten when something is done: the next person at this phone is not shown it', async () => {
    counting();
    askEarly([HOME], 'zh-CN');
    await api('POST /api/v1/demo/sign-in', { body: { persona: 'carer' } });
    expect(await api('GET /api/v1/carer/home')).toEqual({ asked: 3 });
  });
});
