/**
 * Text messages: codes and notices, three transports. Console is the demo's; Aliyun and Tencent are signed HTTPS
 * calls. May touch: the network, at the provider's address only.
 */
import type { SmsSetting } from '../settings.ts';
import { aliyunMessages, aliyunNotices } from './aliyun.ts';
import { consoleMessages } from './console.ts';
import type { Messages, TextNotices } from './messages.ts';
import { tencentMessages, tencentNotices } from './tencent.ts';

export { MessageNotSent, type Messages, type TextNotices } from './messages.ts';

/** Text messages for notices, where the settings name a template for them; none in the demo. */
export function createTextNotices(setting: SmsSetting): TextNotices | undefined {
  if (setting.transport === 'console' || !setting.noticeTemplate) return undefined;
  const create = setting.transport === 'aliyun' ? aliyunNotices : tencentNotices;
  return create(setting, setting.noticeTemplate);
}

/** The transport that the settings name. */
export function createMessages(setting: SmsSetting): Messages {
  switch (setting.transport) {
    case 'console':
      return consoleMessages;
    case 'aliyun':
      return aliyunMessages(setting);
    case 'tencent':
      return tencentMessages(setting);
  }
}
