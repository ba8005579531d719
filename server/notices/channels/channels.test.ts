import { describe, expect, test } from 'vitest';
import { createSealing, type District } from '../../platform/index.ts';
import { fakeMailbox, subjectOf } from '../testing/fake-mailbox.ts';
import { fakePushService } from '../testing/fake-push-service.ts';
import { fakeServer, type Received } from '../testing/fake-server.ts';
import type { Message } from './channel.ts';
import { encryptPush } from './encrypt-push.ts';
import { mailChannel } from './mail.ts';
import { vapidOf } from './vapid.ts';
import { isPushService, webPushChannel } from './web-push.ts';
import { wechatChannel } from './wechat.ts';
import { wecomChannel } from './wecom.ts';

const message: Message = {
  id: '0199a3f0-0000-7000-8000-000000000001',
  language: 'zh',
  heading: '有一个名额等您确认',
  url: 'https://gongyu.example.org/app/activities/1',
  at: new Date('2026-10-14T01:05:00Z'),
  isUrgent: true,
};
const json = ({ body }: Received) => JSON.parse(body.toString('utf8'));

describe('a WeChat official account', () => {
  const setting = {
    appId: 'wx1',
    appSecret: 'account secret',
    token: 'events',
    messageKey: undefined,
    template: 'TM00015',
    fields: ['thing1', 'time2'] as const,
  };
  type Answer = Record<string, unknown>;

  /** Gives tokens one after the other, takes only the last, and answers the message itself with `answer`. */
  async function account(answer: Answer = { errcode: 0, errmsg: 'ok', msgid: 200228332 }) {
    let given = 0;
    let good = 'token 1';
    const server = await fakeServer((received) => {
      if (received.url.pathname === '/cgi-bin/stable_token') {
        const { grant_type, appid, secret } = json(received);
        if (grant_type !== 'client_credential' || appid !== 'wx1' || secret !== 'account secret') {
          return [200, { errcode: 40125, errmsg: 'invalid appsecret' }];
        }
        given += 1;
        good = `token ${given}`;
        return [200, { access_token: good, expires_in: 7200 }];
      }
      if (received.url.searchParams.get('access_token') !== good) {
        return [200, { errcode: 40001, errmsg: 'invalid credential' }];
      }
      return [200, answer];
    });
    const channel = wechatChannel({ ...setting, endpoint: server.endpoint });
    return { ...server, channel, spoil: () => (good = 'spoilt') };
  }
  const sends = (received: readonly Received[]) =>
    received.filter(({ url }) => url.pathname === '/cgi-bin/message/template/send');

  test('gets the template with its fields, the link, and an id against doubles', async () => {
    const { channel, received } = await account();
    expect(await channel.send('oOpenId', message)).toEqual({ providerId: '200228332' });
    expect(sends(received).map(json)).toEqual([
      {
        touser: 'oOpenId',
        template_id: 'TM00015',
        url: 'https://gongyu.example.org/app/activities/1',
        data: {
          thing1: { value: '有一个名额等您确认' },
          time2: { value: '2026年10月14日 09:05' },
        },
        client_msg_id: message.id,
      },
    ]);
  });

  test('is asked for a token once, and again when it takes the old one no more', async () => {
    const { channel, received, spoil } = await account();
    await Promise.all([channel.send('o1', message), channel.send('o2', message)]);
    const tokens = () => received.length - sends(received).length;
    expect(tokens()).toBe(1);
    spoil();
    expect(await channel.send('o3', message)).toEqual({ providerId: '200228332' });
    expect(tokens()).toBe(2);
  });

  test('shortens what its field does not take', async () => {
    const { channel, received } = await account();
    await channel.send('o1', { ...message, heading: '字'.repeat(30) });
    const [sent] = sends(received);
    expect([...json(sent as Received).data.thing1.value]).toHaveLength(20);
  });

  test.each([
    [{ errcode: 43004, errmsg: 'require subscribe' }, 'gone', '43004'],
    [{ errcode: 40003, errmsg: 'invalid openid' }, 'gone', '40003'],
    [{ errcode: 40037, errmsg: 'invalid template_id' }, 'refused', '40037'],
    [{ errcode: 45009, errmsg: 'reach max api daily quota limit' }, 'later', '45009'],
    [{ errcode: -1, errmsg: 'system error' }, 'later', '-1'],
  ])('is understood when it answers %j', async (answer, why, code) => {
    const { channel } = await account(answer);
    await expect(channel.send('o1', message)).rejects.toMatchObject({ why, code });
  });

  test('with a wrong secret gives no token: later, says the operator’s page why', async () => {
    const server = await fakeServer(() => [200, { errcode: 40125, errmsg: 'invalid appsecret' }]);
    const channel = wechatChannel({ ...setting, endpoint: server.endpoint });
    const sending = channel.send('o1', message);
    await expect(sending).rejects.toMatchObject({ why: 'later', code: 'token 40125' });
  });
});

