import { MessageNotSent, type TextNotices } from '../../platform/index.ts';
import { type Channel, NotSent } from './channel.ts';

/** Text messages to the phone that the roster gives a person. */
export function smsChannel(texts: TextNotices): Channel {
  return {
    name: 'sms',
    async send(phone, { id, heading, url }) {
      const notice = { id, sentence: heading, url };
      return { providerId: await texts.sendNotice(phone, notice).catch(refuse) };
    },
    receiptOf: ({ address, providerId, sentAt }) =>
      texts.reportOf({ phone: address, providerId, sentAt }).catch(refuse),
  };
}

/** A provider that does not answer may answer later; one that says no is believed. */
function refuse(error: unknown): never {
  if (!(error instanceof MessageNotSent)) throw error;
  throw new NotSent(error.code === 'no-answer' ? 'later' : 'refused', error.code);
}
