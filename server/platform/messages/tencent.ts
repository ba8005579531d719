import { MessageNotSent, type Messages } from './messages.ts';
import { postSigned } from './post-signed.ts';
import type { ProviderSetting } from './provider-setting.ts';
import { signTc3 } from './sign-tc3.ts';

const ENDPOINT = 'https://sms.tencentcloudapi.com';

interface TencentAnswer {
  readonly Response?: {
    readonly Error?: { readonly Code: string; readonly Message: string };
    readonly SendStatusSet?: readonly { readonly Code: string; readonly Message: string }[];
  };
}

/** Tencent Cloud SMS: `SendSms` of 2021-01-11. The template has one variable, `{1}`. */
export function tencentMessages(setting: ProviderSetting): Messages {
  const { origin, host } = new URL(setting.endpoint ?? ENDPOINT);
  return {
    async sendCode(phone, code) {
      const body = JSON.stringify({
        PhoneNumberSet: [`+86${phone}`],
        SmsSdkAppId: setting.application,
        SignName: setting.signName,
        TemplateId: setting.templateCode,
        TemplateParamSet: [code],
      });
      const call = { host, service: 'sms', action: 'SendSms', body, at: new Date() };
      const headers = {
        ...signTc3(call, setting),
        'x-tc-version': '2021-01-11',
        // The one region that serves the mainland's text messages.
        'x-tc-region': 'ap-guangzhou',
      };
      const answer = await postSigned('tencent', { url: `${origin}/`, headers, body });
      const { Response } = (answer ?? {}) as TencentAnswer;
      const verdict = Response?.Error ?? Response?.SendStatusSet?.[0];
      if (verdict?.Code !== 'Ok') {
        throw new MessageNotSent(
          'tencent',
          verdict?.Code ?? 'unreadable',
          verdict?.Message ?? 'no message',
        );
      }
    },
  };
}
