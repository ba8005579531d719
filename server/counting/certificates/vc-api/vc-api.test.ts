import { DataIntegrityProof } from '@digitalbazaar/data-integrity';
import { cryptosuite } from '@digitalbazaar/eddsa-rdfc-2022-cryptosuite';
import * as vc from '@digitalbazaar/vc';
import { beforeAll, describe, expect, test } from 'vitest';
import { makeTestApp } from '../../../testing/test-app.ts';
import type { SignedCertificate } from '../credential/index.ts';
import { forgetStatusLists } from '../status-lists.ts';
import { certifiedFamily, settleCertificates } from '../testing/certified-families.ts';
import { trialKeys } from './keys.ts';
import { trialLoader } from './loader.ts';
import { EXAMPLES, type Issued, makeTrials, V2 } from './testing/trials.ts';

const { here, officer, credential, issue, issued, verify, present, tokenFor } = await makeTrials();

describe('who may', () => {
  test('a client with the scope, and nobody else', async () => {
    expect((await here.nobody.post('/credentials/issue', { credential })).statusCode).toBe(401);
    expect((await officer.post('/credentials/issue', { credential })).statusCode).toBe(401);
    const other = await tokenFor('certificates.verify');
    const refused = await here.nobody.post('/credentials/issue', { credential }, other);
    expect(refused.statusCode).toBe(403);
    expect(refused.headers['www-authenticate']).toContain('insufficient_scope');
  });

  test('and only where it is switched on', async () => {
    const closed = await makeTestApp();
    const answer = await closed.nobody.post('/credentials/issue', { credential });
    expect(answer.statusCode).toBe(404);
  });

  test('what is issued is signed by a key that is not the district’s', async () => {
    const { proof } = await issued();
    expect(proof.verificationMethod).not.toContain(here.district.keys.publicMultikey);
  });
});

describe('issuing, by the data model', () => {
  const english = { '@value': 'Name', '@language': 'en' };
  test.each([
    ['as it is', {}],
    ['without an id', { id: undefined }],
    [
      'with a context of its own',
      {
        '@context': [V2, { ours: 'https://ours.example/#' }],
        type: ['VerifiableCredential'],
        credentialSubject: { id: 'did:example:a', 'ours:x': 'y' },
      },
    ],
    ['with a name in a language', { name: { ...english, '@direction': 'ltr' } }],
    ['with a name in two', { name: [english, { '@value': '名称', '@language': 'zh' }] }],
    ['with an issuer that has a name', { issuer: { id: 'did:example:issuer', name: english } }],
    [
      'with several subjects',
      { credentialSubject: [{ id: 'did:example:a' }, { id: 'did:example:b' }] },
    ],
    ['with an end', { validUntil: '2030-01-01T00:00:00+08:00' }],
    ['with a status', { credentialStatus: { type: 'ExampleStatus' } }],
    [
      'with a resource that has the digests that the specification publishes',
      {
        relatedResource: {
          id: V2,
          digestSRI: 'sha384-l/HrjlBCNWyAX91hr6LFV2Y3heB5Tcr6IeE4/Tje8YyzYBM8IhqjHWiWpr8+ZbYU',
          digestMultibase: 'uWZVc7WaX1h4D8rJVb-vlMIqxaEKEb1tYbX8fet7JJzQ',
        },
      },
    ],
    [
      'with a resource that is not at hand',
      { relatedResource: { id: 'https://pictures.example/1', digestSRI: 'sha256-a' } },
    ],
    ['with a schema', { credentialSchema: { id: 'https://schema.example/1', type: 'JsonSchema' } }],
  ])('%s is issued, with its proof', async (_, change) => {
    const one = await issued({ ...credential, ...change });
    expect(one.proof).toMatchObject({
      ...{ type: 'DataIntegrityProof', cryptosuite: 'eddsa-rdfc-2022' },
      ...{ proofPurpose: 'assertionMethod', created: '2026-11-01T02:00:00Z' },
    });
    expect(one.proof.proofValue).toMatch(/^z[1-9A-HJ-NP-Za-km-z]+$/);
  });

  test.each([
    ['no context', { '@context': undefined }],
    ['another context first', { '@context': [EXAMPLES, V2] }],
    ['a context that is a number', { '@context': [V2, 5] }],
    ['a context that is not at hand', { '@context': [V2, 'https://example.com/context'] }],
    ['an id that is no URL', { id: 'not a url' }],
    ['two ids', { id: ['urn:a:1', 'urn:a:2'] }],
    ['no type', { type: undefined }],
    ['another type only', { type: ['ExampleCredential'] }],
    [
      'a type that nothing defines',
      { '@context': [V2], type: ['VerifiableCredential', 'Unknown'] },
    ],
    ['no issuer', { issuer: undefined }],
    ['an issuer that is no URL', { issuer: 'somebody' }],
    ['an issuer without an id', { issuer: { name: 'Somebody' } }],
    ['no subject', { credentialSubject: undefined }],
    ['an empty subject', { credentialSubject: {} }],
    ['a subject that is a text', { credentialSubject: 'text' }],
    ['a day instead of an instant', { validFrom: '2026-10-01' }],
    ['an instant without its zone', { validFrom: '2026-10-01T00:00:00' }],
    ['an end before its beginning', { validUntil: '2026-09-01T00:00:00Z' }],
    ['a name with more words', { name: { ...english, url: 'did:example:x' } }],
    ['a status without a type', { credentialStatus: { id: 'https://status.example/1' } }],
    ['a status whose id is no URL', { credentialStatus: { id: 'x', type: 'ExampleStatus' } }],
    ['a schema without an id', { credentialSchema: { type: 'JsonSchema' } }],
    ['evidence without a type', { evidence: { id: 'https://evidence.example/1' } }],
    ['terms without a type', { termsOfUse: { id: 'https://terms.example/1' } }],
    [
      'a resource twice',
      {
        relatedResource: [
          { id: V2, digestSRI: 'sha256-a' },
          { id: V2, digestSRI: 'sha256-a' },
        ],
      },
    ],
    ['a resource without a digest', { relatedResource: [{ id: V2 }] }],
    ['a resource that has another digest', { relatedResource: { id: V2, digestSRI: 'sha384-a' } }],
    [
      'a resource that has another digest in Multibase',
      {
        relatedResource: {
          id: V2,
          digestMultibase: 'uM4RgWQc3RUDtjJCSgTJtTfvpZ7SPEg_LNO0ESlovQC0',
        },
      },
    ],
  ])('%s is refused with a reason', async (_, change) => {
    const answer = await issue({ ...credential, ...change });
    expect(answer.statusCode, answer.body).toBe(400);
    expect(answer.json<{ errors: { message: string }[] }>().errors[0]?.message).toBeTruthy();
  });
});

