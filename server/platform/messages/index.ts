/**
 * Text messages: one interface, three transports. Console is the demo's; Aliyun and Tencent are signed HTTPS
 * calls. May touch: the network, at the provider's address only.
 */
import type { SmsSetting } from '../settings.ts';
import { aliyunMessages } from './aliyun.ts';
import { consoleMessages } from './console.ts';
import type { Messages } from './messages.ts';
import { tencentMessages } from './tencent.ts';

export { MessageNotSent, type Messages } from './messages.ts';

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
