import { base64url, compactVerify, importJWK } from 'jose';
import { beforeAll, expect, test } from 'vitest';
import { type DidDocument, publicKeyOfMultikey } from '../../platform/signing/index.ts';
import { type Asking, makeTestApp, type TestApp } from '../../testing/test-app.ts';
import { certifiedFamily, settleCertificates } from './testing/certified-families.ts';

let here: TestApp;
let mother: Asking;
let certificate: string;

beforeAll(async () => {
  here = await makeTestApp({ at: '2026-11-01T02:00:00Z' });
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
