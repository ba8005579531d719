import { KEPT_ANSWERS, KEPT_AT } from '../shared/kept-answers.ts';
import { effectOf, isOutOfReach, isTooOld } from './rules/what-is-kept.ts';

/** How long a slow network is waited for where there is a last answer, in milliseconds. */
const PATIENCE = 5_000;
const MOST_KEPT = 80;

/** Grows when all is forgotten: an answer that was asked for before is not kept any more. */
let forgotten = 0;

/** The server's answer; where it does not come, the last one, marked with when it was given. */
export async function lastAnswerOf(event: FetchEvent): Promise<Response> {
  const { request } = event;
  const answer = askAndKeep(request);
  const reached = answer.then(
    (response) => !isOutOfReach(response.status),
    () => false,
  );
  const patience = new Promise<false>((resolve) => setTimeout(resolve, PATIENCE, false));
  if (await Promise.race([reached, patience])) return answer;
  const last = await findKept(request);
  if (!last) return answer;
  event.waitUntil(reached);
  return last;
}

/** At sign-in, at sign-out, and when the session turns out to be over. */
export async function forgetAnswers(): Promise<void> {
  forgotten += 1;
  await caches.delete(KEPT_ANSWERS);
}

/** The first visit's own questions were asked before there was a worker. */
export async function keepAnswers(paths: readonly string[]): Promise<void> {
  await Promise.allSettled(paths.map((path) => askAndKeep(new Request(path))));
}

async function askAndKeep(request: Request): Promise<Response> {
  const asked = forgotten;
  const response = await fetch(request);
  const effect = effectOf(response.status);
  if (effect === 'forget-all') await forgetAnswers();
  if (effect === 'forget') await (await caches.open(KEPT_ANSWERS)).delete(request.url);
  if (effect === 'keep' && asked === forgotten) await keep(request, response.clone());
  return response;
}

/** A full disk must not cost the answer itself. */
async function keep(request: Request, response: Response): Promise<void> {
  const headers = new Headers(response.headers);
  headers.set(KEPT_AT, new Date().toISOString());
  headers.delete('vary');
  try {
    const cache = await caches.open(KEPT_ANSWERS);
    await cache.put(request.url, new Response(await response.blob(), { headers }));
    const kept = await cache.keys();
    for (const old of kept.slice(0, -MOST_KEPT)) await cache.delete(old);
  } catch (error) {
    console.error('The answer is not kept:', error);
  }
}

async function findKept(request: Request): Promise<Response | undefined> {
  const cache = await caches.open(KEPT_ANSWERS);
  const last = await cache.match(request.url);
  if (!last) return undefined;
  if (!isTooOld(last.headers.get(KEPT_AT), Date.now())) return last;
  await cache.delete(request.url);
  return undefined;
}
