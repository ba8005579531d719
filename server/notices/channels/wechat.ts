import type { WechatSetting } from '../../platform/index.ts';
import { AccessToken, isStale } from './access-token.ts';
import { type Channel, type Message, NotSent, type WhyNot } from './channel.ts';
import { askJson } from './post-json.ts';

const ENDPOINT = 'https://api.weixin.qq.com';
/** The platform cuts a `thing` at twenty characters, or refuses it. */
const MOST_LETTERS = 20;

/**
 * Messages of a WeChat official account by template (`message/template/send`). An address is the person's OpenID there.
 * `client_msg_id` makes a message that is sent again within ten minutes the same one. Receipts come as events, see
 * `wechat-events.ts`.
 */
export function wechatChannel(setting: WechatSetting): Channel {
  const origin = setting.endpoint ?? ENDPOINT;
  const token = new AccessToken(() =>
    askJson(`${origin}/cgi-bin/stable_token`, {
      grant_type: 'client_credential',
      appid: setting.appId,
      secret: setting.appSecret,
    }),
  );
  return {
    name: 'wechat',
    async send(openId, message) {
      const body = bodyOf(setting, openId, message);
      const answer = await token.use((good) =>
        askJson(`${origin}/cgi-bin/message/template/send?access_token=${good}`, body),
      );
      const { errcode, errmsg, msgid } = answer;
      if (errcode !== 0) throw new NotSent(whyNot(errcode), String(errcode), String(errmsg ?? ''));
      return { providerId: String(msgid) };
    },
  };
}

function bodyOf({ template, fields }: WechatSetting, openId: string, message: Message) {
  const [text, time] = fields;
  return {
    touser: openId,
    template_id: template,
    url: message.url,
    data: {
      [text]: { value: shortened(message.heading) },
      [time]: { value: timeText(message.at) },
    },
    client_msg_id: message.id,
  };
}

function shortened(text: string): string {
  const letters = [...text];
  return letters.length > MOST_LETTERS ? `${letters.slice(0, MOST_LETTERS - 1).join('')}…` : text;
}

/** 2026年10月14日 09:05, as the platform's `time` wants it. */
function timeText(at: Date): string {
  const parts = new Intl.DateTimeFormat('zh-CN', {
    timeZone: 'Asia/Shanghai',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  }).formatToParts(at);
  const part = (type: string) => parts.find((one) => one.type === type)?.value ?? '';
  return `${part('year')}年${part('month')}月${part('day')}日 ${part('hour')}:${part('minute')}`;
}

/** No such person, not a follower, refused by them · the platform is busy or its day's limit reached. */
function whyNot(errcode: unknown): WhyNot {
  if (errcode === 40003 || errcode === 43004 || errcode === 43019) return 'gone';
  if (errcode === undefined || errcode === -1 || errcode === 45009 || errcode === 45011)
    return 'later';
  return isStale(errcode) ? 'later' : 'refused';
}
