import { createCipheriv, createHash } from 'node:crypto';
import { beforeAll, describe, expect, test } from 'vitest';
import { newId } from '../platform/index.ts';
import { newPhone, outcome } from '../platform/sign-in/testing/at-the-door.ts';
import { type Asking, makeTestApp, type TestApp } from '../testing/test-app.ts';
import { type Channel, climbLadder, createChannels, sendDue, tell } from './index.ts';
import { type FakeMailbox, fakeMailbox, subjectOf } from './testing/fake-mailbox.ts';
import { type FakePushService, fakePushService } from './testing/fake-push-service.ts';
import { type FakeServer, fakeServer } from './testing/fake-server.ts';

const MESSAGE_KEY = Buffer.alloc(32, 7);

let here: TestApp;
let push: FakePushService;
let mailbox: FakeMailbox;
let wechat: FakeServer;
let channels: Channel[];

beforeAll(async () => {
  push = await fakePushService();
  mailbox = await fakeMailbox();
  let sent = 0;
  wechat = await fakeServer(({ url }) => {
    if (url.pathname === '/cgi-bin/stable_token')
      return [200, { access_token: 't', expires_in: 7200 }];
    if (url.pathname === '/sns/oauth2/access_token') {
      const { code, appid, secret, grant_type } = Object.fromEntries(url.searchParams);
      const isFine = appid === 'wx1' && secret === 's' && grant_type === 'authorization_code';
      return [200, isFine && code !== 'used' ? { openid: `open ${code}` } : { errcode: 40029 }];
    }
    sent += 1;
    return [200, { errcode: 0, errmsg: 'ok', msgid: sent }];
  });
  const settings = {
    wechat: {
      appId: 'wx1',
      appSecret: 's',
      token: 'events',
      messageKey: MESSAGE_KEY,
      template: 'T',
      fields: ['thing1', 'time2'] as const,
      endpoint: wechat.endpoint,
    },
    wecom: undefined,
    mail: { url: mailbox.url, from: 'notices@gongyu.example.org' },
    pushHosts: [push.host],
  };
  const all = { sms: { transport: 'console' as const }, channels: settings };
  const notices = {
    channelsOf: (district: TestApp['district']) => createChannels(all, district),
    settings,
  };
  here = await makeTestApp({ notices });
  channels = createChannels(all, here.district);
});

async function carer(): Promise<{ person: string; asking: Asking }> {
  const person = await here.people.adult('李梅', newPhone());
  return { person, asking: await here.as(person) };
}
const reminders = async (asking: Asking) => (await asking.get('/api/v1/me/reminders')).json();
const subscribe = (asking: Asking, subscription: object) =>
  asking.post('/api/v1/me/push-subscriptions', subscription);

async function offer(person: string): Promise<void> {
  await here.database.write({ person: null, reach: [] }, (transaction) =>
    tell(transaction, [
      {
        ...{
          room: 'activities',
          kind: 'offered',
          people: [{ person }],
          subject: newId(),
          deed: '',
        },
        ...{ link: '/notices', urgency: 'at-once', at: here.clock() },
        heading: { zh: '有一个名额等您确认', en: 'A place waits' },
        words: { zh: '《家长会》', en: '“Meeting”' },
        usefulUntil: new Date(here.clock().getTime() + 8 * 3_600_000),
      },
    ]),
  );
  await climbLadder(here.district, channels);
  await sendDue(here.district, channels);
}
const lastState = async (person: string) => {
  const { rows } = await here.pool.query<{ state: string }>(
    'select state from tianfu.notice_deliveries where person_id = $1 order by made_at desc',
    [person],
  );
  return rows[0]?.state;
};

