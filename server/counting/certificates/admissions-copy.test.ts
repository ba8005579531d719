import { createHash } from 'node:crypto';
import { beforeAll, describe, expect, test } from 'vitest';
import { type Asking, makeTestApp, type TestApp } from '../../testing/test-app.ts';
import { certifiedFamily, settleCertificates } from './testing/certified-families.ts';

let here: TestApp;
let officer: Asking;
let mother: Asking;
let id: string;

beforeAll(async () => {
  here = await makeTestApp({ at: '2026-11-01T02:00:00Z' });
  const { people } = here;
  const { school, schoolClass } = await people.school('麓湖小学');
  const person = await people.adult('周主任');
  await people.post(person, 'district-officer', people.top);
  officer = await here.as(person);
  const principal = await people.adult('吴校长');
  await people.post(principal, 'principal', school);
  const { child, carer } = await certifiedFamily(here, '李一', schoolClass);
  await here.pool.query(`update tianfu.students set id_number_last_four = '123X' where id = $1`, [
    child,
  ]);
  await settleCertificates(here);
  mother = await here.as(carer);
  const list = await mother.get('/api/v1/carer/certificates');
  id = list.json<{ items: { id: string }[] }>().items[0]?.id ?? '';
});

async function copyShowing(...show: string[]): Promise<string> {
  const answer = await mother.post(`/api/v1/certificates/${id}/admissions-copies`, { show });
  expect(answer.statusCode, answer.body).toBe(201);
  const { copy, link } = answer.json<{ copy: string; link: string }>();
  expect(link).toBe(`http://localhost:3000/verify#${copy}`);
  return copy;
}

const check = (copy: string) => here.nobody.post('/api/v1/public/admissions-copy-checks', { copy });

interface Checked {
  readonly verdict: string;
  readonly withheld: number;
  readonly fields: { readonly key: string; readonly value: { readonly zh: string } }[];
}

async function shownBy(copy: string) {
  const answer = await check(copy);
  expect(answer.statusCode, answer.body).toBe(200);
  const { fields, ...rest } = answer.json<Checked>();
  return { ...rest, fields: Object.fromEntries(fields.map(({ key, value }) => [key, value.zh])) };
}

const decoded = (part = '') => Buffer.from(part, 'base64url').toString('utf8');

describe('a copy that shows less', () => {
  test('says that the score was reached, and nothing of whose it is unless the family chose', async () => {
    const copy = await copyShowing();
    const told = await shownBy(copy);
    expect(told).toMatchObject({ verdict: 'valid', withheld: 5, fields: { score: '已达到要求' } });
    const everything = copy.split(/[.~]/).map(decoded).join('\n');
    for (const secret of ['李一', '123X', '麓湖小学', 'TF-2026']) {
      expect(everything).not.toContain(secret);
      expect(JSON.stringify(told)).not.toContain(secret);
    }
  });

  test('shows what was chosen, and no more', async () => {
    const told = await shownBy(await copyShowing('child_name', 'school'));
    expect(told).toMatchObject({
      ...{ verdict: 'valid', withheld: 3 },
      fields: { child_name: '李一', school: '麓湖小学' },
    });
    expect(Object.keys(told.fields)).not.toContain('number');
    const all = ['child_name', 'id_number_last_four', 'school', 'number', 'points'];
    const full = await shownBy(await copyShowing(...all));
    expect(full).toMatchObject({ withheld: 0, fields: { id_number_last_four: '123X' } });
    expect(Number(full.fields.points)).toBeGreaterThan(0);
  });

  test('is an SD-JWT as RFC 9901 has it: salted hashes, no two copies alike', async () => {
    const [one, other] = [await copyShowing('child_name'), await copyShowing('child_name')];
    const [jwt = '', disclosure = '', end] = one.split('~');
    const [header, payload] = jwt.split('.').map(decoded);
    expect(JSON.parse(header ?? '')).toMatchObject({ typ: 'dc+sd-jwt', alg: 'EdDSA' });
    const { _sd, _sd_alg, vct } = JSON.parse(payload ?? '');
    expect([_sd.length, _sd_alg, end]).toEqual([5, 'sha-256', '']);
    expect(vct).toContain('admissions-copy');
    expect(_sd).toContain(createHash('sha256').update(disclosure).digest('base64url'));
    expect(JSON.parse(decoded(disclosure)).slice(1)).toEqual(['child_name', '李一']);
    const hashesOf = (copy: string) => JSON.parse(decoded(copy.split('.')[1]))._sd;
    for (const hash of hashesOf(other)) expect(_sd).not.toContain(hash);
  });

  test('whoever holds it may show less of it, never more or other', async () => {
    const copy = await copyShowing('child_name', 'school');
    const [jwt = '', ...disclosures] = copy.split('~').filter(Boolean);
    expect((await shownBy(`${jwt}~`)).withheld).toBe(5);
    const [first = ''] = disclosures;
    const [salt, name] = JSON.parse(decoded(first));
    const forge = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url');
    for (const forged of [
      `${jwt}~${forge([salt, name, '王二'])}~`,
      `${jwt}~${forge(['salt', 'points', '9999'])}~`,
      `${jwt}~${first}~${first}~`,
      `${jwt}~${first}`,
      jwt,
      copy.replace('.', '.A'),
      `${jwt.slice(0, -6)}AAAAAA~`,
    ]) {
      expect((await check(forged)).statusCode, forged).toBe(422);
    }
  });

  test('is made by the family alone, and of a certificate that holds', async () => {
    const url = `/api/v1/certificates/${id}/admissions-copies`;
    expect((await officer.post(url, { show: [] })).statusCode).toBe(404);
    expect((await here.nobody.post(url, { show: [] })).statusCode).toBe(401);
    expect((await mother.post(url, { show: ['phone'] })).statusCode).toBe(400);
    const copy = await copyShowing('child_name');
    const etag = String((await officer.get(`/api/v1/certificates/${id}`)).headers.etag);
    const why = { decision: 'contest', reason: '核查材料' };
    await officer.post(`/api/v1/certificates/${id}/decision`, why, { 'if-match': etag });
    expect((await check(copy)).json()).toMatchObject({ verdict: 'invalid', state: 'suspended' });
    expect((await mother.post(url, { show: [] })).statusCode).toBe(409);
  });

  test('ends with the certificate', async () => {
    const another = await makeTestApp({ at: '2026-11-01T02:00:00Z' });
    const { schoolClass } = await another.people.school('云溪小学');
    const { carer } = await certifiedFamily(another, '王二', schoolClass);
    await settleCertificates(another);
    const father = await another.as(carer);
    const list = await father.get('/api/v1/carer/certificates');
    const [one] = list.json<{ items: { id: string }[] }>().items;
    const made = await father.post(`/api/v1/certificates/${one?.id}/admissions-copies`, {
      show: [],
    });
    another.clock.set('2036-01-01T00:00:00Z');
    const { copy } = made.json<{ copy: string }>();
    const told = await another.nobody.post('/api/v1/public/admissions-copy-checks', { copy });
    expect(told.json()).toMatchObject({ verdict: 'invalid' });
  });
});
