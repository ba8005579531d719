import { beforeAll, describe, expect, test } from 'vitest';
import { makeTestApp, type TestApp } from '../../testing/test-app.ts';
import { networkOf } from '../allowances/index.ts';
import { keepLastSeen } from './find-session.ts';
import { CODE_SESSION_SECONDS, MOST_DEVICES, TOTP_SESSION_SECONDS } from './limits.ts';
import { type AtTheDoor, atTheDoor, newPhone, outcome } from './testing/at-the-door.ts';

let here: TestApp;
let door: AtTheDoor;

beforeAll(async () => {
  here = await makeTestApp();
  door = atTheDoor(here);
});

describe('a session', () => {
  test('ends at once when the person signs out, and the browser forgets it', async () => {
    const mother = await here.as(await here.people.adult('李梅'));
    expect(outcome(await mother.get('/api/v1/me'))).toBe('200');
    const out = await mother.delete('/api/v1/sign-in/session');
    expect(out.statusCode).toBe(204);
    expect(out.body).toBe('');
    expect(String(out.headers['set-cookie'])).toContain('Expires=Thu, 01 Jan 1970');
    expect(outcome(await mother.get('/api/v1/me'))).toBe('401 http.not-signed-in');
    expect(outcome(await mother.delete('/api/v1/sign-in/session'))).toBe('204');
  });

  test('ends by itself: a carer’s after months, one with an authenticator the same day', async () => {
    const carer = await here.as(await here.people.adult('李梅'), { strength: 'code' });
    const officer = await here.as(await here.people.adult('何局'));
    door.later(TOTP_SESSION_SECONDS - 1);
    expect(outcome(await officer.get('/api/v1/me'))).toBe('200');
    door.later(1);
    expect(outcome(await officer.get('/api/v1/me'))).toBe('401 http.not-signed-in');
    door.later(CODE_SESSION_SECONDS - TOTP_SESSION_SECONDS - 1);
    expect(outcome(await carer.get('/api/v1/me'))).toBe('200');
    door.later(1);
    expect(outcome(await carer.get('/api/v1/me'))).toBe('401 http.not-signed-in');
  });

  test('is not opened by a token that we did not make', async () => {
    for (const token of ['', 'x', 'A'.repeat(43), `${'A'.repeat(42)}=`, '%00', 'A'.repeat(5000)]) {
      const stranger = here.asking(`gongyu_session=${token}`);
      expect(outcome(await stranger.get('/api/v1/me'))).toBe('401 http.not-signed-in');
    }
  });

  test('is found for many who come at the same moment, each as themselves', async () => {
    const people = await Promise.all(
      Array.from({ length: 40 }, (_, index) => here.people.adult(`家长${index}`)),
    );
    const browsers = await Promise.all(people.map((person) => here.as(person)));
    const pages = await Promise.all(browsers.map((browser) => browser.get('/api/v1/me')));
    expect(pages.map((page) => page.json().person.id)).toEqual(people);
  });

  test('keeps no token that would open it', async () => {
    const { cookie } = await here.as(await here.people.adult('李梅'));
    const token = cookie?.split('=')[1] ?? '';
    const { rows } = await here.pool.query(
      'select row_to_json(s)::text as row from tianfu.sessions s',
    );
    expect(rows.map(({ row }) => row).join('\n')).not.toContain(
      Buffer.from(token, 'base64url').toString('hex'),
    );
  });
});

test('where the district is reached by https the cookie travels by https only', async () => {
  const secure = await makeTestApp({ publicUrl: 'https://gongyu.example' });
  const phone = newPhone();
  await secure.people.adult('李梅', phone);
  const itsDoor = atTheDoor(secure);
  const answer = await itsDoor.signIn({ phone, code: await itsDoor.codeFor(phone) });
  expect(String(answer.headers['set-cookie'])).toContain('Secure');
});

test('a limit for one address counts a whole IPv6 network, for a household has billions', () => {
  expect(networkOf('203.0.113.7')).toBe('203.0.113.7');
  expect(networkOf('::ffff:203.0.113.7')).toBe('203.0.113.7');
  const home = ['2001:db8:0:1::1', '2001:db8:0:1:ffff:1:2:3', '2001:0DB8::1:0:0:0:9'];
  expect(new Set(home.map(networkOf)).size).toBe(1);
  expect(networkOf('2001:db8:0:2::1')).not.toBe(networkOf('2001:db8:0:1::1'));
});

