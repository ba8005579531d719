import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { type Asking, makeTestApp, type TestApp } from '../../testing/test-app.ts';

const VERIFY = '/api/v1/clients/certificate-verifications';
const FORM = 'application/x-www-form-urlencoded';

let here: TestApp;
let officer: Asking;
let principal: Asking;
let client: { client_id: string; client_secret: string };

beforeAll(async () => {
  here = await makeTestApp();
  const { people } = here;
  const { school } = await people.school('麓湖小学');
  const one = await people.adult('周主任');
  await people.post(one, 'district-officer', people.top);
  officer = await here.as(one);
  const other = await people.adult('吴校长');
  await people.post(other, 'principal', school);
  principal = await here.as(other);
});

beforeEach(async () => {
  here.clock.set('2026-10-14T01:00:00Z');
  await here.pool.query('delete from tianfu.allowances_used');
  client = await register();
});

const wanted = {
  name: '招生系统',
  organisation: '招生办',
  contact: '李工',
  scopes: ['certificates.verify'],
};

async function register(headers = {}) {
  const answer = await officer.post('/api/v1/clients', wanted, headers);
  expect(answer.statusCode, answer.body).toBe(201);
  return answer.json<typeof client>();
}

interface Ask {
  readonly basic?: string | undefined;
  readonly form: Readonly<Record<string, string>>;
  readonly url?: string;
}

async function oauth({ basic, form, url = '/oauth/token' }: Ask) {
  const authorization = basic && `Basic ${Buffer.from(basic).toString('base64')}`;
  return here.app.inject({
    ...{ method: 'POST', url, payload: new URLSearchParams(form).toString() },
    headers: { 'content-type': FORM, ...(authorization && { authorization }) },
  });
}

const basicOf = ({ client_id, client_secret } = client) => `${client_id}:${client_secret}`;
const grant = { grant_type: 'client_credentials' };

async function token(of = client): Promise<string> {
  const answer = await oauth({ basic: basicOf(of), form: grant });
  return answer.json<{ access_token: string }>().access_token;
}

async function opens(bearer: string): Promise<number> {
  const body = { certificates: [{ token: 'x'.repeat(40) }] };
  return (await here.nobody.post(VERIFY, body, { authorization: `Bearer ${bearer}` })).statusCode;
}

async function versionOf({ client_id } = client): Promise<{ 'if-match': string }> {
  const { headers } = await officer.get(`/api/v1/clients/${client_id}`);
  return { 'if-match': String(headers.etag) };
}

describe('a client proves itself by its secret (RFC 6749, 4.4)', () => {
  test('and gets a token of its scopes for fifteen minutes, which nobody keeps', async () => {
    const answer = await oauth({ basic: basicOf(), form: grant });
    expect(answer.statusCode).toBe(200);
    expect(answer.headers['cache-control']).toBe('no-store');
    expect(answer.json()).toEqual({
      access_token: expect.stringMatching(/^gongyu_at_[\w-]{43}$/),
      ...{ token_type: 'Bearer', expires_in: 900, scope: 'certificates.verify' },
    });
    expect(await opens(answer.json().access_token)).toBe(200);
    here.clock.set(new Date(here.clock().getTime() + 901_000).toISOString());
    expect(await opens(answer.json().access_token)).toBe(401);
  });

  test('the secret may stand in the body', async () => {
    const answer = await oauth({ form: { ...client, ...grant } });
    expect(answer.statusCode).toBe(200);
  });

  test.each([
    ['no credentials', () => ({ form: grant }), 401, 'invalid_client'],
    [
      'a wrong secret',
      () => ({ basic: `${client.client_id}:no`, form: grant }),
      401,
      'invalid_client',
    ],
    [
      'an unknown client',
      () => ({ basic: `no:${client.client_secret}`, form: grant }),
      401,
      'invalid_client',
    ],
    ['no grant type', () => ({ basic: basicOf(), form: {} }), 400, 'invalid_request'],
    [
      'another grant',
      () => ({ basic: basicOf(), form: { grant_type: 'password' } }),
      400,
      'unsupported_grant_type',
    ],
    [
      'a scope it lacks',
      () => ({ basic: basicOf(), form: { ...grant, scope: 'students.read' } }),
      400,
      'invalid_scope',
    ],
  ] as const)('%s is refused as OAuth says', async (_, ask, status, error) => {
    const answer = await oauth(ask());
    expect(answer.statusCode).toBe(status);
    expect(answer.json()).toEqual({ error, error_description: expect.any(String) });
    if (status === 401) expect(answer.headers['www-authenticate']).toContain('Basic');
  });

  test('a body that is no form is refused in OAuth’s words too', async () => {
    const answer = await here.nobody.post('/oauth/token', grant);
    expect(answer.statusCode).toBe(400);
    expect(answer.json()).toMatchObject({ error: 'invalid_request' });
  });

  test('a network that tries too often waits', async () => {
    for (let turn = 0; turn < 120; turn += 1) await oauth({ form: {} });
    const answer = await oauth({ basic: basicOf(), form: grant });
    expect(answer.statusCode).toBe(429);
    expect(Number(answer.headers['retry-after'])).toBeGreaterThan(0);
  });

  test('what it needs to know stands at the well-known address (RFC 8414)', async () => {
    const answer = await here.nobody.get('/.well-known/oauth-authorization-server');
    expect(answer.json()).toMatchObject({
      issuer: 'http://localhost:3000',
      token_endpoint: 'http://localhost:3000/oauth/token',
      grant_types_supported: ['client_credentials'],
    });
  });

  test('a token opens nothing else; without one the answer says which kind is wanted', async () => {
    const bearer = { authorization: `Bearer ${await token()}` };
    const other = await here.app.inject({ url: '/api/v1/students', headers: bearer });
    expect(other.statusCode).toBe(401);
    const without = await here.nobody.post(VERIFY, { certificates: [] });
    expect(without.statusCode).toBe(401);
    expect(without.headers['www-authenticate']).toBe('Bearer realm="gongyu"');
    expect(without.headers['content-type']).toContain('problem+json');
  });

  test('a client gives its token back, never another’s', async () => {
    const [own, others] = [await token(), await token(await register())];
    const revoke = (one: string) =>
      oauth({ basic: basicOf(), form: { token: one }, url: '/oauth/revoke' });
    expect((await revoke(others)).statusCode).toBe(200);
    expect((await revoke(own)).statusCode).toBe(200);
    expect([await opens(own), await opens(others)]).toEqual([401, 200]);
  });
});

