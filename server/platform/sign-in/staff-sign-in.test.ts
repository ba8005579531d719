import { generateSync } from 'otplib';
import { beforeAll, describe, expect, test } from 'vitest';
import { type Asking, makeTestApp, type TestApp } from '../../testing/test-app.ts';
import type { Place } from '../../testing/test-people.ts';
import { PROVEN_PHONE_SECONDS, WRONG_PASSWORDS, WRONG_TOTP } from './limits.ts';
import {
  type AtTheDoor,
  atTheDoor,
  browserOf,
  newPhone,
  notThis,
  outcome,
} from './testing/at-the-door.ts';

const PASSWORD = '竹林 小桥 流水 人家 2026';

let here: TestApp;
let door: AtTheDoor;
let school: Place;
let schoolClass: Place;

beforeAll(async () => {
  here = await makeTestApp();
  door = atTheDoor(here);
  ({ school, schoolClass } = await here.people.school('第一小学'));
});

interface Colleague {
  readonly phone: string;
  readonly browser: Asking;
}

/** Somebody with a post, in by phone, with a password just set. */
async function colleague(role: 'class-teacher' | 'principal'): Promise<Colleague> {
  const phone = newPhone();
  const person = await here.people.adult('周老师', phone);
  await here.people.post(person, role, role === 'principal' ? school : schoolClass);
  const browser = await door.comeInByPhone(phone);
  const set = await browser.put('/api/v1/sign-in/password', { password: PASSWORD });
  expect(outcome(set)).toBe('204');
  return { phone, browser };
}

const totpNow = (secret: string) =>
  generateSync({ secret, epoch: Math.floor(here.clock().getTime() / 1000) });

/** The same with an authenticator. */
async function officer(): Promise<Colleague & { secret: string }> {
  const made = await colleague('principal');
  const offer = await made.browser.post('/api/v1/sign-in/totp');
  expect(outcome(offer)).toBe('201');
  const { secret } = offer.json();
  const confirmed = await made.browser.post('/api/v1/sign-in/totp/confirmation', {
    totp: totpNow(secret),
  });
  expect(outcome(confirmed)).toBe('204');
  return { ...made, secret };
}

const rolesOf = async (browser: Asking) => {
  const me = (await browser.get('/api/v1/me')).json();
  return { roles: me.posts.map((post: { role: string }) => post.role), lacks: me.still_to_prove };
};

describe('a class teacher', () => {
  test('is nobody at school by the phone alone, and class teacher with a password', async () => {
    const phone = newPhone();
    const teacher = await here.people.adult('周老师', phone);
    await here.people.post(teacher, 'class-teacher', schoolClass);
    const browser = await door.comeInByPhone(phone);
    expect(await rolesOf(browser)).toEqual({ roles: [], lacks: 'password' });
    expect(outcome(await browser.get('/api/v1/students'))).toBe('200');
    expect(outcome(await browser.get('/api/v1/organisations'))).toBe('403 http.not-allowed');
    await browser.put('/api/v1/sign-in/password', { password: PASSWORD });
    expect(await rolesOf(browser)).toEqual({ roles: ['class-teacher'], lacks: null });
    const tomorrow = browserOf(here, await door.signIn({ account: phone, password: PASSWORD }));
    expect(await rolesOf(tomorrow)).toEqual({ roles: ['class-teacher'], lacks: null });
    expect(outcome(await tomorrow.get('/api/v1/organisations'))).toBe('200');
  });

  test('may take an account name instead of the phone, but not one that is taken', async () => {
    const one = await colleague('class-teacher');
    const wish = { password: PASSWORD, account: 'teacher.zhou' };
    expect(outcome(await one.browser.put('/api/v1/sign-in/password', wish))).toBe('204');
    browserOf(here, await door.signIn({ account: ' Teacher.Zhou ', password: PASSWORD }));
    const two = await colleague('class-teacher');
    expect(outcome(await two.browser.put('/api/v1/sign-in/password', wish))).toBe(
      '409 sign-in.account-name-taken',
    );
    const likeAPhone = { password: PASSWORD, account: one.phone };
    expect(outcome(await two.browser.put('/api/v1/sign-in/password', likeAPhone))).toBe(
      '400 http.bad-request',
    );
  });

  test('cannot take a password that anybody would guess', async () => {
    const { browser, phone } = await colleague('class-teacher');
    for (const password of ['short', '1111111111111', `${phone}abc`, 'ababababab']) {
      const answer = await browser.put('/api/v1/sign-in/password', { password });
      expect(outcome(answer)).toBe('422 sign-in.password-weak');
    }
  });

  test('changes the password with the old one, later, and their other devices are signed out', async () => {
    const { phone, browser } = await colleague('class-teacher');
    const laptop = browserOf(here, await door.signIn({ account: phone, password: PASSWORD }));
    const password = '另一个 很长的 口令 9';
    expect(outcome(await laptop.put('/api/v1/sign-in/password', { password }))).toBe(
      '403 sign-in.proof-needed',
    );
    const wrong = { password, current_password: 'not this one' };
    expect(outcome(await laptop.put('/api/v1/sign-in/password', wrong))).toBe(
      '401 sign-in.password-wrong',
    );
    const right = { password, current_password: PASSWORD };
    expect(outcome(await laptop.put('/api/v1/sign-in/password', right))).toBe('204');
    expect(outcome(await laptop.get('/api/v1/me'))).toBe('200');
    expect(outcome(await browser.get('/api/v1/me'))).toBe('401 http.not-signed-in');
    expect(outcome(await door.signIn({ account: phone, password: PASSWORD }))).toBe(
      '401 sign-in.password-wrong',
    );
    browserOf(here, await door.signIn({ account: phone, password }));
  });

  test('sets a forgotten one within half an hour of signing in by phone, not later', async () => {
    const { browser } = await colleague('class-teacher');
    door.later(PROVEN_PHONE_SECONDS + 1);
    const late = await browser.put('/api/v1/sign-in/password', { password: `${PASSWORD}!` });
    expect(outcome(late)).toBe('403 sign-in.proof-needed');
  });
});

