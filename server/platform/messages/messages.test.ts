import { createHash, createHmac } from 'node:crypto';
import { once } from 'node:events';
import { createServer, type IncomingHttpHeaders } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, test } from 'vitest';
import { createMessages, createTextNotices, MessageNotSent } from './index.ts';
import type { ProviderSetting } from './provider-setting.ts';
import { signAcs3 } from './sign-acs3.ts';
import { signTc3 } from './sign-tc3.ts';

const PHONE = '10012345678';
const KEY = { keyId: 'LTAIexample', keySecret: 'a secret that only we two know' };

interface Received {
  readonly method: string;
  readonly url: URL;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}

const closing: (() => void)[] = [];
afterEach(() => {
  for (const close of closing.splice(0)) close();
});

/** A provider's server: checks what it gets and answers as the provider does. */
async function provider(answer: (received: Received) => [status: number, body: unknown]) {
  const received: Received[] = [];
  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const { method = '', headers } = request;
    const url = new URL(request.url ?? '', `http://${headers.host}`);
    const one = { method, url, headers, body: Buffer.concat(chunks).toString('utf8') };
    received.push(one);
    const [status, body] = answer(one);
    response.writeHead(status, { 'content-type': 'application/json' });
    response.end(typeof body === 'string' ? body : JSON.stringify(body));
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  closing.push(() => server.close());
  return { endpoint: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, received };
}

function setting(transport: 'aliyun' | 'tencent', endpoint: string): ProviderSetting {
  const application = transport === 'tencent' ? '1400006666' : undefined;
  const template = { signName: '天府共育', templateCode: 'SMS_154950909' };
  return { transport, ...KEY, ...template, noticeTemplate: 'SMS_NOTICE', application, endpoint };
}

const sha256 = (text: string) => createHash('sha256').update(text).digest('hex');
const hmac = (key: string | Buffer, text: string) =>
  createHmac('sha256', key).update(text).digest();

