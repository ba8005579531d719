import type { Language } from '../../platform/index.ts';
import type { OutsideChannel } from '../tables.ts';

/** What goes out: words that may stand on a lock screen, and the way to the rest. */
export interface Message {
  /** The same whenever this message is sent again. */
  readonly id: string;
  readonly language: Language;
  /** One short sentence. */
  readonly heading: string;
  /** Where the rest is read, absolute. */
  readonly url: string;
  readonly at: Date;
  readonly isUrgent: boolean;
}

export interface Sent {
  /** The provider's own id of the message, to know its receipt by. */
  readonly providerId: string | null;
}

/** A message whose receipt is asked for. */
export interface Awaited {
  readonly providerId: string;
  readonly address: string;
  readonly sentAt: Date;
}

export type Receipt =
  | { readonly state: 'none-yet' }
  | { readonly state: 'delivered' }
  | { readonly state: 'failed'; readonly code: string };

/** Somebody whom a provider knows by their phone. */
export interface AddressByPhone {
  readonly address: string;
  readonly phone: string;
}

/** One way out of the house. */
export interface Channel {
  readonly name: OutsideChannel;
  /** Gives it to the provider; throws `NotSent`. The address is the channel's own: an OpenID, a phone, a subscription. */
  send(address: string, message: Message): Promise<Sent>;
  /** Asks what became of a message, where the provider does not tell by itself. */
  receiptOf?(message: Awaited): Promise<Receipt>;
  /** Everybody whom the provider knows by phone and may be told, some at a time; throws `NotSent`. */
  addressesByPhone?(): AsyncIterable<readonly AddressByPhone[]>;
}

/** `gone`: nobody is at that address any more. `refused`: it will not be sent however often one tries. `later`: try again. */
export type WhyNot = 'gone' | 'refused' | 'later';

/** A message that the provider did not take; the code is its own word. */
export class NotSent extends Error {
  override name = 'NotSent';
  readonly why: WhyNot;
  readonly code: string;

  constructor(why: WhyNot, code: string, detail = '') {
    super(`${code} ${detail}`.trim());
    this.why = why;
    this.code = code;
  }
}