describe('a principal', () => {
  test('is one only with a password and an authenticator', async () => {
    const { phone, browser } = await colleague('principal');
    expect(await rolesOf(browser)).toEqual({ roles: [], lacks: 'totp' });
    const byPassword = browserOf(here, await door.signIn({ account: phone, password: PASSWORD }));
    expect(await rolesOf(byPassword)).toEqual({ roles: [], lacks: 'totp' });
    expect(outcome(await byPassword.get('/api/v1/organisations'))).toBe('403 http.not-allowed');
    const { secret, otpauth_uri } = (await browser.post('/api/v1/sign-in/totp')).json();
    expect(otpauth_uri).toMatch(/^otpauth:\/\/totp\//);
    expect(otpauth_uri).toContain(secret);
    await browser.post('/api/v1/sign-in/totp/confirmation', { totp: totpNow(secret) });
    expect(await rolesOf(browser)).toEqual({ roles: ['principal'], lacks: null });
    expect(outcome(await byPassword.get('/api/v1/me'))).toBe('401 http.not-signed-in');
  });

  test('is asked for the code of the authenticator after the right password, not before', async () => {
    const { phone, secret } = await officer();
    expect(outcome(await door.signIn({ account: phone, password: 'wrong' }))).toBe(
      '401 sign-in.password-wrong',
    );
    const half = await door.signIn({ account: phone, password: PASSWORD });
    expect(outcome(half)).toBe('401 sign-in.totp-needed');
    expect(half.cookies).toEqual([]);
    door.later(30);
    const whole = { account: phone, password: PASSWORD, totp: totpNow(secret) };
    expect(await rolesOf(browserOf(here, await door.signIn(whole)))).toMatchObject({
      roles: ['principal'],
    });
  });

  test('cannot use a code twice, nor one of two minutes ago', async () => {
    const { phone, secret } = await officer();
    door.later(30);
    const whole = { account: phone, password: PASSWORD, totp: totpNow(secret) };
    const both = await Promise.all([door.signIn(whole), door.signIn(whole)]);
    expect(both.map(outcome).sort()).toEqual(['201', '401 sign-in.totp-wrong']);
    door.later(20);
    expect(outcome(await door.signIn(whole))).toBe('401 sign-in.totp-wrong');
    const old = totpNow(secret);
    door.later(120);
    expect(outcome(await door.signIn({ ...whole, totp: old }))).toBe('401 sign-in.totp-wrong');
  });

  test('keeps the authenticator although somebody with the phone sets another password', async () => {
    const { phone } = await officer();
    door.later(61);
    const thief = await door.comeInByPhone(phone);
    await thief.put('/api/v1/sign-in/password', { password: '偷来的 手机 也没有用 啊' });
    expect(await rolesOf(thief)).toEqual({ roles: [], lacks: 'totp' });
    expect(outcome(await thief.post('/api/v1/sign-in/totp'))).toBe('403 sign-in.proof-needed');
  });

  test('cannot bring an authenticator by a password alone', async () => {
    const { phone } = await colleague('principal');
    const thief = browserOf(here, await door.signIn({ account: phone, password: PASSWORD }));
    expect(outcome(await thief.post('/api/v1/sign-in/totp'))).toBe('403 sign-in.proof-needed');
    expect(outcome(await thief.post('/api/v1/sign-in/totp/confirmation', { totp: '123456' }))).toBe(
      '409 sign-in.totp-not-offered',
    );
  });

  test('confirms it by a right code, within a few tries', async () => {
    const { browser } = await colleague('principal');
    const { secret } = (await browser.post('/api/v1/sign-in/totp')).json();
    const confirm = (totp: string) => browser.post('/api/v1/sign-in/totp/confirmation', { totp });
    for (let tried = 1; tried <= WRONG_TOTP.most; tried += 1) {
      // Codes of the steps beside this one are right as well: stay clear of them.
      const right = new Set([-30, 0, 30].map((off) => codeAt(secret, off)));
      const wrong = [1, 2, 3, 4]
        .map((by) => notThis(totpNow(secret), by))
        .find((c) => !right.has(c));
      expect(outcome(await confirm(wrong ?? ''))).toBe('401 sign-in.totp-wrong');
    }
    expect(outcome(await confirm(totpNow(secret)))).toBe('429 sign-in.locked');
    door.later(WRONG_TOTP.seconds);
    expect(outcome(await confirm(totpNow(secret)))).toBe('204');
  });
});

const codeAt = (secret: string, seconds: number) =>
  generateSync({ secret, epoch: Math.floor(here.clock().getTime() / 1000) + seconds });

test('a right password without the authenticator’s code is no wrong try, however often', async () => {
  const { phone, secret } = await officer();
  for (let asked = 0; asked <= WRONG_PASSWORDS.most; asked += 1) {
    const half = await door.signIn({ account: phone, password: PASSWORD });
    expect(outcome(half)).toBe('401 sign-in.totp-needed');
  }
  door.later(30);
  const whole = { account: phone, password: PASSWORD, totp: totpNow(secret) };
  expect(outcome(await door.signIn(whole))).toBe('201');
});

describe('wrong passwords', () => {
  test('lock an account for a quarter of an hour, the right one included', async () => {
    const { phone } = await colleague('class-teacher');
    for (let tried = 0; tried < WRONG_PASSWORDS.most; tried += 1) {
      const wrong = await door.signIn({ account: phone, password: 'not this one' });
      expect(outcome(wrong)).toBe('401 sign-in.password-wrong');
    }
    const right = { account: phone, password: PASSWORD };
    const locked = await door.signIn(right);
    expect(outcome(locked)).toBe('429 sign-in.locked');
    expect(locked.headers['retry-after']).toBe(String(WRONG_PASSWORDS.seconds));
    door.later(WRONG_PASSWORDS.seconds);
    expect(outcome(await door.signIn(right))).toBe('201');
  });

  test('are counted before they are compared, so that many at once are many', async () => {
    const { phone } = await colleague('class-teacher');
    const answers = await Promise.all(
      Array.from({ length: 12 }, () => door.signIn({ account: phone, password: 'not this one' })),
    );
    const wrong = answers.filter((one) => outcome(one) === '401 sign-in.password-wrong');
    expect(wrong.length).toBe(WRONG_PASSWORDS.most);
  });

  test('are refused alike for an account that does not exist, up to the lock', async () => {
    const { phone } = await colleague('class-teacher');
    const nobodys = newPhone();
    for (let tried = 0; tried <= WRONG_PASSWORDS.most; tried += 1) {
      const [one, other] = await Promise.all(
        [phone, nobodys].map((account) => door.signIn({ account, password: 'not this one' })),
      );
      const { reference: _, ...said } = one?.json() ?? {};
      expect(other?.json()).toMatchObject(said);
      expect(other?.statusCode).toBe(one?.statusCode);
    }
  });

  test('and passwords are kept as argon2id only', async () => {
    await colleague('class-teacher');
    const { rows } = await here.pool.query('select password_hash from tianfu.accounts');
    for (const { password_hash } of rows) expect(password_hash).toMatch(/^\$argon2id\$/);
  });
});