describe('WeCom’s school notice', () => {
  async function wecom(answer: object) {
    const server = await fakeServer(({ url }) => {
      if (url.pathname !== '/cgi-bin/gettoken') return [200, answer];
      const asked = Object.fromEntries(url.searchParams);
      return asked.corpid === 'ww1' && asked.corpsecret === 'school secret'
        ? [200, { errcode: 0, errmsg: 'ok', access_token: 'token', expires_in: 7200 }]
        : [200, { errcode: 40001, errmsg: 'invalid secret' }];
    });
    const { endpoint } = server;
    const channel = wecomChannel({ corpId: 'ww1', secret: 'school secret', agentId: 7, endpoint });
    return { ...server, channel };
  }

  test('knows from the school’s address book who follows it, class by class', async () => {
    const parents: Record<string, object[]> = {
      2: [
        { parent_userid: 'mei', mobile: '10000000001', is_subscribe: 1 },
        { parent_userid: 'gang', mobile: '10000000002', is_subscribe: 0 },
      ],
      3: [{ parent_userid: 'hua', mobile: '+8610000000003', is_subscribe: 1 }],
    };
    const { endpoint, received } = await fakeServer(({ url }) => {
      const { pathname, searchParams } = url;
      if (pathname === '/cgi-bin/gettoken') {
        return [200, { errcode: 0, access_token: 'token', expires_in: 7200 }];
      }
      if (pathname === '/cgi-bin/school/department/list') {
        return [200, { errcode: 0, departments: [{ id: 2 }, { id: 3 }] }];
      }
      const id = searchParams.get('department_id') ?? '';
      return [200, { errcode: 0, parents: parents[id] ?? [] }];
    });
    const channel = wecomChannel({ corpId: 'ww1', secret: 'school secret', agentId: 7, endpoint });
    const found = [];
    for await (const some of channel.addressesByPhone?.() ?? []) found.push(some);
    expect(found).toEqual([
      [{ address: 'mei', phone: '10000000001' }],
      [{ address: 'hua', phone: '10000000003' }],
    ]);
    const asked = received.map(({ url }) => `${url.pathname}${url.search}`);
    expect(asked).toContain('/cgi-bin/school/user/list_parent?department_id=3&access_token=token');
  });

  test('does not take a refusal for an empty book', async () => {
    const { channel } = await wecom({ errcode: 48002, errmsg: 'api forbidden' });
    const read = async () => {
      for await (const _ of channel.addressesByPhone?.() ?? []);
    };
    await expect(read()).rejects.toMatchObject({ why: 'later', code: '48002' });
  });

  test('goes to one parent, as text with the link, checked for doubles', async () => {
    const fine = { errcode: 0, errmsg: 'ok', invalid_parent_userid: [] };
    const { channel, received } = await wecom(fine);
    expect(await channel.send('parent 1', message)).toEqual({ providerId: null });
    const sent = received.at(-1) as Received;
    expect(`${sent.method} ${sent.url.pathname}${sent.url.search}`).toBe(
      'POST /cgi-bin/externalcontact/message/send?access_token=token',
    );
    expect(json(sent)).toEqual({
      recv_scope: 0,
      to_parent_userid: ['parent 1'],
      toall: 0,
      msgtype: 'text',
      agentid: 7,
      text: { content: `有一个名额等您确认\n${message.url}` },
      enable_duplicate_check: 1,
      duplicate_check_interval: 14_400,
    });
  });

  test.each([
    [{ errcode: 0, errmsg: 'ok', invalid_parent_userid: ['parent 1'] }, 'gone'],
    [{ errcode: 301002, errmsg: 'not allow operate another agent' }, 'refused'],
    [{ errcode: -1, errmsg: 'system busy' }, 'later'],
  ])('is understood when it answers %j', async (answer, why) => {
    const { channel } = await wecom(answer);
    await expect(channel.send('parent 1', message)).rejects.toMatchObject({ why });
  });
});

