import { MessageNotSent, type Messages, type TextNotices, type TextReport } from './messages.ts';
import { postSigned } from './post-signed.ts';
import type { ProviderSetting } from './provider-setting.ts';
import { signTc3 } from './sign-tc3.ts';

const ENDPOINT = 'https://sms.tencentcloudapi.com';
/** The provider's clock may be a little behind ours. */
const SECONDS_BEFORE = 60;

interface TencentAnswer {
  readonly Error?: { readonly Code: string; readonly Message: string };
  readonly SendStatusSet?: readonly {
    readonly Code: string;
    readonly Message: string;
    readonly SerialNo?: string;
  }[];
  readonly PullSmsSendStatusSet?: readonly {
    readonly SerialNo: string;
    readonly ReportStatus: string;
    readonly Description: string;
  }[];
}

/** Tencent Cloud SMS: `SendSms` of 2021-01-11. The template has one variable, `{1}`. */
export function tencentMessages(setting: ProviderSetting): Messages {
  return {
    async sendCode(phone, code) {
      await send(setting, phone, { TemplateId: setting.templateCode, TemplateParamSet: [code] });
    },
  };
}

/** The template has two variables: `{1}` the sentence, `{2}` the link. Reports by `PullSmsSendStatusByPhoneNumber`. */
export function tencentNotices(setting: ProviderSetting, templateCode: string): TextNotices {
  return {
    sendNotice: (phone, { id, sentence, url }) =>
      send(setting, phone, {
        TemplateId: templateCode,
        TemplateParamSet: [sentence, url],
        SessionContext: id,
      }),
    async reportOf({ phone, providerId, sentAt }) {
      const answer = await call(setting, 'PullSmsSendStatusByPhoneNumber', {
        BeginTime: Math.floor(sentAt.getTime() / 1000) - SECONDS_BEFORE,
        Offset: 0,
        Limit: 100,
        PhoneNumber: `+86${phone}`,
        SmsSdkAppId: setting.application,
      });
      if (answer.Error) refuse(answer.Error);
      return reportIn(answer, providerId);
    },
  };
}

function reportIn({ PullSmsSendStatusSet = [] }: TencentAnswer, id: string): TextReport {
  const report = PullSmsSendStatusSet.find(({ SerialNo }) => SerialNo === id);
  if (!report) return { state: 'none-yet' };
  return report.ReportStatus === 'SUCCESS'
    ? { state: 'delivered' }
    : { state: 'failed', code: report.Description };
}

/** Gives the serial number. */
async function send(setting: ProviderSetting, phone: string, template: object): Promise<string> {
  const answer = await call(setting, 'SendSms', {
    PhoneNumberSet: [`+86${phone}`],
    SmsSdkAppId: setting.application,
    SignName: setting.signName,
    ...template,
  });
  const [status] = answer.SendStatusSet ?? [];
  if (answer.Error || status?.Code !== 'Ok') refuse(answer.Error ?? status);
  return status.SerialNo ?? '';
}

async function call(
  setting: ProviderSetting,
  action: string,
  asked: object,
): Promise<TencentAnswer> {
  const { origin, host } = new URL(setting.endpoint ?? ENDPOINT);
  const body = JSON.stringify(asked);
  const headers = {
    ...signTc3({ host, service: 'sms', action, body, at: new Date() }, setting),
    'x-tc-version': '2021-01-11',
    // The one region that serves the mainland's text messages.
    'x-tc-region': 'ap-guangzhou',
  };
  const answer = await postSigned('tencent', { url: `${origin}/`, headers, body });
  return ((answer ?? {}) as { Response?: TencentAnswer }).Response ?? {};
}

function refuse(verdict: { Code: string; Message: string } | undefined): never {
  throw new MessageNotSent(
    'tencent',
    verdict?.Code ?? 'unreadable',
    verdict?.Message ?? 'no message',
  );
}
