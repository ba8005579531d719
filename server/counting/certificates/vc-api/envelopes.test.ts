import { beforeAll, describe, expect, test } from 'vitest';
import { type SigningKeys, signingKeysFromSeed } from '../../../platform/signing/index.ts';
import { certificateJwt, type SignedCertificate } from '../credential/index.ts';
import { forgetStatusLists } from '../status-lists.ts';
import { certifiedFamily, settleCertificates } from '../testing/certified-families.ts';
import { trialKeys } from './keys.ts';
import { makeTrials, V2 } from './testing/trials.ts';

const { here, officer, credential, verify } = await makeTrials();
const all = { checks: ['proof', 'credentialStatus'] };

function enveloped(jwt: string) {
  return {
    ...{ '@context': [V2] as unknown, type: 'EnvelopedVerifiableCredential' as unknown },
    id: `data:application/vc+jwt,${jwt}`,
  };
}

function jwtBy(keys: SigningKeys, content: object, kid = keys.verificationMethod): string {
  const encode = (part: object) => Buffer.from(JSON.stringify(part)).toString('base64url');
  const signed = `${encode({ alg: 'EdDSA', typ: 'vc+jwt', kid })}.${encode(content)}`;
  return `${signed}.${Buffer.from(keys.sign(Buffer.from(signed))).toString('base64url')}`;
}

describe('a credential in an envelope, by VC-JOSE-COSE', () => {
  test('is verified by its own signature', async () => {
    const text = jwtBy(await trialKeys(here.district), credential);
    expect((await verify(enveloped(text))).json()).toMatchObject({ verified: true });
    expect((await verify(enveloped(`${text.slice(0, -4)}AAAA`))).statusCode).toBe(400);
  });

  test.each([
    ['an empty context', { '@context': [] }],
    ['another context', { '@context': 'https://www.w3.org/ns/credentials/examples/v2' }],
    ['no context', { '@context': undefined }],
    ['another type', { type: ['VerifiableCredential'] }],
    ['another type beside it', { type: ['EnvelopedVerifiableCredential', 'Other'] }],
    ['no type', { type: undefined }],
  ])('is refused for %s of the envelope', async (_, change) => {
    const good = enveloped(jwtBy(await trialKeys(here.district), credential));
    expect((await verify({ ...good, ...change })).statusCode).toBe(400);
  });

  test('has one context as well as several', async () => {
    const good = enveloped(jwtBy(await trialKeys(here.district), credential));
    expect((await verify({ ...good, '@context': V2 })).statusCode).toBe(200);
  });

  test('is refused without its data URL', async () => {
    const text = jwtBy(await trialKeys(here.district), credential);
    expect((await verify({ ...enveloped(text), id: text })).statusCode).toBe(400);
  });

  test('is its issuer’s and nobody else’s', async () => {
    const other = await signingKeysFromSeed(new Uint8Array(32).fill(5), { method: 'key' });
    expect((await verify(enveloped(jwtBy(other, credential)))).statusCode).toBe(400);
    const own = await trialKeys(here.district);
    const borrowed = jwtBy(other, credential, own.verificationMethod);
    expect((await verify(enveloped(borrowed))).statusCode).toBe(400);
    const nameless = jwtBy(own, credential, own.did);
    expect((await verify(enveloped(nameless))).statusCode).toBe(400);
  });

  test.each([
    ['past', { validUntil: '2026-10-02T00:00:00Z' }],
    ['yet to come', { validFrom: '2026-12-01T00:00:00Z' }],
  ])('is refused when its time is %s', async (_, change) => {
    const text = jwtBy(await trialKeys(here.district), { ...credential, ...change });
    expect((await verify(enveloped(text))).statusCode).toBe(400);
  });
});

describe('a certificate of this district in an envelope', () => {
  let certificate: SignedCertificate;
  let id: string;

  beforeAll(async () => {
    const { schoolClass } = await here.people.school('麓湖小学');
    const { carer } = await certifiedFamily(here, '李一', schoolClass);
    await settleCertificates(here);
    const mother = await here.as(carer);
    const list = await mother.get('/api/v1/carer/certificates');
    id = list.json<{ items: { id: string }[] }>().items[0]?.id ?? '';
    certificate = (await mother.get(`/api/v1/certificates/${id}/credential`)).json();
  });

  test('is verified with its status, and no more when it is revoked', async () => {
    const one = enveloped(certificateJwt(certificate, here.district.keys));
    expect((await verify(one, all)).json()).toMatchObject({ verified: true });
    const etag = String((await officer.get(`/api/v1/certificates/${id}`)).headers.etag);
    const why = { decision: 'revoke', reason: '材料不实' };
    await officer.post(`/api/v1/certificates/${id}/decision`, why, { 'if-match': etag });
    forgetStatusLists(here.district);
    expect((await verify(one, all)).statusCode).toBe(400);
    expect((await verify(one)).json()).toMatchObject({ verified: true });
  });
});
