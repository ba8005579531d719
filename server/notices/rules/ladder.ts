import {
  LONGEST_PATIENCE_MS,
  LOOK_AGAIN_MS,
  SHORTEST_PATIENCE_MS,
  STEPS_OF_THE_TIME_LEFT,
  TIME_TO_ACT_MS,
  USUAL_USE_MS,
} from '../limits.ts';
import type { DeliveryState, OutsideChannel, Urgency } from '../tables.ts';
import { isQuiet, nextAt } from './hours.ts';
import type { Wishes } from './wishes.ts';

/** A notice as the ladder needs it. */
export interface NoticeOnLadder {
  readonly urgency: Urgency;
  readonly usefulUntil: Date | null;
  readonly madeAt: Date;
  readonly readAt: Date | null;
  readonly doneAt: Date | null;
  /** It stands on the list of families to telephone, or stood there. */
  readonly isListed: boolean;
}

/** What was tried already, and when that was: a sent message counts from its sending. */
export interface Attempt {
  readonly channel: OutsideChannel;
  readonly state: DeliveryState;
  readonly at: Date;
}

export interface PersonOnLadder {
  readonly wishes: Wishes;
  /** By what they can be reached, whether they want it or not. */
  readonly has: ReadonlySet<OutsideChannel>;
}

export type Step =
  /** Read, done, delivered, listed or too late: nothing more. */
  | { readonly do: 'rest' }
  | { readonly do: 'wait'; readonly until: Date }
  | { readonly do: 'send'; readonly channel: OutsideChannel }
  /** Together with whatever else of that person is unread. */
  | { readonly do: 'digest'; readonly channel: OutsideChannel }
  /** Somebody telephones. */
  | { readonly do: 'list' };

/** What costs nothing and disturbs little, in the order in which it is tried. */
const quietly: readonly OutsideChannel[] = ['wechat', 'wecom', 'web-push', 'email'];

const rest: Step = { do: 'rest' };

/**
 * The next step for a notice. It is in the app from the beginning; outside, one channel after the other, the next only
 * when the one before failed or was not answered for a while. Pure: the clock and all that is known are arguments.
 * `resting`: channels that fail for everybody at the moment.
 */
export function nextStep(
  notice: NoticeOnLadder,
  person: PersonOnLadder,
  attempts: readonly Attempt[],
  resting: ReadonlySet<OutsideChannel>,
  now: Date,
): Step {
  if (notice.readAt || notice.doneAt || notice.isListed) return rest;
  if (notice.usefulUntil && now >= notice.usefulUntil) return rest;
  if (attempts.some(({ state }) => state === 'queued')) {
    return { do: 'wait', until: new Date(now.getTime() + LOOK_AGAIN_MS) };
  }
  const open = (channel: OutsideChannel) =>
    person.has.has(channel) &&
    !person.wishes.off.has(channel) &&
    !resting.has(channel) &&
    !attempts.some((attempt) => attempt.channel === channel);
  const step =
    notice.urgency === 'at-once'
      ? urgentStep(notice, attempts, open, now)
      : calmStep(notice, person.wishes, attempts, open, now);
  const disturbs = step.do === 'send' || step.do === 'digest';
  return disturbs ? inPeace(step, notice, person.wishes, now) : step;
}

/** What cannot wait: quietly, then by text message, then by telephone. */
function urgentStep(
  notice: NoticeOnLadder,
  attempts: readonly Attempt[],
  open: (channel: OutsideChannel) => boolean,
  now: Date,
): Step {
  const gone = attempts.filter(({ state }) => state === 'sent' || state === 'delivered');
  const last = gone.at(-1);
  const wasDelivered = gone.some(({ state }) => state === 'delivered');
  if (gone.some(({ channel, state }) => channel === 'sms' && state === 'delivered')) return rest;
  const first = last ? undefined : quietly.find(open);
  if (first) return { do: 'send', channel: first };
  const patient = patienceEnds(notice, last?.at ?? notice.madeAt);
  if (now < patient) return { do: 'wait', until: patient };
  if (open('sms')) return { do: 'send', channel: 'sms' };
  return wasDelivered ? rest : { do: 'list' };
}

/** What can wait: with the day's digest, or, for who wants it so, when it happens; never by text message. */
function calmStep(
  notice: NoticeOnLadder,
  { pace, digestAt }: Wishes,
  attempts: readonly Attempt[],
  open: (channel: OutsideChannel) => boolean,
  now: Date,
): Step {
  if (attempts.some(({ state }) => state === 'sent' || state === 'delivered')) return rest;
  const channel = quietly.find(open);
  if (!channel) return rest;
  if (pace === 'at-once') return { do: 'send', channel };
  const digest = nextAt(notice.madeAt, digestAt);
  return now < digest ? { do: 'wait', until: digest } : { do: 'digest', channel };
}

/** A quarter of the time in which it is of use, counted from the step before. */
function patienceEnds({ usefulUntil, madeAt }: NoticeOnLadder, from: Date): Date {
  const end = usefulUntil?.getTime() ?? madeAt.getTime() + USUAL_USE_MS;
  const share = Math.max(end - from.getTime(), 0) / STEPS_OF_THE_TIME_LEFT;
  const patience = Math.min(LONGEST_PATIENCE_MS, Math.max(SHORTEST_PATIENCE_MS, share));
  return new Date(from.getTime() + patience);
}

/** In the quiet hours nobody is disturbed, unless in the morning it would be too late. */
function inPeace(
  step: Step,
  { urgency, usefulUntil }: NoticeOnLadder,
  { quiet }: Wishes,
  now: Date,
): Step {
  if (!isQuiet(now, quiet)) return step;
  const morning = nextAt(now, quiet.until);
  const isTooLate =
    urgency === 'at-once' &&
    usefulUntil !== null &&
    usefulUntil.getTime() < morning.getTime() + TIME_TO_ACT_MS;
  return isTooLate ? step : { do: 'wait', until: morning };
}
