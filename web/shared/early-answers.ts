/** Questions asked by the page itself, while the scripts that will want the answers are still on their way. */
import type { Language } from './words/language.ts';

interface EarlyAnswer {
  readonly language: Language;
  readonly response: Promise<Response>;
}

declare global {
  /** Handed from the page's own script to the app. */
  var gongyuEarlyAnswers: Map<string, EarlyAnswer> | undefined;
}

export const ACCEPT = 'application/json, application/problem+json, */*;q=0.5';

export function askEarly(addresses: readonly string[], language: Language): void {
  const headers = { Accept: ACCEPT, 'Accept-Language': language };
  globalThis.gongyuEarlyAnswers = new Map(
    addresses.map((address) => {
      const response = fetch(address, { headers, credentials: 'same-origin' });
      // Whoever takes it hears of it; if nobody does, nobody needs to.
      response.catch(() => undefined);
      return [address, { language, response }];
    }),
  );
}

/** The answer that was asked for early, once, and only a good one: after anything else the server is asked as usual. */
export async function takeEarlyAnswer(
  address: string,
  language: Language,
): Promise<Response | undefined> {
  const early = globalThis.gongyuEarlyAnswers?.get(address);
  globalThis.gongyuEarlyAnswers?.delete(address);
  if (early?.language !== language) return undefined;
  const response = await early.response.catch(() => undefined);
  return response?.ok ? response : undefined;
}

/** Something was done since: what was asked before it may no longer be so, or be about another person. */
export function forgetEarlyAnswers(): void {
  globalThis.gongyuEarlyAnswers?.clear();
}
