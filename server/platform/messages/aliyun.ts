import { randomUUID } from 'node:crypto';
import { MessageNotSent, type Messages } from './messages.ts';
import { postSigned } from './post-signed.ts';
import type { ProviderSetting } from './provider-setting.ts';
import { signAcs3 } from './sign-acs3.ts';

const ENDPOINT = 'https://dysmsapi.aliyuncs.com';

/** Alibaba Cloud SMS: `SendSms` of 2017-05-25. The template has one variable, `${code}`. */
export function aliyunMessages(setting: ProviderSetting): Messages {
  const { origin, host } = new URL(setting.endpoint ?? ENDPOINT);
  return {
    async sendCode(phone, code) {
      const { headers, query } = signAcs3(
        {
          host,
          action: 'SendSms',
          version: '2017-05-25',
          query: {
            PhoneNumbers: phone,
            SignName: setting.signName,
            TemplateCode: setting.templateCode,
            TemplateParam: JSON.stringify({ code }),
          },
          at: new Date(),
          nonce: randomUUID(),
        },
        setting,
      );
      const answer = await postSigned('aliyun', { url: `${origin}/?${query}`, headers, body: '' });
      const { Code, Message } = (answer ?? {}) as { Code?: string; Message?: string };
      if (Code !== 'OK') {
        throw new MessageNotSent('aliyun', Code ?? 'unreadable', Message ?? 'no message');
      }
    },
  };
}
