/** What the phone remembers of the server's answers, said to pages and to their service worker alike. */

/** The cache that holds them; emptied whenever somebody signs in or out. */
export const KEPT_ANSWERS = 'gongyu-last-answers';

/** On an answer that does not come from the server now: when it was given. */
export const KEPT_AT = 'gongyu-kept-at';

const given = new WeakMap<object, string>();

/** Remembers of an answer that it is an old one. */
export function markKept(answer: unknown, { headers }: Response): void {
  remember(answer, headers.get(KEPT_AT) ?? undefined);
}

/** When an old answer was given; undefined of one that the server gave just now. */
export function keptAtOf(answer: unknown): string | undefined {
  return isThing(answer) ? given.get(answer) : undefined;
}

/** `shown` stands for `answer` from now on: it is as old as that. */
export function agedAs<Shown>(shown: Shown, answer: unknown): Shown {
  remember(shown, keptAtOf(answer));
  return shown;
}

/** Nothing that one person was told stays for the next at this phone. */
export async function forgetKeptAnswers(): Promise<void> {
  // Missing on plain http, where there is no worker either.
  if ('caches' in globalThis) await caches.delete(KEPT_ANSWERS);
}

function remember(answer: unknown, at: string | undefined): void {
  if (!isThing(answer)) return;
  if (at === undefined) given.delete(answer);
  else given.set(answer, at);
}

function isThing(answer: unknown): answer is object {
  return typeof answer === 'object' && answer !== null;
}
