import type { Type } from 'typebox';
import { beforeAll, describe, expect, test } from 'vitest';
import { newId } from '../../platform/index.ts';
import { type Asking, makeTestApp, type TestApp } from '../../testing/test-app.ts';
import type { BulkVerified } from './shapes.ts';
import { certifiedFamily, settleCertificates } from './testing/certified-families.ts';

const VERIFY = '/api/v1/clients/certificate-verifications';

let here: TestApp;
let officer: Asking;
let mother: Asking;
let child: string;
let certificate: { id: string; number: string; verify_link: string; version: number };
let client: { client_id: string; client_secret: string };

beforeAll(async () => {
  here = await makeTestApp({ at: '2026-11-01T02:00:00Z' });
  const { people } = here;
  const { schoolClass } = await people.school('麓湖小学');
  const person = await people.adult('周主任');
  await people.post(person, 'district-officer', people.top);
  officer = await here.as(person);
  const family = await certifiedFamily(here, '阿依古丽·买买提', schoolClass);
  child = family.child;
  await here.pool.query(`update tianfu.students set id_number_last_four = '123X' where id = $1`, [
    child,
  ]);
  await settleCertificates(here);
  mother = await here.as(family.carer);
  const mine = await mother.get('/api/v1/carer/certificates');
  certificate = mine.json<{ items: (typeof certificate)[] }>().items[0] as typeof certificate;
  client = await register('招生系统');
});

async function register(name: string) {
  const answer = await officer.post('/api/v1/clients', {
    ...{ name, organisation: '区教育局招生办', contact: '李工 028-0000' },
    scopes: ['certificates.verify'],
  });
  expect(answer.statusCode).toBe(201);
  return answer.json<typeof client>();
}

async function tokenOf({ client_id, client_secret } = client): Promise<string> {
  const basic = Buffer.from(`${client_id}:${client_secret}`).toString('base64');
  const answer = await here.app.inject({
    method: 'POST',
    url: '/oauth/token',
    headers: {
      authorization: `Basic ${basic}`,
      'content-type': 'application/x-www-form-urlencoded',
    },
    payload: 'grant_type=client_credentials',
  });
  return answer.json<{ access_token: string }>().access_token;
}

async function verify(certificates: object[], token?: string) {
  const bearer = token ?? (await tokenOf());
  return here.nobody.post(VERIFY, { certificates }, { authorization: `Bearer ${bearer}` });
}

async function outcomesOf(...certificates: object[]) {
  const answer = await verify(certificates);
  expect(answer.statusCode, answer.body).toBe(200);
  return answer.json<Type.Static<typeof BulkVerified>>().items;
}

const details = { child_name: '阿依古丽·买买提', id_number_last_four: '123x' };