describe('Aliyun', () => {
  /** The provider's side of the signature, from what came over the wire. */
  function isSigned({ method, url, headers, body }: Received): boolean {
    const said =
      /^ACS3-HMAC-SHA256 Credential=(.+),SignedHeaders=(.+),Signature=([0-9a-f]{64})$/.exec(
        headers.authorization ?? '',
      );
    if (said?.[1] !== KEY.keyId || sha256(body) !== headers['x-acs-content-sha256']) return false;
    const names = (said[2] ?? '').split(';');
    const canonical = [
      method,
      url.pathname,
      url.search.slice(1),
      ...names.map((name) => `${name}:${headers[name]}`),
      '',
      names.join(';'),
      headers['x-acs-content-sha256'],
    ].join('\n');
    const expected = hmac(KEY.keySecret, `ACS3-HMAC-SHA256\n${sha256(canonical)}`).toString('hex');
    return said[3] === expected && names.includes('host') && names.includes('x-acs-action');
  }

  const fine = { Message: 'OK', RequestId: 'F655A8D5', BizId: '9006', Code: 'OK' };
  const bad = { Code: 'SignatureDoesNotMatch', Message: 'no', RequestId: 'F655A8D5' };

  test('takes the request by its signature, and sends the code in the template', async () => {
    const { endpoint, received } = await provider((one) =>
      isSigned(one) ? [200, fine] : [400, bad],
    );
    await createMessages(setting('aliyun', endpoint)).sendCode(PHONE, '042042', 'zh');
    const [{ url, headers }] = received as [Received];
    expect(Object.fromEntries(url.searchParams)).toEqual({
      PhoneNumbers: PHONE,
      SignName: '天府共育',
      TemplateCode: 'SMS_154950909',
      TemplateParam: '{"code":"042042"}',
    });
    expect(headers).toMatchObject({ 'x-acs-action': 'SendSms', 'x-acs-version': '2017-05-25' });
    expect(headers['x-acs-date']).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/);
  });

  test('never sees the same nonce twice', async () => {
    const { endpoint, received } = await provider(() => [200, fine]);
    const messages = createMessages(setting('aliyun', endpoint));
    await messages.sendCode(PHONE, '042042', 'zh');
    await messages.sendCode(PHONE, '042042', 'zh');
    expect(new Set(received.map(({ headers }) => headers['x-acs-signature-nonce'])).size).toBe(2);
  });

  test('refuses a wrong secret, and we say so with its word', async () => {
    const { endpoint } = await provider((one) => (isSigned(one) ? [200, fine] : [400, bad]));
    const messages = createMessages({ ...setting('aliyun', endpoint), keySecret: 'another' });
    await expect(messages.sendCode(PHONE, '042042', 'zh')).rejects.toMatchObject({
      code: 'SignatureDoesNotMatch',
    });
  });

  test.each([
    [
      200,
      { Code: 'isv.BUSINESS_LIMIT_CONTROL', Message: '触发天级流控' },
      'isv.BUSINESS_LIMIT_CONTROL',
    ],
    [503, '<html>busy</html>', 'no-answer'],
    [200, {}, 'unreadable'],
    [200, 'null', 'unreadable'],
  ])('is taken at its word when it answers %i %j', async (status, body, code) => {
    const { endpoint } = await provider(() => [status, body]);
    const sending = createMessages(setting('aliyun', endpoint)).sendCode(PHONE, '042042', 'zh');
    await expect(sending).rejects.toBeInstanceOf(MessageNotSent);
    await expect(sending).rejects.toMatchObject({ code });
  });

  test('would compute the signature of its documentation’s own example', () => {
    const { headers } = signAcs3(
      {
        host: 'ecs.cn-shanghai.aliyuncs.com',
        action: 'RunInstances',
        version: '2014-05-26',
        query: {
          ImageId: 'win2019_1809_x64_dtc_zh-cn_40G_alibase_20230811.vhd',
          RegionId: 'cn-shanghai',
        },
        at: new Date('2023-10-26T10:22:32Z'),
        nonce: '3156853299f313e23d1673dc12e1703d',
      },
      { keyId: 'YourAccessKeyId', keySecret: 'YourAccessKeySecret' },
    );
    expect(headers.authorization).toBe(
      'ACS3-HMAC-SHA256 Credential=YourAccessKeyId,SignedHeaders=host;x-acs-action;x-acs-content-sha256;x-acs-date;x-acs-signature-nonce;x-acs-version,Signature=06563a9e1b43f5dfe96b81484da74bceab24a1d853912eee15083a6f0f3283c0',
    );
  });
});

