/**
 * The ways out of the house: each an adapter that speaks its provider's protocol.
 *
 * May touch: the network, at the providers' addresses only.
 */
import { createTextNotices, type Settings } from '../../platform/index.ts';
import type { Channel } from './channel.ts';
import { smsChannel } from './sms.ts';

/** Those that the settings name; of a demo none: there, notices are in the app only. */
export function createChannels({ sms }: Pick<Settings, 'sms'>): Channel[] {
  const texts = createTextNotices(sms);
  return texts ? [smsChannel(texts)] : [];
}
