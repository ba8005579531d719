import { randomUUID } from 'node:crypto';
import { MessageNotSent, type Messages, type TextNotices, type TextReport } from './messages.ts';
import { postSigned } from './post-signed.ts';
import type { ProviderSetting } from './provider-setting.ts';
import { signAcs3 } from './sign-acs3.ts';

const ENDPOINT = 'https://dysmsapi.aliyuncs.com';
const CHINA_OFFSET_MS = 8 * 3_600_000;

/** Alibaba Cloud SMS: `SendSms` of 2017-05-25. The template has one variable, `${code}`. */
export function aliyunMessages(setting: ProviderSetting): Messages {
  return {
    async sendCode(phone, code) {
      await call(setting, 'SendSms', {
        PhoneNumbers: phone,
        SignName: setting.signName,
        TemplateCode: setting.templateCode,
        TemplateParam: JSON.stringify({ code }),
      });
    },
  };
}

/** The template has two variables, `${message}` and `${link}`. Reports by `QuerySendDetails`. */
export function aliyunNotices(setting: ProviderSetting, templateCode: string): TextNotices {
  return {
    async sendNotice(phone, { id, sentence, url }) {
      const { BizId } = await call(setting, 'SendSms', {
        PhoneNumbers: phone,
        SignName: setting.signName,
        TemplateCode: templateCode,
        TemplateParam: JSON.stringify({ message: sentence, link: url }),
        OutId: id,
      });
      return String(BizId);
    },
    async reportOf({ phone, providerId, sentAt }) {
      const day = new Date(sentAt.getTime() + CHINA_OFFSET_MS).toISOString().slice(0, 10);
      const answer = await call(setting, 'QuerySendDetails', {
        PhoneNumber: phone,
        BizId: providerId,
        SendDate: day.replaceAll('-', ''),
        PageSize: '1',
        CurrentPage: '1',
      });
      return reportIn(answer);
    },
  };
}

interface AliyunAnswer {
  readonly Code?: string;
  readonly Message?: string;
  readonly BizId?: string;
  readonly SmsSendDetailDTOs?: {
    readonly SmsSendDetailDTO?: readonly {
      readonly SendStatus?: number;
      readonly ErrCode?: string;
    }[];
  };
}

/** 1 waits for the network's receipt, 2 failed, 3 delivered. */
function reportIn({ SmsSendDetailDTOs }: AliyunAnswer): TextReport {
  const detail = SmsSendDetailDTOs?.SmsSendDetailDTO?.[0];
  if (detail?.SendStatus === 3) return { state: 'delivered' };
  if (detail?.SendStatus === 2) return { state: 'failed', code: detail.ErrCode ?? 'unknown' };
  return { state: 'none-yet' };
}

async function call(
  setting: ProviderSetting,
  action: string,
  query: Readonly<Record<string, string>>,
): Promise<AliyunAnswer> {
  const { origin, host } = new URL(setting.endpoint ?? ENDPOINT);
  const { headers, query: signed } = signAcs3(
    { host, action, version: '2017-05-25', query, at: new Date(), nonce: randomUUID() },
    setting,
  );
  const answer = await postSigned('aliyun', { url: `${origin}/?${signed}`, headers, body: '' });
  const { Code, Message, ...rest } = (answer ?? {}) as AliyunAnswer;
  if (Code !== 'OK') {
    throw new MessageNotSent('aliyun', Code ?? 'unreadable', Message ?? 'no message');
  }
  return rest;
}
