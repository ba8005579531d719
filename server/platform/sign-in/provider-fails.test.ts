import { beforeAll, expect, test } from 'vitest';
import { makeTestApp, type TestApp } from '../../testing/test-app.ts';
import { MessageNotSent } from '../messages/index.ts';
import { newPhone, outcome } from './testing/at-the-door.ts';

let here: TestApp;
const tried: string[] = [];
let isDown = true;

beforeAll(async () => {
  here = await makeTestApp({
    messages: {
      async sendCode(_phone, code) {
        tried.push(code);
        if (isDown) throw new MessageNotSent('provider', 'isv.OUT_OF_SERVICE', 'no money left');
      },
    },
  });
});

test('when the provider fails the person may ask again at once, and the code that never came is dead', async () => {
  const phone = newPhone();
  await here.people.adult('李梅', phone);
  const ask = () => here.nobody.post('/api/v1/sign-in/codes', { phone });
  const failed = await ask();
  expect(outcome(failed)).toBe('502 sign-in.code-not-sent');
  expect(failed.body).not.toContain('OUT_OF_SERVICE');
  const lost = await here.nobody.post('/api/v1/sign-in/sessions', { phone, code: tried[0] });
  expect(outcome(lost)).toBe('401 sign-in.code-wrong');
  isDown = false;
  expect(outcome(await ask())).toBe('202');
  const came = await here.nobody.post('/api/v1/sign-in/sessions', { phone, code: tried[1] });
  expect(outcome(came)).toBe('201');
});