describe('mail', () => {
  async function post(options?: { isBusy: boolean }) {
    const { letters, url } = await fakeMailbox(options);
    return { letters, channel: mailChannel({ url, from: '共育 <notices@gongyu.example.org>' }) };
  }

  test('reaches the mailbox with heading, link and our id', async () => {
    const { channel, letters } = await post();
    const { providerId } = await channel.send('mei@example.org', message);
    expect(providerId).toBe(`<${message.id}@gongyu.example.org>`);
    expect(letters.map(({ to }) => to)).toEqual([['mei@example.org']]);
    const text = letters[0]?.text ?? '';
    expect(text).toContain(`Message-ID: ${providerId}`);
    expect(subjectOf(text)).toBe('有一个名额等您确认');
  });

  test('to a mailbox that is not there is gone; a server that is busy or away is tried later', async () => {
    const { channel } = await post();
    const wrong = channel.send('nobody@example.org', message);
    await expect(wrong).rejects.toMatchObject({ why: 'gone', code: '550' });
    const busy = (await post({ isBusy: true })).channel.send('mei@example.org', message);
    await expect(busy).rejects.toMatchObject({ why: 'later', code: '451' });
    const away = mailChannel({ url: 'smtp://127.0.0.1:1', from: 'notices@example.org' });
    await expect(away.send('mei@example.org', message)).rejects.toMatchObject({ why: 'later' });
  });
});

describe('Web Push', () => {
  const sealing = createSealing(Buffer.alloc(32, 7), 'tianfu');
  const district = { sealing, publicUrl: 'https://gongyu.example.org' } as District;
  const key = vapidOf(district).publicKey;

  test('encrypts as the standard’s own example does', () => {
    const encrypted = encryptPush(
      'When I grow up, I want to be a watermelon',
      {
        p256dh:
          'BCVxsr7N_eNgVRqvHtD0zTZsEc6-VV-JvLexhqUzORcxaOzi6-AYWXvTBHm4bjyPjs7Vd8pZGH6SRpkNtoIAiw4',
        auth: 'BTBZMqHH6r4Tts7J_aSIgg',
      },
      {
        privateKey: Buffer.from('yfWPiYE-n46HLnH0KqZOF1fJJU3MYrct3AELtAQ-oRw', 'base64url'),
        salt: Buffer.from('DGv6ra1nlYgDCS1FRnbzlw', 'base64url'),
      },
    );
    expect(encrypted.toString('base64url')).toBe(
      'DGv6ra1nlYgDCS1FRnbzlwAAEABBBP4z9KsN6nGRTbVYI_c7VJSPQTBtkgcy27mlmlMoZIIgDll6e3vCYLocInmYWAmS6TlzAC8wEqKK6PBru3jl7A_yl95bQpu6cVPTpK4Mqgkf1CXztLVBSt2Ks3oZwbuwXPXLWyouBWLVWGNWQexSgSxsj_Qulcy4a-fN',
    );
  });

  test('is taken by a push service that checks who sends, and read by the browser alone', async () => {
    const service = await fakePushService();
    const channel = webPushChannel(district, [service.host]);
    const subscription = JSON.stringify(service.subscribe(key));
    expect(await channel.send(subscription, message)).toEqual({ providerId: message.id });
    expect(service.shown.map((text) => JSON.parse(text))).toEqual([
      { id: message.id, title: '共育', body: '有一个名额等您确认', path: '/app/activities/1' },
    ]);
    expect(service.received[0]?.headers.urgency).toBe('high');
    expect(service.received[0]?.body.toString('utf8')).not.toContain('名额');
  });

  test('of another sender is refused, and one who has unsubscribed is gone', async () => {
    const service = await fakePushService();
    const channel = webPushChannel(district, [service.host]);
    const others = JSON.stringify(
      service.subscribe(
        vapidOf({ ...district, sealing: createSealing(Buffer.alloc(32, 8), 'x') }).publicKey,
      ),
    );
    await expect(channel.send(others, message)).rejects.toMatchObject({
      why: 'refused',
      code: '403',
    });
    const own = JSON.stringify(service.subscribe(key));
    service.unsubscribeAll();
    await expect(channel.send(own, message)).rejects.toMatchObject({ why: 'gone', code: '410' });
  });

  test('knocks at push services only, whatever a subscription says', async () => {
    for (const known of [
      'https://fcm.googleapis.com/fcm/send/abc',
      'https://updates.push.services.mozilla.com/wpush/v2/abc',
      'https://web.push.apple.com/abc',
      'https://wns2-par02p.notify.windows.com/w/?token=abc',
    ]) {
      expect(isPushService(known, [])).toBe(true);
    }
    for (const other of [
      'http://fcm.googleapis.com/fcm/send/abc',
      'https://fcm.googleapis.com.example.org/',
      'http://169.254.169.254/latest/meta-data',
      'https://localhost/',
      'not an address',
    ]) {
      expect(isPushService(other, [])).toBe(false);
    }
    const elsewhere = JSON.stringify({ endpoint: 'http://127.0.0.1:1/x', keys: {} });
    const sending = webPushChannel(district).send(elsewhere, message);
    await expect(sending).rejects.toMatchObject({ code: 'unknown-push-service' });
  });
});
