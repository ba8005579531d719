import { NotSent } from './channel.ts';

/** A provider answers within seconds or is down. */
const MILLISECONDS_TO_ANSWER = 8000;

/** Asks and gives the JSON that comes back, whatever its status; no answer is worth another try. */
export async function askJson(url: string, body?: object): Promise<Record<string, unknown>> {
  try {
    const answer = await fetch(url, {
      ...(body && {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(body),
      }),
      redirect: 'error',
      signal: AbortSignal.timeout(MILLISECONDS_TO_ANSWER),
    });
    return ((await answer.json()) ?? {}) as Record<string, unknown>;
  } catch (error) {
    throw new NotSent('later', 'no-answer', (error as Error).message);
  }
}