describe('an admissions system verifies certificates', () => {
  test('by number with name and last four, by the QR, and by the credential in either dress', async () => {
    const credential = (
      await mother.get(`/api/v1/certificates/${certificate.id}/credential`)
    ).json();
    const jwt = (await mother.get(`/api/v1/certificates/${certificate.id}/credential-jwt`)).payload;
    const items = await outcomesOf(
      { reference: 'a-1', number: certificate.number.toLowerCase(), ...details },
      { token: certificate.verify_link },
      { token: certificate.verify_link.split('#')[1] },
      { credential },
      { credential: jwt },
    );
    expect(items.map(({ outcome }) => outcome)).toEqual(Array(5).fill('valid'));
    expect(items[0]).toMatchObject({
      reference: 'a-1',
      certificate: { number: certificate.number, child_name: '阿依古丽·买买提' },
    });
    for (const { checks } of items) {
      expect(checks.map(({ key, outcome }) => `${key} ${outcome}`)).toEqual([
        ...['shape passed', 'contexts passed', 'signature passed', 'issuer passed'],
        ...['dates passed', 'revoked passed', 'suspended passed'],
      ]);
    }
  });

  test('a middle dot or a space more or less is the same name', async () => {
    const [one] = await outcomesOf({
      number: certificate.number,
      ...{ child_name: ' 阿依古丽 • 买买提', id_number_last_four: '123X' },
    });
    expect(one?.outcome).toBe('valid');
  });

  test('whoever knows only the number learns nothing: not the name, not how it stands', async () => {
    const items = await outcomesOf(
      { number: certificate.number, ...details, child_name: '王二' },
      { number: certificate.number, ...details, id_number_last_four: '1234' },
      { token: certificate.verify_link, child_name: '王二' },
    );
    for (const item of items) {
      expect(item).toMatchObject({ outcome: 'details-differ', checks: [], certificate: null });
      expect(JSON.stringify(item)).not.toContain('买买提');
    }
    const alone = await verify([{ number: certificate.number }]);
    expect(alone.statusCode).toBe(400);
    expect(alone.json()).toMatchObject({
      fields: [
        { field: 'certificates.0.child_name' },
        { field: 'certificates.0.id_number_last_four' },
      ],
    });
  });

  test('what was edited, made up or never issued is told apart', async () => {
    const credential = (
      await mother.get(`/api/v1/certificates/${certificate.id}/credential`)
    ).json<{
      credentialSubject: { identifier: { identityHash: string }[] };
    }>();
    const edited = structuredClone(credential);
    (edited.credentialSubject.identifier[0] as { identityHash: string }).identityHash = '王二';
    const items = await outcomesOf(
      { credential: edited },
      { credential: { id: 'urn:uuid:1' } },
      { credential: 'not a jwt' },
      { token: `${certificate.verify_link.slice(0, -4)}AAAA` },
      { number: 'TF-2026-999999', ...details },
    );
    expect(items.map(({ outcome }) => outcome)).toEqual([
      ...['signature-broken', 'unreadable', 'unreadable', 'link-forged', 'not-found'],
    ]);
  });

  test('the family sees which system asked, and the district how often', async () => {
    const reads = await mother.get(`/api/v1/students/${child}/reads`);
    expect(reads.json<{ items: object[] }>().items[0]).toMatchObject({
      reader_name: '招生系统（区教育局招生办）',
      role_name: { zh: '对接系统' },
      what: 'verification',
    });
    const file = await officer.get(`/api/v1/clients/${client.client_id}`);
    const { calls } = file.json<{ calls: { asked: number; granted: number }[] }>();
    expect(calls).toContainEqual({ at: here.clock().toISOString(), asked: 5, granted: 5 });
    expect(calls).toContainEqual({ at: here.clock().toISOString(), asked: 3, granted: 0 });
  });

  test('so does a list on the desk: one code verifies both, and both are written down', async () => {
    const lines = [
      { number: certificate.number, child_name: '阿依古丽·买买提' },
      { number: `${certificate.verify_link.slice(0, -4)}AAAA` },
    ];
    const answer = await officer.post('/api/v1/certificate-verifications', { lines });
    expect(answer.json()).toMatchObject({
      lines: [{ outcome: 'valid', id_number_last_four: '123X' }, { outcome: 'link-forged' }],
    });
    const reads = await mother.get(`/api/v1/students/${child}/reads`);
    expect(reads.json()).toMatchObject({
      items: expect.arrayContaining([
        expect.objectContaining({ reader_name: '周主任', what: 'verification' }),
      ]),
    });
  });

  test('what the district decides is known at the next question, with its reason', async () => {
    const etag = (await officer.get(`/api/v1/certificates/${certificate.id}`)).headers.etag;
    const decided = await officer.post(
      `/api/v1/certificates/${certificate.id}/decision`,
      { decision: 'revoke', reason: '材料不实' },
      { 'if-match': String(etag) },
    );
    expect(decided.statusCode).toBe(200);
    const [one] = await outcomesOf({ number: certificate.number, ...details });
    expect(one?.outcome).toBe('revoked');
    expect(one?.checks.find(({ key }) => key === 'revoked')?.outcome).toBe('failed');
  });

  test('a thousand at once, not one more; and sixty requests a minute of one client', async () => {
    const many = Array.from({ length: 1001 }, () => ({ number: 'TF-2026-000000', ...details }));
    expect((await verify(many)).statusCode).toBe(400);
    const other = await register('另一个系统');
    const token = await tokenOf(other);
    const one = [{ number: newId(), ...details }];
    for (let call = 0; call < 60; call += 1) {
      expect((await verify(one, token)).statusCode).toBe(200);
    }
    const refused = await verify(one, token);
    expect(refused.statusCode).toBe(429);
    expect(Number(refused.headers['retry-after'])).toBeGreaterThan(0);
    expect((await verify(one)).statusCode).toBe(200);
  });
});
