import { execFile } from 'node:child_process';
import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { base64url, compactVerify, importJWK } from 'jose';
import { beforeAll, expect, test } from 'vitest';
import { type DidDocument, publicKeyOfMultikey } from '../../platform/signing/index.ts';
import { type Asking, makeTestApp, type TestApp } from '../../testing/test-app.ts';
import { credentialBytes } from './credential/index.ts';
import { credentialIn, signatureIn } from './credential/testing/read-paper.ts';
import { certifiedFamily, settleCertificates } from './testing/certified-families.ts';

let here: TestApp;
let mother: Asking;
let certificate: string;

beforeAll(async () => {
  here = await makeTestApp({
    at: '2026-11-01T02:00:00Z',
    changePlan: (plan) => ({ ...plan, sm2Signature: true }),
  });
  const { schoolClass } = await here.people.school('麓湖小学');
  const { carer } = await certifiedFamily(here, '李一', schoolClass);
  await settleCertificates(here);
  mother = await here.as(carer);
  const answer = await mother.get('/api/v1/carer/certificates');
  certificate = answer.json<{ items: { id: string }[] }>().items[0]?.id ?? '';
});

test('a family downloads the certificate as vc+jwt; anyone checks it by the district’s DID document', async () => {
  const answer = await mother.get(`/api/v1/certificates/${certificate}/credential-jwt`);
  expect(answer.headers['content-type']).toBe('application/vc+jwt');
  const did = (await here.nobody.get('/.well-known/did.json')).json<DidDocument>();
  const [method] = did.verificationMethod;
  const x = base64url.encode(await publicKeyOfMultikey(method?.publicKeyMultibase ?? ''));
  const key = await importJWK({ kty: 'OKP', crv: 'Ed25519', x }, 'EdDSA');
  const { payload, protectedHeader } = await compactVerify(answer.payload, key);
  expect(protectedHeader).toMatchObject({ typ: 'vc+jwt', kid: method?.id });
  expect(JSON.parse(new TextDecoder().decode(payload))).toMatchObject({
    id: `urn:uuid:${certificate}`,
    issuer: { id: did.id },
  });
});

/** By the machine's OpenSSL, as docs/sm2.md says it by hand. */
async function opensslSays(pem: string, bytes: Buffer, signature: Buffer): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'gongyu-sm2-'));
  const file = (name: string) => join(folder, name);
  await writeFile(file('sm2-key.pem'), pem);
  await writeFile(file('certificate.json'), bytes);
  await writeFile(file('certificate.json.sm2'), signature);
  const words = ['pkeyutl', '-verify', '-rawin', '-digest', 'sm3'];
  const how = ['-pkeyopt', 'distid:1234567812345678', '-pubin', '-inkey', file('sm2-key.pem')];
  const what = ['-in', file('certificate.json'), '-sigfile', file('certificate.json.sm2')];
  return promisify(execFile)('openssl', [...words, ...how, ...what]).then(
    ({ stdout }) => stdout.trim(),
    ({ stdout }: { stdout: string }) => stdout.trim(),
  );
}

test('where the plan asks for it, OpenSSL verifies the SM2 signature of what was downloaded', async () => {
  const at = `/api/v1/certificates/${certificate}`;
  const downloaded = (await mother.get(`${at}/credential`)).rawPayload;
  const signature = (await mother.get(`${at}/sm2-signature`)).rawPayload;
  const pem = (await here.nobody.get('/.well-known/sm2-key.pem')).payload;
  expect(await opensslSays(pem, downloaded, signature)).toBe('Signature Verified Successfully');
  const changed = Buffer.from(downloaded.toString().replace('李一', '李二'));
  expect(await opensslSays(pem, changed, signature)).toBe('Signature Verification Failure');
});

test('the paper carries the credential and its SM2 signature, and OpenSSL verifies those too', async () => {
  const paper = (await mother.get(`/api/v1/certificates/${certificate}/paper`)).rawPayload;
  const pem = (await here.nobody.get('/.well-known/sm2-key.pem')).payload;
  const bytes = credentialBytes(credentialIn(paper));
  const signature = signatureIn(paper) ?? Buffer.alloc(0);
  expect(await opensslSays(pem, bytes, signature)).toBe('Signature Verified Successfully');
});

test('where the plan does not, there is no such key, no such signature, and nothing is offered', async () => {
  const plain = await makeTestApp({ at: '2026-11-01T02:00:00Z' });
  const { schoolClass } = await plain.people.school('麓湖小学');
  const { carer } = await certifiedFamily(plain, '李一', schoolClass);
  await settleCertificates(plain);
  const as = await plain.as(carer);
  const [one] = (await as.get('/api/v1/carer/certificates')).json().items;
  expect(one.has_sm2_signature).toBe(false);
  expect((await as.get(`/api/v1/certificates/${one.id}/sm2-signature`)).statusCode).toBe(404);
  expect((await plain.nobody.get('/.well-known/sm2-key.pem')).statusCode).toBe(404);
  const paper = (await as.get(`/api/v1/certificates/${one.id}/paper`)).rawPayload;
  expect(signatureIn(paper)).toBeUndefined();
});