describe('Tencent', () => {
  function isSigned({ method, url, headers, body }: Received): boolean {
    const said =
      /^TC3-HMAC-SHA256 Credential=(.+)\/(\d{4}-\d\d-\d\d)\/sms\/tc3_request, SignedHeaders=(.+), Signature=([0-9a-f]{64})$/.exec(
        headers.authorization ?? '',
      );
    if (said?.[1] !== KEY.keyId) return false;
    const [, , day = '', names = '', signature] = said;
    const timestamp = String(headers['x-tc-timestamp']);
    if (new Date(Number(timestamp) * 1000).toISOString().slice(0, 10) !== day) return false;
    const canonical = [
      method,
      url.pathname,
      '',
      ...names.split(';').map((name) => `${name}:${String(headers[name]).toLowerCase()}`),
      '',
      names,
      sha256(body),
    ].join('\n');
    const signed = `TC3-HMAC-SHA256\n${timestamp}\n${day}/sms/tc3_request\n${sha256(canonical)}`;
    const key = hmac(hmac(hmac(`TC3${KEY.keySecret}`, day), 'sms'), 'tc3_request');
    return hmac(key, signed).toString('hex') === signature && names.includes('host');
  }

  const status = (Code: string, Message: string) => ({
    Response: {
      SendStatusSet: [{ PhoneNumber: `+86${PHONE}`, Fee: 1, Code, Message }],
      RequestId: 'a0aa',
    },
  });
  const failure = (Code: string) => ({
    Response: { Error: { Code, Message: 'no' }, RequestId: 'a0aa' },
  });
  const fine = status('Ok', 'send success');

  test('takes the request by its signature, and sends the code in the template', async () => {
    const { endpoint, received } = await provider((one) => [
      200,
      isSigned(one) ? fine : failure('AuthFailure.SignatureFailure'),
    ]);
    await createMessages(setting('tencent', endpoint)).sendCode(PHONE, '042042', 'zh');
    expect(JSON.parse(received[0]?.body ?? '')).toEqual({
      PhoneNumberSet: [`+86${PHONE}`],
      SmsSdkAppId: '1400006666',
      SignName: '天府共育',
      TemplateId: 'SMS_154950909',
      TemplateParamSet: ['042042'],
    });
    expect(received[0]?.headers).toMatchObject({
      'x-tc-action': 'SendSms',
      'x-tc-version': '2021-01-11',
      'x-tc-region': 'ap-guangzhou',
    });
  });

  test('refuses a wrong secret, and we say so with its word', async () => {
    const { endpoint } = await provider((one) => [
      200,
      isSigned(one) ? fine : failure('AuthFailure.SignatureFailure'),
    ]);
    const messages = createMessages({ ...setting('tencent', endpoint), keySecret: 'another' });
    await expect(messages.sendCode(PHONE, '042042', 'zh')).rejects.toMatchObject({
      code: 'AuthFailure.SignatureFailure',
    });
  });

  test.each([
    [
      200,
      status('LimitExceeded.PhoneNumberDailyLimit', 'limit'),
      'LimitExceeded.PhoneNumberDailyLimit',
    ],
    [
      200,
      failure('FailedOperation.TemplateIncorrectOrUnapproved'),
      'FailedOperation.TemplateIncorrectOrUnapproved',
    ],
    [200, { Response: { SendStatusSet: [], RequestId: 'a0aa' } }, 'unreadable'],
    [502, 'bad gateway', 'no-answer'],
  ])('is taken at its word when it answers %i %j', async (code, body, word) => {
    const { endpoint } = await provider(() => [code, body]);
    const sending = createMessages(setting('tencent', endpoint)).sendCode(PHONE, '042042', 'zh');
    await expect(sending).rejects.toBeInstanceOf(MessageNotSent);
    await expect(sending).rejects.toMatchObject({ code: word });
  });

  test('would compute the signature of its documentation’s own example', () => {
    const headers = signTc3(
      {
        host: 'cvm.tencentcloudapi.com',
        service: 'cvm',
        action: 'DescribeInstances',
        body: '{"Limit": 1, "Filters": [{"Values": ["\\u672a\\u547d\\u540d"], "Name": "instance-name"}]}',
        at: new Date(1551113065 * 1000),
      },
      // The documentation masks its key: this one was signed with by the provider's own SDK.
      { keyId: 'AKIDexample0000', keySecret: 'example-secret-key-not-real' },
    );
    expect(headers.authorization).toContain(
      'Signature=52ea94d798a501ed05963782bc9a0762bace7d2fbb8923a049eb9d63f85edcc3',
    );
  });
});

test('a provider that is not there is a message not sent', async () => {
  const { endpoint } = await provider(() => [200, {}]);
  for (const close of closing.splice(0)) close();
  await expect(
    createMessages(setting('aliyun', endpoint)).sendCode(PHONE, '042042', 'zh'),
  ).rejects.toMatchObject({ code: 'no-answer' });
});