describe('how one wants to be told', () => {
  const wish = {
    pace: 'daily',
    quiet_from: '22:00',
    quiet_until: '06:30',
    digest_at: '12:00',
    off: ['email'],
  };

  test('is the usual until one says otherwise, and stays as one said', async () => {
    const { asking } = await carer();
    expect(await reminders(asking)).toMatchObject({
      ...{ pace: 'daily', quiet_from: '21:00', quiet_until: '07:30', digest_at: '18:30', off: [] },
      channels: ['wechat', 'web-push', 'email'],
      has_phone: true,
      addresses: [],
    });
    const changed = await asking.put('/api/v1/me/reminders', wish);
    expect(changed.json()).toMatchObject(wish);
    expect(await reminders(asking)).toMatchObject(wish);
  });

  test('is of what there is, and has no digest in the quiet hours', async () => {
    const { asking } = await carer();
    for (const wrong of [{ pace: 'hourly' }, { quiet_from: '25:00' }, { off: ['fax'] }]) {
      const answer = await asking.put('/api/v1/me/reminders', { ...wish, ...wrong });
      expect(outcome(answer)).toBe('400 http.bad-request');
    }
    const night = await asking.put('/api/v1/me/reminders', { ...wish, digest_at: '23:00' });
    expect(night.json().fields).toEqual([
      { field: 'digest_at', reason: '每日汇总的时间在免打扰时段里，请换一个时间' },
    ]);
  });
});

describe('a browser', () => {
  test('that subscribed shows what cannot wait, and tells that it has: delivered', async () => {
    const { person, asking } = await carer();
    const { push_key } = await reminders(asking);
    expect((await subscribe(asking, push.subscribe(push_key))).statusCode).toBe(201);
    await offer(person);
    const shown = JSON.parse(push.shown.at(-1) ?? '');
    expect(shown).toMatchObject({ body: '有一个名额等您确认', path: '/app/notices' });
    expect(await lastState(person)).toBe('sent');
    const stranger = (await carer()).asking;
    const path = `/api/v1/deliveries/${shown.id}/shown`;
    expect((await stranger.post(path)).statusCode).toBe(404);
    expect((await asking.post(path)).statusCode).toBe(204);
    expect(await lastState(person)).toBe('delivered');
  });

  test('belongs to who signed in there last, and to nobody when they take it away', async () => {
    const [mother, father] = [await carer(), await carer()];
    const { push_key } = await reminders(mother.asking);
    const tablet = push.subscribe(push_key);
    await subscribe(mother.asking, tablet);
    await subscribe(mother.asking, tablet);
    expect((await reminders(mother.asking)).addresses).toHaveLength(1);
    await subscribe(father.asking, tablet);
    expect((await reminders(mother.asking)).addresses).toEqual([]);
    const [own] = (await reminders(father.asking)).addresses;
    expect((await mother.asking.delete(`/api/v1/me/addresses/${own.id}`)).statusCode).toBe(404);
    expect((await father.asking.delete(`/api/v1/me/addresses/${own.id}`)).statusCode).toBe(204);
    expect((await reminders(father.asking)).addresses).toEqual([]);
  });

  test('whose push service nobody knows is refused: we knock at no other door', async () => {
    const { asking } = await carer();
    const { keys } = push.subscribe((await reminders(asking)).push_key);
    const inside = { endpoint: 'http://169.254.169.254/latest', keys };
    expect(outcome(await subscribe(asking, inside))).toBe('400 http.bad-request');
  });
});