describe('devices', () => {
  test('are listed to their owner, who can sign one out', async () => {
    const mother = await here.people.adult('李梅');
    const [phone, tablet] = [await here.as(mother), await here.as(mother)];
    const devices = (await phone.get('/api/v1/sign-in/sessions')).json().items;
    expect(devices.length).toBe(2);
    const other = devices.find((one: { is_this: boolean }) => !one.is_this);
    await tablet.get('/api/v1/me');
    expect(outcome(await phone.delete(`/api/v1/sign-in/sessions/${other.id}`))).toBe('204');
    expect(outcome(await tablet.get('/api/v1/me'))).toBe('401 http.not-signed-in');
    expect(outcome(await phone.get('/api/v1/me'))).toBe('200');
  });

  test('of somebody else are not there', async () => {
    const mother = await here.as(await here.people.adult('李梅'));
    const stranger = await here.as(await here.people.adult('赵六'));
    const [device] = (await mother.get('/api/v1/sign-in/sessions')).json().items;
    expect(outcome(await stranger.delete(`/api/v1/sign-in/sessions/${device.id}`))).toBe(
      '404 http.not-found',
    );
    expect(outcome(await mother.get('/api/v1/me'))).toBe('200');
  });

  test('are named by browser and system', async () => {
    const phone = newPhone();
    await here.people.adult('李梅', phone);
    const code = await door.codeFor(phone);
    const answer = await here.nobody.post(
      '/api/v1/sign-in/sessions',
      { phone, code },
      {
        'user-agent':
          'Mozilla/5.0 (Linux; Android 10; HMA-AL00) AppleWebKit/537.36 Chrome/107.0 Mobile Safari/537.36 MicroMessenger/8.0.38',
      },
    );
    const browser = here.asking(`gongyu_session=${answer.cookies[0]?.value}`);
    const { items } = (await browser.get('/api/v1/sign-in/sessions')).json();
    expect(items).toMatchObject([{ device: '微信 · Android' }]);
  });

  test('are seen to the hour, and written down later, not while the person waits', async () => {
    const mother = await here.as(await here.people.adult('李梅'));
    const seen = async () =>
      (await mother.get('/api/v1/sign-in/sessions')).json().items[0].last_seen_at;
    const first = await seen();
    door.later(30 * 60);
    await mother.get('/api/v1/me');
    await keepLastSeen(here.database);
    expect(await seen()).toBe(first);
    door.later(60 * 60);
    expect(await seen()).toBe(first);
    await keepLastSeen(here.database);
    expect(await seen()).toBe(here.clock().toISOString());
  });

  test('beyond twenty sign the oldest out', async () => {
    const mother = await here.people.adult('李梅');
    const oldest = await here.as(mother);
    for (let more = 0; more < MOST_DEVICES; more += 1) {
      door.later(1);
      await here.as(mother);
    }
    expect(outcome(await oldest.get('/api/v1/me'))).toBe('401 http.not-signed-in');
  });
});

describe('a change that a page of another site asks for', () => {
  const change = { type_size: 'large' };

  test.each([
    ['by its origin', { origin: 'https://evil.example' }],
    ['by an origin that hides', { origin: 'null' }],
    ['by the browser’s own word', { 'sec-fetch-site': 'cross-site' }],
    ['from a neighbouring subdomain', { 'sec-fetch-site': 'same-site' }],
  ])('is refused %s', async (_how, headers) => {
    const mother = await here.as(await here.people.adult('李梅'));
    const answer = await mother.patch('/api/v1/me', change, headers);
    expect(outcome(answer)).toBe('403 sign-in.foreign-origin');
    expect((await mother.get('/api/v1/me')).json().type_size).toBe('normal');
  });

  test('is taken from our own pages, and from a program without a browser', async () => {
    const mother = await here.as(await here.people.adult('李梅'));
    for (const headers of [
      {},
      { origin: 'http://localhost:3000' },
      { 'sec-fetch-site': 'same-origin', origin: 'http://localhost:3000' },
    ]) {
      expect(outcome(await mother.patch('/api/v1/me', change, headers))).toBe('200');
    }
  });

  test('is refused for signing in too: nobody is led into another’s account', async () => {
    const answer = await here.nobody.post(
      '/api/v1/sign-in/codes',
      { phone: newPhone() },
      { origin: 'https://evil.example' },
    );
    expect(outcome(answer)).toBe('403 sign-in.foreign-origin');
  });
});
