import { beforeAll, describe, expect, test } from 'vitest';
import { newPhone, outcome } from '../../platform/sign-in/testing/at-the-door.ts';
import { makeTestApp, type TestApp } from '../../testing/test-app.ts';

let here: TestApp;

beforeAll(async () => {
  here = await makeTestApp();
});

describe('one’s own page', () => {
  test('of a mother of two in two schools names both children and no post', async () => {
    const [one, two] = [await here.people.school('东小学'), await here.people.school('西小学')];
    const mother = await here.people.adult('李梅', newPhone());
    const older = await here.people.student('甲', one.schoolClass);
    const younger = await here.people.student('乙', two.schoolClass);
    await here.people.guardianship(mother, older, '52');
    await here.people.guardianship(mother, younger, '52');
    const me = (await (await here.as(mother, { strength: 'code' })).get('/api/v1/me')).json();
    expect(me).toMatchObject({
      person: { id: mother, name: '李梅' },
      kind: 'adult',
      language: 'zh-CN',
      type_size: 'normal',
      posts: [],
      still_to_prove: null,
      district: { id: 'tianfu', name_zh: '四川天府新区' },
    });
    const schools = me.children.map((child: { school_name: string }) => child.school_name);
    expect(schools.sort()).toEqual(['东小学', '西小学']);
    expect(me.capabilities).toContain('activities.sign-up');
    expect(me.capabilities).not.toContain('activities.arrange');
  });

  test('of a teacher who is a mother too: by the phone the mother, with everything proven both', async () => {
    const { schoolClass } = await here.people.school('南小学');
    const person = await here.people.adult('周老师', newPhone());
    const child = await here.people.student('丙', schoolClass);
    await here.people.guardianship(person, child);
    await here.people.post(person, 'class-teacher', schoolClass);
    const page = async (strength: 'code' | 'password') =>
      (await (await here.as(person, { strength })).get('/api/v1/me')).json();
    const mother = await page('code');
    expect([mother.posts.length, mother.children.length]).toEqual([0, 1]);
    expect(mother.still_to_prove).toBe('password');
    const both = await page('password');
    expect(both.posts).toMatchObject([
      { role: 'class-teacher', role_name: { zh: '班主任' }, organisation: { kind: 'class' } },
    ]);
    expect(both.children.length).toBe(1);
  });

  test('of a student is theirs', async () => {
    const { schoolClass } = await here.people.school('北小学');
    const student = await here.people.student('丁', schoolClass);
    const browser = await here.as(student, { kind: 'student' });
    expect((await browser.get('/api/v1/me')).json()).toMatchObject({
      person: { id: student, name: '丁' },
      kind: 'student',
      children: [],
    });
    expect(outcome(await browser.patch('/api/v1/me', { type_size: 'large' }))).toBe(
      '403 http.not-allowed',
    );
  });

  test('is for the signed in', async () => {
    expect(outcome(await here.nobody.get('/api/v1/me'))).toBe('401 http.not-signed-in');
  });
});

describe('language and type size', () => {
  test('stay with the person, whatever phone they take', async () => {
    const grandmother = await here.people.adult('刘外婆', newPhone());
    const one = await here.as(grandmother);
    const change = await one.patch('/api/v1/me', { type_size: 'large' });
    expect(change.json()).toMatchObject({ type_size: 'large', language: 'zh-CN' });
    const other = await here.as(grandmother);
    await other.patch('/api/v1/me', { language: 'en' });
    expect((await one.get('/api/v1/me')).json()).toMatchObject({
      type_size: 'large',
      language: 'en',
    });
  });

  test('are of those that there are', async () => {
    const browser = await here.as(await here.people.adult('李梅'));
    for (const wrong of [{}, { language: 'fr' }, { type_size: 'huge' }, { name: '别名' }]) {
      expect(outcome(await browser.patch('/api/v1/me', wrong))).toBe('400 http.bad-request');
    }
  });
});