describe('a mail address', () => {
  test('is one’s own when the code from the mail is given back, and only then', async () => {
    const { person, asking } = await carer();
    const address = 'mei@example.org';
    expect((await asking.post('/api/v1/me/mail-address', { address })).statusCode).toBe(204);
    expect((await reminders(asking)).addresses).toEqual([]);
    const letter = mailbox.letters.at(-1);
    const code = /\d{6}/.exec(subjectOf(letter?.text ?? ''))?.[0] ?? '';
    const wrong = String((Number(code) + 1) % 1_000_000).padStart(6, '0');
    const give = (given: string) => asking.post('/api/v1/me/mail-address/code', { code: given });
    expect(outcome(await give(wrong))).toBe('409 notices.mail-code-wrong');
    expect((await give(code)).statusCode).toBe(201);
    expect(outcome(await give(code))).toBe('409 notices.mail-code-wrong');
    expect((await reminders(asking)).addresses).toMatchObject([
      { channel: 'email', label: 'm***@example.org' },
    ]);
    await offer(person);
    expect(mailbox.letters.at(-1)?.to).toEqual([address]);
    expect(subjectOf(mailbox.letters.at(-1)?.text ?? '')).toBe('有一个名额等您确认');
  });

  test('is not guessed at, and no stranger’s mailbox is plagued', async () => {
    const { asking } = await carer();
    await asking.post('/api/v1/me/mail-address', { address: 'mei2@example.org' });
    const code = /\d{6}/.exec(subjectOf(mailbox.letters.at(-1)?.text ?? ''))?.[0] ?? '';
    const wrong = String((Number(code) + 1) % 1_000_000).padStart(6, '0');
    for (let tries = 0; tries < 5; tries += 1) {
      await asking.post('/api/v1/me/mail-address/code', { code: wrong });
    }
    const late = await asking.post('/api/v1/me/mail-address/code', { code });
    expect(outcome(late)).toBe('409 notices.mail-code-wrong');
    for (let more = 0; more < 4; more += 1) {
      await asking.post('/api/v1/me/mail-address', { address: 'mei2@example.org' });
    }
    const sixth = await asking.post('/api/v1/me/mail-address', { address: 'mei2@example.org' });
    expect(outcome(sixth)).toBe('429 notices.mail-codes-too-often');
  });

  test('that no mailbox has is said at once', async () => {
    const { asking } = await carer();
    const answer = await asking.post('/api/v1/me/mail-address', { address: 'nobody@example.org' });
    expect(outcome(answer)).toBe('503 notices.mail-not-sent');
  });
});

