import { FAILURES_BEFORE_REST, REST_MS } from '../limits.ts';

/** How messages by a channel ended lately, the newest first; addresses that are gone say nothing of the channel. */
export interface ChannelEnd {
  readonly hasFailed: boolean;
  readonly at: Date;
}

/**
 * Whether a channel rests: the last messages failed one after the other. After a while one may try it: if that goes
 * well the channel is back, if not it rests again.
 */
export function isResting(ends: readonly ChannelEnd[], now: Date): boolean {
  const last = ends.slice(0, FAILURES_BEFORE_REST);
  const [newest] = last;
  if (!newest || last.length < FAILURES_BEFORE_REST) return false;
  return last.every(({ hasFailed }) => hasFailed) && now.getTime() - newest.at.getTime() < REST_MS;
}