describe('verifying, by eddsa-rdfc-2022', () => {
  test('what was issued is verified', async () => {
    const answer = await verify(await issued());
    expect(answer.json()).toMatchObject({
      verified: true,
      checks: [{ check: ['proof'] }],
      errors: [],
    });
    expect(answer.statusCode).toBe(200);
  });

  test.each([
    [
      'a claim',
      (one: Issued) => ({
        ...one,
        credentialSubject: { ...one.credentialSubject, alumniOf: 'Another' },
      }),
    ],
    ['the issuer', (one: Issued) => ({ ...one, issuer: 'did:example:other' })],
    ['the cryptosuite', (one: Issued) => withProof(one, { cryptosuite: 'eddsa-jcs-2022' })],
    ['the proof’s type', (one: Issued) => withProof(one, { type: 'UnknownProof' })],
    ['the purpose', (one: Issued) => withProof(one, { proofPurpose: 'authentication' })],
    ['the date', (one: Issued) => withProof(one, { created: '2026-11-01T02:00:01Z' })],
    [
      'the key',
      (one: Issued) =>
        withProof(one, {
          verificationMethod:
            'did:key:z6MkrJVnaZkeFzdQyMZu1cgjg7k1pZZ6pvBQ7XJPt4swbTQ2#z6MkrJVnaZkeFzdQyMZu1cgjg7k1pZZ6pvBQ7XJPt4swbTQ2',
        }),
    ],
    [
      'the signature’s length',
      (one: Issued) => withProof(one, { proofValue: `${one.proof.proofValue}abc` }),
    ],
    [
      'the signature’s encoding',
      (one: Issued) => withProof(one, { proofValue: one.proof.proofValue?.slice(1) ?? '' }),
    ],
    ['the proof, by leaving it out', ({ proof: _, ...one }: Issued) => one],
    ['its end, which is past', (one: Issued) => ({ ...one, validUntil: '2026-10-02T00:00:00Z' })],
  ])('changed in %s it is refused', async (_, change) => {
    const answer = await verify(change(await issued()));
    expect(answer.statusCode).toBe(400);
    expect(answer.json()).toMatchObject({ verified: false });
  });

  function withProof(one: Issued, change: object): object {
    return { ...one, proof: { ...one.proof, ...change } };
  }
});

