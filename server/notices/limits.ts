/** The limits of this room, each with its reason. */
import type { Allowance } from '../platform/index.ts';

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;

/** After a step of the ladder one waits a quarter of the time that is left, so that every step comes in time … */
export const STEPS_OF_THE_TIME_LEFT = 4;
/** … this long at most: who has not looked in two hours is not about to … */
export const LONGEST_PATIENCE_MS = 2 * HOUR_MS;
/** … and this long at least: a phone is taken out of the pocket. */
export const SHORTEST_PATIENCE_MS = MINUTE_MS;
/** What is of use for no set time is treated as if it were of use for a working day. */
export const USUAL_USE_MS = 8 * HOUR_MS;
/** A family needs this long after the quiet hours to act; what ends sooner is said in the night. */
export const TIME_TO_ACT_MS = HOUR_MS;
/** A message that waits to be sent is looked at again, should the sending have stopped. */
export const LOOK_AGAIN_MS = 10 * MINUTE_MS;

/** Notices that a round begins with, and whatever else is due of the same people; the next round follows at once. */
export const MOST_NOTICES_A_ROUND = 500;
/** Messages that are on their way at once. */
export const MOST_SENT_AT_ONCE = 20;
/** While a message is being sent nobody else takes it; longer than any provider's time to answer. */
export const CLAIM_MS = 2 * MINUTE_MS;
/** When a provider does not answer: a minute, five, half an hour. Then the ladder goes on. */
export const BACK_OFF_MS = [MINUTE_MS, 5 * MINUTE_MS, 30 * MINUTE_MS] as const;
/** Receipts of text messages are asked for this often, and this long: they come within minutes or not at all. */
export const RECEIPT_EVERY_MS = 2 * MINUTE_MS;
export const RECEIPT_FOR_MS = 24 * HOUR_MS;

/** So many failures one after the other and a channel rests … */
export const FAILURES_BEFORE_REST = 5;
/** … this long; then one message tries it. */
export const REST_MS = 30 * MINUTE_MS;

/** Nobody answered three times: the telephone is not the way either. */
export const MOST_TRIES_BY_PHONE = 3;
/** A person's own addresses: a family's phones and tablets. */
export const MOST_ADDRESSES = 10;
/** More than a class teacher calls in a day. */
export const MOST_CALLS_SHOWN = 100;

/** A mail may take minutes, and older people type slowly. */
export const MINUTES_A_MAIL_CODE_LASTS = 30;
/** Six digits: a guesser has five in a million. */
export const TRIES_A_MAIL_CODE = 5;
/** A mistyped address, another, and a lost mail fit; plaguing a stranger's mailbox does not. */
export const MAIL_CODES_A_DAY: Allowance = { name: 'mail-codes-a-day', most: 5, seconds: 86_400 };
/** Longer than any mail address, OpenID or push subscription. */
export const MOST_LETTERS_OF_AN_ADDRESS = 1000;
/** To WeChat and back, however slow the network. */
export const MINUTES_TO_WECHAT_AND_BACK = 15;