describe('WeChat', () => {
  const wayOf = async (asking: Asking) => {
    const { headers } = await asking.get('/api/v1/me/wechat');
    return new URL(String(headers.location));
  };
  const back = (asking: Asking, code: string, state: string) =>
    asking.get(`/api/v1/me/wechat/back?code=${code}&state=${state}`);
  const signed = (token = 'events') => {
    const [timestamp, nonce] = ['1760400000', '42'];
    const text = [token, timestamp, nonce].sort().join('');
    const signature = createHash('sha1').update(text).digest('hex');
    return `/api/v1/wechat/events?${new URLSearchParams({ signature, timestamp, nonce })}`;
  };
  const say = (xml: string, address = signed()) =>
    here.app.inject({
      method: 'POST',
      url: address,
      headers: { 'content-type': 'text/xml' },
      payload: xml,
    });
  const event = (fields: string) =>
    `<xml><ToUserName><![CDATA[gh_1]]></ToUserName><MsgType><![CDATA[event]]></MsgType>${fields}</xml>`;
  const finished = (id: string, status: string) =>
    event(
      `<Event><![CDATA[TEMPLATESENDJOBFINISH]]></Event><MsgID>${id}</MsgID><Status><![CDATA[${status}]]></Status>`,
    );
  async function bound(code: string) {
    const one = await carer();
    const state = (await wayOf(one.asking)).searchParams.get('state') ?? '';
    await back(one.asking, code, state);
    return one;
  }
  const providerId = async (person: string) => {
    const { rows } = await here.pool.query<{ provider_id: string }>(
      'select provider_id from tianfu.notice_deliveries where person_id = $1',
      [person],
    );
    return rows[0]?.provider_id ?? '';
  };

  test('is bound by its own web authorisation, by who began it and nobody else', async () => {
    const { asking } = await carer();
    const way = await wayOf(asking);
    expect(`${way.origin}${way.pathname}${way.hash}`).toBe(
      'https://open.weixin.qq.com/connect/oauth2/authorize#wechat_redirect',
    );
    expect(Object.fromEntries(way.searchParams)).toMatchObject({
      ...{ appid: 'wx1', response_type: 'code', scope: 'snsapi_base' },
      redirect_uri: 'http://localhost:3000/api/v1/me/wechat/back',
    });
    const state = way.searchParams.get('state') ?? '';
    const thief = (await carer()).asking;
    expect((await back(thief, 'c1', state)).headers.location).toBe('/app/reminders?wechat=not');
    expect((await back(asking, 'c1', state)).headers.location).toBe('/app/reminders?wechat=bound');
    expect((await reminders(asking)).addresses).toMatchObject([{ channel: 'wechat' }]);
    expect((await back(asking, 'used', state)).headers.location).toBe('/app/reminders?wechat=not');
  });

  test('tells what became of a message, and is believed only when it signs', async () => {
    const { person } = await bound('c2');
    await offer(person);
    const id = await providerId(person);
    expect((await say(finished(id, 'success'), signed('guessed'))).statusCode).toBe(404);
    expect(await lastState(person)).toBe('sent');
    expect((await say(finished(id, 'success'))).body).toBe('success');
    expect(await lastState(person)).toBe('delivered');
    expect((await say(finished('unknown', 'success'))).statusCode).toBe(200);
  });

  /** As the account's server seals in its safe mode. */
  function seal(xml: string, { appId = 'wx1', key = MESSAGE_KEY } = {}): string {
    const text = Buffer.from(xml);
    const length = Buffer.alloc(4);
    length.writeUInt32BE(text.length);
    const plain = Buffer.concat([Buffer.alloc(16, 'r'), length, text, Buffer.from(appId)]);
    const padding = 32 - (plain.length % 32);
    const cipher = createCipheriv('aes-256-cbc', key, key.subarray(0, 16)).setAutoPadding(false);
    const padded = Buffer.concat([plain, Buffer.alloc(padding, padding)]);
    return Buffer.concat([cipher.update(padded), cipher.final()]).toString('base64');
  }
  const saySealed = (sealed: string, signedFor = sealed) => {
    const text = ['events', '1760400000', '42', signedFor].sort().join('');
    const signature = createHash('sha1').update(text).digest('hex');
    const xml = `<xml><ToUserName><![CDATA[gh_1]]></ToUserName><Encrypt><![CDATA[${sealed}]]></Encrypt></xml>`;
    return say(xml, `${signed()}&encrypt_type=aes&msg_signature=${signature}`);
  };

  test('is understood in its safe mode, and only when cover, signature and account are ours', async () => {
    const { person } = await bound('c5');
    await offer(person);
    const xml = finished(await providerId(person), 'success');
    const good = seal(xml);
    const wrong = [
      await saySealed(good, seal(`${xml} `)),
      await saySealed(seal(xml, { appId: 'wx2' })),
      await saySealed(seal(xml, { key: Buffer.alloc(32, 8) })),
      await saySealed('AAAA'),
    ];
    expect(wrong.map(({ statusCode }) => statusCode)).toEqual([404, 404, 404, 404]);
    expect(await lastState(person)).toBe('sent');
    expect((await saySealed(good)).body).toBe('success');
    expect(await lastState(person)).toBe('delivered');
  });

  test('is not used any more for who blocks it or stops following', async () => {
    const blocking = await bound('c3');
    await offer(blocking.person);
    await say(finished(await providerId(blocking.person), 'failed:user block'));
    expect(await lastState(blocking.person)).toBe('failed');
    expect((await reminders(blocking.asking)).addresses).toEqual([]);
    const leaving = await bound('c4');
    const from = '<FromUserName><![CDATA[open c4]]></FromUserName>';
    await say(event(`${from}<Event><![CDATA[unsubscribe]]></Event>`));
    expect((await reminders(leaving.asking)).addresses).toEqual([]);
  });

  test('asks whether we are there, and gets its echo', async () => {
    const answer = await here.app.inject(`${signed()}&echostr=hello`);
    expect(answer.body).toBe('hello');
    expect((await here.app.inject(`${signed('guessed')}&echostr=hello`)).statusCode).toBe(404);
  });
});