describe('the district lets clients in', () => {
  test('and sees who they are, never the secret; the database has neither secret nor token', async () => {
    await token();
    const list = await officer.get('/api/v1/clients');
    expect(list.body).not.toContain(client.client_secret);
    expect(list.json<{ items: object[] }>().items).toContainEqual(
      expect.objectContaining({ id: client.client_id, made_by_name: '周主任', last_used_at: null }),
    );
    const { rows } = await here.pool.query<{ all: string }>(
      `select (select json_agg(one)::text from tianfu.client_secrets as one)
              || (select json_agg(one)::text from tianfu.client_tokens as one) as all`,
    );
    expect(rows[0]?.all).not.toContain('gongyu_');
  });

  test('a request that is sent twice registers once, and shows the secret once', async () => {
    const again = { 'idempotency-key': 'register-once' };
    const [first, second] = [await register(again), await register(again)];
    expect(second).toEqual({ client_id: first.client_id, client_secret: null });
    const { rows } = await here.pool.query(
      'select from tianfu.idempotency_keys where answer::text like $1',
      ['%gongyu_%'],
    );
    expect(rows).toEqual([]);
  });

  test('another secret: the former lasts a week', async () => {
    const before = await token();
    const url = `/api/v1/clients/${client.client_id}/secrets`;
    const made = await officer.post(url, { former: 'lasts-a-week' }, await versionOf());
    const next = made.json<typeof client>();
    expect(next.client_secret).not.toBe(client.client_secret);
    expect((await oauth({ basic: basicOf(), form: grant })).statusCode).toBe(200);
    expect((await oauth({ basic: basicOf(next), form: grant })).statusCode).toBe(200);
    expect(await opens(before)).toBe(200);
    here.clock.set(new Date(here.clock().getTime() + 8 * 86_400_000).toISOString());
    expect((await oauth({ basic: basicOf(), form: grant })).statusCode).toBe(401);
    expect((await oauth({ basic: basicOf(next), form: grant })).statusCode).toBe(200);
  });

  test('or, where it has leaked, ends now with every token', async () => {
    const before = await token();
    const url = `/api/v1/clients/${client.client_id}/secrets`;
    await officer.post(url, { former: 'ends-now' }, await versionOf());
    expect((await oauth({ basic: basicOf(), form: grant })).statusCode).toBe(401);
    expect(await opens(before)).toBe(401);
  });

  test('revoked, it is shut out at once and for good, with the reason', async () => {
    const before = await token();
    const url = `/api/v1/clients/${client.client_id}`;
    const stale = await versionOf();
    const gone = await officer.post(`${url}/revocation`, { reason: '合同到期' }, stale);
    expect(gone.json()).toMatchObject({ revoked_reason: '合同到期', secrets: [expect.anything()] });
    expect(await opens(before)).toBe(401);
    expect((await oauth({ basic: basicOf(), form: grant })).statusCode).toBe(401);
    const secret = { former: 'ends-now' };
    expect((await officer.post(`${url}/secrets`, secret, stale)).statusCode).toBe(412);
    expect((await officer.post(`${url}/secrets`, secret, await versionOf())).statusCode).toBe(409);
  });

  test('nobody else does: not a principal, not a client', async () => {
    expect((await principal.get('/api/v1/clients')).statusCode).toBe(403);
    expect((await principal.post('/api/v1/clients', wanted)).statusCode).toBe(403);
    const bearer = { authorization: `Bearer ${await token()}` };
    expect((await here.nobody.post('/api/v1/clients', wanted, bearer)).statusCode).toBe(401);
  });
});