describe('status lists, by Bitstring Status List 1.0', () => {
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

  const all = { checks: ['proof', 'credentialStatus'] };
  const plain = () => ({ ...certificate, proof: certificate.proof[0] });

  test('a certificate of this district is verified with its lists, and no more when it is revoked', async () => {
    expect((await verify(plain(), all)).json()).toMatchObject({ verified: true });
    const etag = String((await officer.get(`/api/v1/certificates/${id}`)).headers.etag);
    const why = { decision: 'revoke', reason: '材料不实' };
    await officer.post(`/api/v1/certificates/${id}/decision`, why, { 'if-match': etag });
    forgetStatusLists(here.district);
    const answer = await verify(plain(), all);
    expect(answer.statusCode).toBe(400);
    expect(answer.json()).toMatchObject({ verified: false, checks: [{ check: all.checks }] });
    expect((await verify(plain())).json()).toMatchObject({ verified: true });
  });

  test.each([
    ['of another kind', { type: 'UnknownStatusEntry' }],
    ['in a list that is not at hand', { statusListCredential: 'https://elsewhere.example/list/1' }],
  ])('a status %s is never taken for good', async (_, change) => {
    const entry = {
      ...{ id: 'https://status.example/1#7', type: 'BitstringStatusListEntry' },
      ...{ statusPurpose: 'revocation', statusListIndex: '7' },
      statusListCredential: `${here.district.publicUrl}/api/v1/public/status-lists/revocation/0`,
    };
    const one = await issued({ ...credential, credentialStatus: { ...entry, ...change } });
    expect((await verify(one, all)).statusCode).toBe(400);
  });

  test('beside a good entry, one of another kind is not passed over', async () => {
    const place = {
      ...{ type: 'BitstringStatusListEntry', statusPurpose: 'suspension', statusListIndex: '99' },
      statusListCredential: `${here.district.publicUrl}/api/v1/public/status-lists/suspension/0`,
    };
    const entries = [place, { type: 'ExampleStatus' }];
    const one = await issued({ ...credential, credentialStatus: entries as never });
    expect((await verify(one, all)).statusCode).toBe(400);
  });
});

describe('presentations', () => {
  const presentation = { '@context': [V2], type: ['VerifiablePresentation'] };

  test('without a proof are as good as what they show', async () => {
    const good = {
      ...presentation,
      holder: credential.issuer,
      verifiableCredential: [await issued()],
    };
    const answer = await present(good);
    expect(answer.json()).toMatchObject({ verified: true });
    const [one] = good.verifiableCredential;
    const forged = { ...one, credentialSubject: { id: 'did:example:other' } };
    expect((await present({ ...good, verifiableCredential: [forged] })).statusCode).toBe(400);
  });

  /** As a wallet signs what it shows. */
  async function signed(shown: object, challenge = 'abc') {
    const keys = await trialKeys(here.district);
    const signer = {
      ...{ id: keys.verificationMethod, algorithm: 'Ed25519' as const },
      sign: async ({ data }: { data: Uint8Array }) => keys.sign(data),
    };
    return vc.signPresentation({
      presentation: { ...presentation, ...shown },
      suite: new DataIntegrityProof({ cryptosuite, signer, date: '2026-11-01T02:00:00Z' }),
      ...{ challenge, documentLoader: trialLoader(here.district) },
    });
  }

  test('with a proof are verified by it, for the challenge that was given', async () => {
    const one = await signed({ holder: credential.issuer, verifiableCredential: [await issued()] });
    expect((await present(one, { challenge: 'abc' })).json()).toMatchObject({ verified: true });
    expect((await present(one)).json()).toMatchObject({ verified: true });
    expect((await present(one, { challenge: 'other' })).statusCode).toBe(400);
    expect((await present({ ...one, id: 'urn:uuid:changed' })).statusCode).toBe(400);
  });

  test('of what one said of oneself need not name the holder: the specification dropped that MUST', async () => {
    const own = { verifiableCredential: [await issued()] };
    expect((await present(await signed(own))).json()).toMatchObject({ verified: true });
  });

  test.each([
    ['no context', { '@context': undefined }],
    ['another context first', { '@context': [EXAMPLES, V2] }],
    ['no type', { type: undefined }],
    ['a holder without an id', { holder: { name: 'Somebody' } }],
    ['a credential that is a URL', { verifiableCredential: ['https://credential.example/1'] }],
    ['a credential that is a number', { verifiableCredential: [5] }],
  ])('with %s are refused', async (_, change) => {
    expect((await present({ ...presentation, ...change })).statusCode).toBe(400);
  });
});
