import { beforeAll, describe, expect, test } from 'vitest';
import { createStaffAccount, resetAuthenticator } from './directory/index.ts';
import { refuseDemoPersonas } from './personas.ts';
import { PublicError, setPersonas } from './platform/index.ts';
import { atTheDoor, browserOf, newPhone, outcome } from './platform/sign-in/testing/at-the-door.ts';
import { makeTestApp, type TestApp } from './testing/test-app.ts';

const program = { person: null, reach: 'all' } as const;

let demo: TestApp;
let production: TestApp;

beforeAll(async () => {
  demo = await makeTestApp({ personas: true });
  production = await makeTestApp();
});

describe('the demo’s people', () => {
  test('sign in by one press, with everything proven, and a second cast replaces the first', async () => {
    const { school, schoolClass } = await demo.people.school('第一小学');
    const principal = await demo.people.adult('校长甲');
    await demo.people.post(principal, 'principal', school);
    const student = await demo.people.student('学生乙', schoolClass);
    const cast = [
      { persona: 'principal', person: principal, kind: 'adult' },
      { persona: 'student', person: student, kind: 'student' },
    ] as const;
    for (const _ of [1, 2]) {
      await demo.database.write(program, (transaction) => setPersonas(transaction, cast));
    }
    const { personas } = (await demo.nobody.get('/api/v1/demo/personas')).json();
    expect(personas).toEqual([
      { persona: 'student', name: '学生乙', title_zh: '学生', title_en: 'Student', home: '/app/' },
      {
        persona: 'principal',
        name: '校长甲',
        title_zh: '校长',
        title_en: 'Principal',
        home: '/desk/',
      },
    ]);
    const answer = await demo.nobody.post('/api/v1/demo/sign-in', { persona: 'principal' });
    const me = (await browserOf(demo, answer).get('/api/v1/me')).json();
    expect(me).toMatchObject({ person: { id: principal }, still_to_prove: null });
    expect(me.posts).toMatchObject([{ role: 'principal' }]);
    const pupil = await demo.nobody.post('/api/v1/demo/sign-in', { persona: 'student' });
    expect((await browserOf(demo, pupil).get('/api/v1/me')).json().kind).toBe('student');
  });

  test('whom nobody plays are not found', async () => {
    for (const persona of ['teacher', 'nobody', '']) {
      const answer = await demo.nobody.post('/api/v1/demo/sign-in', { persona });
      expect(outcome(answer)).toBe('404 http.not-found');
    }
  });

  test('are not there in production, which refuses a database that has any', async () => {
    expect(outcome(await production.nobody.get('/api/v1/demo/personas'))).toBe(
      '404 http.not-found',
    );
    const press = await production.nobody.post('/api/v1/demo/sign-in', { persona: 'carer' });
    expect(outcome(press)).toBe('404 http.not-found');
    await expect(refuseDemoPersonas(production.district)).resolves.toBeUndefined();
    const person = await production.people.adult('张三');
    await production.database.write(program, (transaction) =>
      setPersonas(transaction, [{ persona: 'carer', person, kind: 'adult' }]),
    );
    await expect(refuseDemoPersonas(production.district)).rejects.toThrow(PublicError);
  });
});

describe('the first officer of a district', () => {
  test('is made from the shell, once, and signs in by phone to set a password', async () => {
    const phone = newPhone();
    const officer = { name: '何局', phone, role: 'district-officer' } as const;
    const person = await createStaffAccount(production.district, officer);
    expect(await createStaffAccount(production.district, officer)).toBe(person);
    const browser = await atTheDoor(production).comeInByPhone(phone);
    expect((await browser.get('/api/v1/me')).json()).toMatchObject({
      person: { id: person, name: '何局' },
      still_to_prove: 'password',
    });
    const { rows } = await production.pool.query(
      'select count(*) from tianfu.posts where person_id = $1',
      [person],
    );
    expect(rows[0].count).toBe(1);
  });

  test('who lost the authenticator sets up another, after the operator took the old one away', async () => {
    const phone = newPhone();
    const officer = { name: '何局', phone, role: 'district-officer' } as const;
    const person = await createStaffAccount(production.district, officer);
    const browser = await atTheDoor(production).comeInByPhone(phone);
    await browser.put('/api/v1/sign-in/password', { password: '竹林 小桥 流水 人家' });
    await production.pool.query(
      'update tianfu.accounts set totp_sealed = $1 where person_id = $2',
      [production.district.sealing.seal('totp', 'A'.repeat(32)), person],
    );
    expect(outcome(await browser.post('/api/v1/sign-in/totp'))).toBe('403 sign-in.proof-needed');
    expect(await resetAuthenticator(production.district, { name: '别人', phone })).toBe(0);
    expect(await resetAuthenticator(production.district, officer)).toBe(1);
    expect(outcome(await browser.post('/api/v1/sign-in/totp'))).toBe('201');
  });

  test('is not made with half a phone, or at a place that is not there', async () => {
    const officer = { name: '何局', phone: '12345', role: 'district-officer' } as const;
    await expect(createStaffAccount(production.district, officer)).rejects.toThrow('12345');
    const nowhere = { ...officer, phone: newPhone(), organisation: 'nowhere' };
    await expect(createStaffAccount(production.district, nowhere)).rejects.toThrow('nowhere');
  });
});