describe('Notices by text message', () => {
  const notice = { id: '0199-delivery', sentence: '活动取消了', url: 'https://g.example.org/app/' };
  const sentAt = new Date('2026-10-14T16:30:00Z');

  test('are taken by Aliyun with the delivery’s id, and their receipt is asked for by phone, number and day', async () => {
    const detail = { SendStatus: 3, ErrCode: 'DELIVERED', PhoneNum: PHONE };
    const { endpoint, received } = await provider(({ headers }) => [
      200,
      headers['x-acs-action'] === 'SendSms'
        ? { Code: 'OK', Message: 'OK', BizId: '900619746936498440^0' }
        : { Code: 'OK', Message: 'OK', SmsSendDetailDTOs: { SmsSendDetailDTO: [detail] } },
    ]);
    const texts = createTextNotices(setting('aliyun', endpoint));
    const providerId = (await texts?.sendNotice(PHONE, notice)) ?? '';
    expect(providerId).toBe('900619746936498440^0');
    expect(Object.fromEntries(received[0]?.url.searchParams ?? [])).toEqual({
      PhoneNumbers: PHONE,
      SignName: '天府共育',
      TemplateCode: 'SMS_NOTICE',
      TemplateParam: '{"message":"活动取消了","link":"https://g.example.org/app/"}',
      OutId: '0199-delivery',
    });
    const report = await texts?.reportOf({ phone: PHONE, providerId, sentAt });
    expect(report).toEqual({ state: 'delivered' });
    expect(received[1]?.headers['x-acs-action']).toBe('QuerySendDetails');
    // Half past midnight in China: the day after.
    expect(Object.fromEntries(received[1]?.url.searchParams ?? [])).toEqual({
      PhoneNumber: PHONE,
      BizId: providerId,
      SendDate: '20261015',
      PageSize: '1',
      CurrentPage: '1',
    });
  });

  test.each([
    [{ SmsSendDetailDTO: [{ SendStatus: 1 }] }, { state: 'none-yet' }],
    [{ SmsSendDetailDTO: [] }, { state: 'none-yet' }],
    [
      { SmsSendDetailDTO: [{ SendStatus: 2, ErrCode: 'MOBILE_NOT_ON_SERVICE' }] },
      { state: 'failed', code: 'MOBILE_NOT_ON_SERVICE' },
    ],
  ])('are reported by Aliyun as %j', async (SmsSendDetailDTOs, expected) => {
    const { endpoint } = await provider(() => [200, { Code: 'OK', SmsSendDetailDTOs }]);
    const texts = createTextNotices(setting('aliyun', endpoint));
    expect(await texts?.reportOf({ phone: PHONE, providerId: '1^0', sentAt })).toEqual(expected);
  });

  test('are taken by Tencent with the delivery’s id, and their receipt is found by serial number', async () => {
    const SerialNo = '5000:1045710669157053657849499619';
    const pulled = [
      { SerialNo: 'another', ReportStatus: 'FAIL', Description: 'ID' },
      { SerialNo, ReportStatus: 'SUCCESS', Description: 'DELIVRD' },
    ];
    const { endpoint, received } = await provider(({ headers }) => [
      200,
      {
        Response:
          headers['x-tc-action'] === 'SendSms'
            ? { SendStatusSet: [{ SerialNo, Code: 'Ok', Message: 'send success' }] }
            : { PullSmsSendStatusSet: pulled },
      },
    ]);
    const texts = createTextNotices(setting('tencent', endpoint));
    expect(await texts?.sendNotice(PHONE, notice)).toBe(SerialNo);
    expect(JSON.parse(received[0]?.body ?? '')).toMatchObject({
      TemplateId: 'SMS_NOTICE',
      TemplateParamSet: ['活动取消了', 'https://g.example.org/app/'],
      SessionContext: '0199-delivery',
    });
    const asked = { phone: PHONE, providerId: SerialNo, sentAt };
    expect(await texts?.reportOf(asked)).toEqual({ state: 'delivered' });
    expect(received[1]?.headers['x-tc-action']).toBe('PullSmsSendStatusByPhoneNumber');
    expect(JSON.parse(received[1]?.body ?? '')).toEqual({
      BeginTime: sentAt.getTime() / 1000 - 60,
      Offset: 0,
      Limit: 100,
      PhoneNumber: `+86${PHONE}`,
      SmsSdkAppId: '1400006666',
    });
    const other = await texts?.reportOf({ ...asked, providerId: 'another' });
    expect(other).toEqual({ state: 'failed', code: 'ID' });
    expect(await texts?.reportOf({ ...asked, providerId: 'none' })).toEqual({ state: 'none-yet' });
  });

  test('do not go out without a template for them, nor in a demo', () => {
    const without = { ...setting('aliyun', 'http://127.0.0.1:1'), noticeTemplate: undefined };
    expect(createTextNotices(without)).toBeUndefined();
    expect(createTextNotices({ transport: 'console' })).toBeUndefined();
  });
});
