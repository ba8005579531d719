import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import { makeTestApp, type TestApp } from '../../testing/test-app.ts';
import { CODES_A_DAY, CODES_BY_ADDRESS, TRIES_A_CODE, WRONG_CODES } from './limits.ts';
import {
  type AtTheDoor,
  atTheDoor,
  browserOf,
  newPhone,
  notThis,
  outcome,
} from './testing/at-the-door.ts';

let here: TestApp;
let door: AtTheDoor;

beforeAll(async () => {
  here = await makeTestApp();
  door = atTheDoor(here);
});

describe('a carer signs in by phone', () => {
  test('with the code from the message, and is who the roster says', async () => {
    const phone = newPhone();
    const mother = await here.people.adult('李梅', phone);
    const code = await door.codeFor(phone);
    expect(code).toMatch(/^\d{6}$/);
    const answer = await door.signIn({ phone, code });
    expect(answer.statusCode).toBe(201);
    expect(answer.json()).toMatchObject({ person: { id: mother, name: '李梅' }, strength: 'code' });
    const me = await browserOf(here, answer).get('/api/v1/me');
    expect(me.json().person).toEqual({ id: mother, name: '李梅' });
  });

  test('and the cookie is out of reach of scripts, and of other sites', async () => {
    const phone = newPhone();
    await here.people.adult('李梅', phone);
    const answer = await door.signIn({ phone, code: await door.codeFor(phone) });
    const cookie = String(answer.headers['set-cookie']);
    expect(cookie).toMatch(/^gongyu_session=[\w-]{43};/);
    expect(cookie).toContain('HttpOnly');
    expect(cookie).toContain('SameSite=Lax');
    expect(cookie).toContain('Path=/');
    expect(cookie).not.toContain('Secure');
  });

  test('but never twice with one code, not even at the same moment', async () => {
    const phone = newPhone();
    await here.people.adult('王芳', phone);
    const code = await door.codeFor(phone);
    const both = await Promise.all([1, 2, 3].map(() => door.signIn({ phone, code })));
    expect(both.map(outcome).sort()).toEqual([
      '201',
      '401 sign-in.code-wrong',
      '401 sign-in.code-wrong',
    ]);
    expect(outcome(await door.signIn({ phone, code }))).toBe('401 sign-in.code-wrong');
  });

  test('but not after five minutes', async () => {
    const phone = newPhone();
    await here.people.adult('王芳', phone);
    const code = await door.codeFor(phone);
    door.later(5 * 60);
    expect(outcome(await door.signIn({ phone, code }))).toBe('401 sign-in.code-wrong');
  });

  test('only with the newest code', async () => {
    const phone = newPhone();
    await here.people.adult('王芳', phone);
    const first = await door.codeFor(phone);
    door.later(61);
    const second = await door.codeFor(phone);
    if (first !== second) {
      expect(outcome(await door.signIn({ phone, code: first }))).toBe('401 sign-in.code-wrong');
    }
    expect(outcome(await door.signIn({ phone, code: second }))).toBe('201');
  });

  test('not with the code of another phone', async () => {
    const [phone, another] = [newPhone(), newPhone()];
    await here.people.adult('王芳', phone);
    const code = await door.codeFor(another);
    expect(outcome(await door.signIn({ phone, code }))).toBe('401 sign-in.code-wrong');
  });
});

describe('a phone that several people share', () => {
  test('asks which of them it is, and lets the code serve that one choice', async () => {
    const phone = newPhone();
    const mother = await here.people.adult('张小兰', phone);
    const father = await here.people.adult('陈强', phone);
    const code = await door.codeFor(phone);
    const choice = await door.signIn({ phone, code });
    expect(choice.statusCode).toBe(200);
    expect(choice.json()).toEqual({
      choose: [
        { person_id: mother, name: '张*兰' },
        { person_id: father, name: '陈*' },
      ],
    });
    expect(choice.cookies).toEqual([]);
    const answer = await door.signIn({ phone, code, person_id: father });
    expect(answer.json().person.id).toBe(father);
    expect(outcome(await door.signIn({ phone, code, person_id: mother }))).toBe(
      '401 sign-in.code-wrong',
    );
  });

  test('does not open for somebody who has another', async () => {
    const phone = newPhone();
    await here.people.adult('张小兰', phone);
    const stranger = await here.people.adult('赵六', newPhone());
    const code = await door.codeFor(phone);
    expect(outcome(await door.signIn({ phone, code, person_id: stranger }))).toBe(
      '401 sign-in.code-wrong',
    );
  });
});

