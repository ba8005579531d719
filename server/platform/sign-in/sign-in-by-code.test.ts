import { beforeAll, describe, expect, test } from 'vitest';
import { type Asking, makeTestApp, type TestApp } from '../../testing/test-app.ts';

let here: TestApp;
let nextPhone = 10000000000;

beforeAll(async () => {
  here = await makeTestApp();
});

const newPhone = () => String(nextPhone++);
const minutes = (count: number) => {
  here.clock.set(new Date(here.clock().getTime() + count * 60_000).toISOString());
};

/** Asks for a code and reads the message. */
async function codeFor(phone: string): Promise<string> {
  const answer = await here.nobody.post('/api/v1/sign-in/codes', { phone });
  expect(answer.statusCode).toBe(202);
  const sent = here.sentCodes.at(-1);
  expect(sent?.phone).toBe(phone);
  return sent?.code ?? '';
}

const signIn = (body: object) => here.nobody.post('/api/v1/sign-in/sessions', body);
const other = (code: string) => String((Number(code) + 1) % 1_000_000).padStart(6, '0');

/** The browser that got this answer, from now on. */
function browserOf(answer: Awaited<ReturnType<typeof signIn>>): Asking {
  const [cookie] = answer.cookies;
  return here.asking(`${cookie?.name}=${cookie?.value}`);
}

describe('a carer signs in by phone', () => {
  test('with the code from the message, and is who the roster says', async () => {
    const phone = newPhone();
    const mother = await here.people.adult('李梅', phone);
    const code = await codeFor(phone);
    expect(code).toMatch(/^\d{6}$/);
    const answer = await signIn({ phone, code });
    expect(answer.statusCode).toBe(201);
    expect(answer.json()).toMatchObject({ person: { id: mother, name: '李梅' }, strength: 'code' });
    const cookie = String(answer.headers['set-cookie']);
    expect(cookie).toContain('HttpOnly');
    expect(cookie).toContain('SameSite=Lax');
    expect(cookie).toContain('Path=/');
    const devices = await browserOf(answer).get('/api/v1/sign-in/sessions');
    expect(devices.json().items).toMatchObject([{ is_this: true }]);
  });

  test('but never twice with one code', async () => {
    const phone = newPhone();
    await here.people.adult('王芳', phone);
    const code = await codeFor(phone);
    expect((await signIn({ phone, code })).statusCode).toBe(201);
    const again = await signIn({ phone, code });
    expect(again.statusCode).toBe(401);
    expect(again.json().code).toBe('sign-in.code-wrong');
  });
});
