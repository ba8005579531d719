import { createTransport } from 'nodemailer';
import type { MailSetting } from '../../platform/index.ts';
import { type Channel, type Message, NotSent, type WhyNot } from './channel.ts';

const MILLISECONDS_TO_ANSWER = 10_000;

/** Mail by the district's own server. The message's id is its Message-ID. What the server took is sent, not delivered. */
export function mailChannel(setting: MailSetting): Channel {
  const post = mailPost(setting);
  return {
    name: 'email',
    async send(address, message) {
      const messageId = `<${message.id}@${domainOf(setting.from)}>`;
      await post({ to: address, subject: message.heading, text: textOf(message), messageId });
      return { providerId: messageId };
    },
  };
}

export interface Letter {
  readonly to: string;
  readonly subject: string;
  readonly text: string;
  readonly messageId?: string;
}

/** Gives a letter to the server that the settings name; throws `NotSent`. */
export function mailPost({ url, from }: MailSetting): (letter: Letter) => Promise<void> {
  const transport = createTransport(url, {
    from,
    connectionTimeout: MILLISECONDS_TO_ANSWER,
    socketTimeout: MILLISECONDS_TO_ANSWER,
  } as object);
  return async (letter) => {
    try {
      await transport.sendMail({ from, ...letter });
    } catch (error) {
      const { responseCode, code, message } = error as Error & {
        responseCode?: number;
        code?: string;
      };
      throw new NotSent(whyNot(responseCode), String(responseCode ?? code ?? 'unknown'), message);
    }
  };
}

function textOf({ heading, url, language }: Message): string {
  return language === 'en'
    ? `${heading}\n\nRead it here: ${url}\n\nYou may change when and how you are told in the app: Me › Message reminders.\n`
    : `${heading}\n\n点这里查看：${url}\n\n什么时候、用什么方式提醒您，可以在「我的 › 消息提醒」里改。\n`;
}

/** No such mailbox · the server is down or asks for patience · anything else. */
function whyNot(code: number | undefined): WhyNot {
  if (code === undefined || (code >= 400 && code < 500)) return 'later';
  return code === 550 || code === 551 || code === 553 ? 'gone' : 'refused';
}

/** `共育 <notices@example.org>` is of example.org. */
function domainOf(from: string): string {
  return /@([^\s>]+)/.exec(from)?.[1] ?? 'localhost';
}