describe('a phone that nobody knows', () => {
  test('gets a code like any other, and is asked for a name only by who has the code', async () => {
    const [known, unknown] = [newPhone(), newPhone()];
    await here.people.adult('李梅', known);
    const answers = await Promise.all(
      [known, unknown].map((phone) => here.nobody.post('/api/v1/sign-in/codes', { phone })),
    );
    expect(answers[0]?.json()).toEqual(answers[1]?.json());
    const wrong = await Promise.all(
      [known, unknown].map((phone) => {
        const sent = here.sentCodes.find((one) => one.phone === phone);
        return door.signIn({ phone, code: notThis(sent?.code ?? '') });
      }),
    );
    expect(wrong.map(outcome)).toEqual(['401 sign-in.code-wrong', '401 sign-in.code-wrong']);
    const code = here.sentCodes.find((one) => one.phone === unknown)?.code;
    const nameless = await door.signIn({ phone: unknown, code });
    expect(outcome(nameless)).toBe('422 sign-in.name-needed');
    const named = await door.signIn({ phone: unknown, code, name: '新来的人' });
    expect(named.json().person.name).toBe('新来的人');
    door.later(61);
    const again = await door.comeInByPhone(unknown);
    expect((await again.get('/api/v1/me')).json().person).toEqual(named.json().person);
  });
});

describe('codes', () => {
  test('go out once a minute to a phone, and ten times a day', async () => {
    const phone = newPhone();
    const ask = () => here.nobody.post('/api/v1/sign-in/codes', { phone });
    expect(outcome(await ask())).toBe('202');
    const tooSoon = await ask();
    expect(outcome(tooSoon)).toBe('429 sign-in.codes-too-often');
    expect(tooSoon.headers['retry-after']).toBe('60');
    for (let sent = 1; sent < CODES_A_DAY.most; sent += 1) {
      door.later(61);
      expect(outcome(await ask())).toBe('202');
    }
    door.later(61);
    expect(outcome(await ask())).toBe('429 sign-in.codes-too-often');
    door.later(CODES_A_DAY.seconds);
    expect(outcome(await ask())).toBe('202');
  });

  test('asked for at the same moment are sent once', async () => {
    const phone = newPhone();
    const before = here.sentCodes.length;
    await Promise.all([1, 2, 3, 4].map(() => here.nobody.post('/api/v1/sign-in/codes', { phone })));
    expect(here.sentCodes.length).toBe(before + 1);
  });

  test('are limited for one address as well', async () => {
    door.later(CODES_BY_ADDRESS.seconds);
    await here.nobody.post('/api/v1/sign-in/codes', { phone: newPhone() });
    await here.pool.query('update tianfu.allowances_used set taken = $1 where allowance = $2', [
      CODES_BY_ADDRESS.most,
      CODES_BY_ADDRESS.name,
    ]);
    const answer = await here.nobody.post('/api/v1/sign-in/codes', { phone: newPhone() });
    expect(outcome(answer)).toBe('429 sign-in.codes-too-often');
    door.later(CODES_BY_ADDRESS.seconds);
    expect(await door.codeFor(newPhone())).toMatch(/^\d{6}$/);
  });

  test('and phones stand nowhere in the tables in the clear', async () => {
    const phone = newPhone();
    const code = await door.codeFor(phone);
    const tables = ['sign_in_codes', 'allowances_used'];
    for (const table of tables) {
      const { rows } = await here.pool.query(
        `select row_to_json(t)::text as row from tianfu.${table} t`,
      );
      const kept = rows.map(({ row }) => row).join('\n');
      expect(kept).not.toContain(phone);
      expect(kept).not.toContain(Buffer.from(code).toString('hex'));
    }
  });
});

