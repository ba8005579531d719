import { PublicError } from './public-error.ts';

/** The ways out of the house that an installation has; what is not set is not used. */
export interface ChannelSettings {
  readonly wechat: WechatSetting | undefined;
  readonly wecom: WecomSetting | undefined;
  readonly mail: MailSetting | undefined;
  /** Hosts of push services besides the browsers' own. */
  readonly pushHosts: readonly string[];
}

export interface WechatSetting {
  readonly appId: string;
  readonly appSecret: string;
  /** Of the messages that the account's server pushes to us. */
  readonly token: string;
  /** 32 bytes that open those messages, where the account seals them. */
  readonly messageKey: Uint8Array | undefined;
  readonly template: string;
  /** The template's field of a short text (`thing1`) and of a time (`time2`). */
  readonly fields: readonly [text: string, time: string];
  readonly endpoint: string | undefined;
}

export interface WecomSetting {
  readonly corpId: string;
  readonly secret: string;
  readonly agentId: number;
  readonly endpoint: string | undefined;
}

export interface MailSetting {
  /** `smtps://user:password@host`. */
  readonly url: string;
  readonly from: string;
}

type Environment = Readonly<Record<string, string | undefined>>;

/** Each channel by its first variable; half of one is refused with the name of what is missing. */
export function readChannelSettings(environment: Environment): ChannelSettings {
  return {
    wechat: readWechat(environment),
    wecom: readWecom(environment),
    mail: readMail(environment),
    pushHosts: (environment.GONGYU_PUSH_HOSTS ?? '').split(/[\s,]+/).filter((host) => host !== ''),
  };
}

function readWechat(environment: Environment): WechatSetting | undefined {
  const appId = environment.GONGYU_WECHAT_APP_ID;
  if (!appId) return undefined;
  const need = needing(environment, 'the WeChat official account');
  const [text = '', time = '', ...more] = (
    environment.GONGYU_WECHAT_TEMPLATE_FIELDS ?? 'thing1,time2'
  ).split(',');
  if (!text || !time || more.length > 0) {
    throw new PublicError(
      'GONGYU_WECHAT_TEMPLATE_FIELDS names two fields of the template, a text and a time, for example thing1,time2.',
    );
  }
  return {
    appId,
    appSecret: need('GONGYU_WECHAT_APP_SECRET'),
    token: need('GONGYU_WECHAT_TOKEN'),
    messageKey: readMessageKey(environment.GONGYU_WECHAT_MESSAGE_KEY),
    template: need('GONGYU_WECHAT_TEMPLATE'),
    fields: [text, time],
    endpoint: environment.GONGYU_WECHAT_ENDPOINT || undefined,
  };
}

/** The account's EncodingAESKey: 43 letters and digits, base64 without its sign at the end. */
function readMessageKey(text: string | undefined): Uint8Array | undefined {
  if (!text) return undefined;
  if (/^[A-Za-z0-9]{43}$/.test(text)) return Buffer.from(`${text}=`, 'base64');
  throw new PublicError(
    'GONGYU_WECHAT_MESSAGE_KEY is the EncodingAESKey of the official account: 43 letters and digits.',
  );
}

function readWecom(environment: Environment): WecomSetting | undefined {
  const corpId = environment.GONGYU_WECOM_CORP_ID;
  if (!corpId) return undefined;
  const need = needing(environment, 'WeCom');
  const agentId = Number(need('GONGYU_WECOM_AGENT_ID'));
  if (!Number.isInteger(agentId)) {
    throw new PublicError('GONGYU_WECOM_AGENT_ID is a number: see the application in WeCom.');
  }
  const endpoint = environment.GONGYU_WECOM_ENDPOINT || undefined;
  return { corpId, secret: need('GONGYU_WECOM_SECRET'), agentId, endpoint };
}

function readMail(environment: Environment): MailSetting | undefined {
  const url = environment.GONGYU_SMTP_URL;
  if (!url) return undefined;
  if (!/^smtps?:\/\//.test(url)) {
    throw new PublicError(
      'GONGYU_SMTP_URL begins with smtps:// or smtp://, for example smtps://user:password@mail.example.org.',
    );
  }
  return { url, from: needing(environment, 'mail')('GONGYU_MAIL_FROM') };
}

function needing(environment: Environment, what: string) {
  return (name: string): string => {
    const value = environment[name];
    if (!value) throw new PublicError(`${name} is missing: ${what} needs it to send notices.`);
    return value;
  };
}
