import { MessageNotSent } from './messages.ts';

/** A provider answers within a second or is down: the person at the phone should not wait longer. */
const MILLISECONDS_TO_ANSWER = 8000;

export interface SignedRequest {
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

/** Posts and gives the JSON that comes back, whatever its status; throws `MessageNotSent` when none does. */
export async function postSigned(
  provider: string,
  { url, headers, body }: SignedRequest,
): Promise<unknown> {
  try {
    const answer = await fetch(url, {
      method: 'POST',
      headers,
      body,
      redirect: 'error',
      signal: AbortSignal.timeout(MILLISECONDS_TO_ANSWER),
    });
    return await answer.json();
  } catch (error) {
    throw new MessageNotSent(provider, 'no-answer', (error as Error).message);
  }
}