describe('a guesser', () => {
  test(`has ${TRIES_A_CODE} tries at a code; then even the right one is dead`, async () => {
    const phone = newPhone();
    await here.people.adult('王芳', phone);
    const code = await door.codeFor(phone);
    for (let tried = 1; tried <= TRIES_A_CODE; tried += 1) {
      const wrong = await door.signIn({ phone, code: notThis(code, tried) });
      expect(outcome(wrong)).toBe('401 sign-in.code-wrong');
    }
    expect(outcome(await door.signIn({ phone, code }))).toBe('401 sign-in.code-wrong');
  });

  test('locks the phone for an hour, whatever they send next, and then it opens again', async () => {
    const phone = newPhone();
    await here.people.adult('王芳', phone);
    await lock(phone);
    const code = await door.codeFor(phone);
    const right = await door.signIn({ phone, code });
    expect(outcome(right)).toBe('429 sign-in.locked');
    expect(Number(right.headers['retry-after'])).toBeLessThanOrEqual(WRONG_CODES.seconds);
    door.later(WRONG_CODES.seconds);
    expect(outcome(await door.signIn({ phone, code: await door.codeFor(phone) }))).toBe('201');
  });

  test('never gets in after the lock, by any sequence of codes', async () => {
    const phone = newPhone();
    await here.people.adult('王芳', phone);
    await lock(phone);
    const code = await door.codeFor(phone);
    const guess = fc.oneof(
      { weight: 1, arbitrary: fc.constant(code) },
      {
        weight: 4,
        arbitrary: fc.integer({ min: 0, max: 999_999 }).map((n) => String(n).padStart(6, '0')),
      },
    );
    await fc.assert(
      fc.asyncProperty(fc.array(guess, { minLength: 1, maxLength: 6 }), async (guesses) => {
        const answers = await Promise.all(guesses.map((one) => door.signIn({ phone, code: one })));
        for (const answer of answers) {
          expect(outcome(answer)).toBe('429 sign-in.locked');
          expect(answer.cookies).toEqual([]);
        }
      }),
      { numRuns: 40 },
    );
  });

  test('gains nothing by trying a thousand at once: the tries are counted before they are compared', async () => {
    const phone = newPhone();
    await here.people.adult('王芳', phone);
    const code = await door.codeFor(phone);
    const many = Array.from({ length: 60 }, (_, index) => notThis(code, index + 1));
    await Promise.all(many.map((one) => door.signIn({ phone, code: one })));
    const { rows } = await here.pool.query(
      'select max(tries) as tries from tianfu.sign_in_codes where phone_index = $1',
      [here.district.sealing.blindIndex('phone', phone)],
    );
    expect(rows[0].tries).toBe(TRIES_A_CODE);
    expect(outcome(await door.signIn({ phone, code }))).toBe('401 sign-in.code-wrong');
  });

  test('cannot lock a phone to which no code was sent', async () => {
    const phone = newPhone();
    await here.people.adult('王芳', phone);
    for (let tried = 0; tried < WRONG_CODES.most + 2; tried += 1) {
      await door.signIn({ phone, code: '000000' });
    }
    expect(outcome(await door.signIn({ phone, code: await door.codeFor(phone) }))).toBe('201');
  });

  /** Uses up the wrong tries of a phone. */
  async function lock(phone: string): Promise<void> {
    for (let wrong = 0; wrong < WRONG_CODES.most; ) {
      const code = await door.codeFor(phone);
      for (let tried = 1; tried <= TRIES_A_CODE && wrong < WRONG_CODES.most; tried += 1) {
        await door.signIn({ phone, code: notThis(code, tried) });
        wrong += 1;
      }
      door.later(61);
    }
  }
});
