/**
 * The ways out of the house: each an adapter that speaks its provider's protocol.
 *
 * May touch: the network, at the providers' addresses only.
 */
import { createTextNotices, type District, type Settings } from '../../platform/index.ts';
import type { Channel } from './channel.ts';
import { mailChannel } from './mail.ts';
import { smsChannel } from './sms.ts';
import { webPushChannel } from './web-push.ts';
import { wechatChannel } from './wechat.ts';
import { wecomChannel } from './wecom.ts';

const made = new WeakMap<District, Channel[]>();

/** Those that the settings name, and the browsers' own, which needs no account. */
export function createChannels(
  { sms, channels }: Pick<Settings, 'sms' | 'channels'>,
  district: District,
): Channel[] {
  const known = made.get(district);
  if (known) return known;
  const { wechat, wecom, mail, pushHosts } = channels;
  const texts = createTextNotices(sms);
  const all = [
    ...(wechat ? [wechatChannel(wechat)] : []),
    ...(wecom ? [wecomChannel(wecom)] : []),
    webPushChannel(district, pushHosts),
    ...(mail ? [mailChannel(mail)] : []),
    ...(texts ? [smsChannel(texts)] : []),
  ];
  made.set(district, all);
  return all;
}
