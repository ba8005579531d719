import fc from 'fast-check';
import { base64url, compactVerify, decodeProtectedHeader, importJWK } from 'jose';
import { describe, expect, test } from 'vitest';
import { signingKeysFromSeed } from '../../../platform/signing/index.ts';
import {
  sampleCertificate,
  sampleStatusLists,
  strangersKeys,
  testKeys,
} from './certificate-vectors.ts';
import {
  type Check,
  certificateJwt,
  createIssuer,
  type VerifyOptions,
  verdictOf,
  verifyCertificate,
} from './index.ts';

const keys = await testKeys();
const certificate = await createIssuer(keys).issue(sampleCertificate(keys));
const jwt = certificateJwt(certificate, keys);
const options: VerifyOptions = {
  now: new Date('2026-10-20T00:00:00Z'),
  trustedIssuers: [keys.didDocument],
  statusLists: await sampleStatusLists(keys),
};
const outcomes = (checks: Check[]) =>
  Object.fromEntries(checks.map(({ key, outcome }) => [key, outcome]));

describe('a certificate as vc+jwt', () => {
  test('is good for an independent JOSE library, with the header that VC-JOSE-COSE asks for', async () => {
    const jwk = { kty: 'OKP', crv: 'Ed25519', x: base64url.encode(keys.publicKey) };
    const { payload, protectedHeader } = await compactVerify(jwt, await importJWK(jwk, 'EdDSA'));
    expect(protectedHeader).toEqual({
      alg: 'EdDSA',
      kid: keys.verificationMethod,
      typ: 'vc+jwt',
      cty: 'vc',
    });
    const { proof: _, ...unsigned } = certificate;
    expect(JSON.parse(new TextDecoder().decode(payload))).toEqual(unsigned);
  });

  test('is the same to the byte each time, and passes every check of ours', async () => {
    expect(certificateJwt(certificate, keys)).toBe(jwt);
    expect(verdictOf(await verifyCertificate(jwt, options))).toBe('valid');
  });

  test('cannot have one character changed, added or left out', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.nat(jwt.length - 1),
        fc.constantFrom('A', 'z', '_', '.'),
        async (at, c) => {
          fc.pre(jwt[at] !== c);
          for (const forged of [
            jwt.slice(0, at) + c + jwt.slice(at + 1),
            jwt.slice(0, at) + c + jwt.slice(at),
            jwt.slice(0, at) + jwt.slice(at + 1),
          ]) {
            if (forged === jwt) continue;
            expect(verdictOf(await verifyCertificate(forged, options))).toBe('invalid');
          }
        },
      ),
      { numRuns: 60 },
    );
  });

  test.each([
    ['no algorithm', { alg: 'none' }],
    ['a shared secret', { alg: 'HS256' }],
    ['a key of its own', { jwk: { kty: 'OKP' } }],
    ['something critical', { crit: ['b64'], b64: false }],
  ])('is no certificate with %s in its header', async (_, changes) => {
    const header = { ...decodeProtectedHeader(jwt), ...changes };
    const signed = `${base64url.encode(JSON.stringify(header))}.${jwt.split('.')[1]}`;
    const forged = `${signed}.${keys.sign(Buffer.from(signed)).toString('base64url')}`;
    expect(outcomes(await verifyCertificate(forged, options)).shape).toBe('failed');
  });

  test('is not made with keys of another issuer', async () => {
    const stranger = await strangersKeys();
    expect(() => certificateJwt(certificate, stranger)).toThrow(TypeError);
  });
});

describe('a did:web issuer whose host does not answer', () => {
  const asWeb = async (seed: Uint8Array) =>
    signingKeysFromSeed(seed, { method: 'web', host: 'gongyu.example' });
  const signedBy = async (seed: Uint8Array) => {
    const web = await asWeb(seed);
    const signed = await createIssuer(web).issue(sampleCertificate(web));
    return { web, dresses: [signed, certificateJwt(signed, web)] };
  };
  const published = `did:key:${keys.publicMultikey}`;

  test('names the did:key of its key in its DID document', async () => {
    expect((await asWeb(keys.seed)).didDocument.alsoKnownAs).toEqual([published]);
    expect(keys.didDocument.alsoKnownAs).toBeUndefined();
  });

  test('is known by that key, which an office has written down; its lists stay unknown', async () => {
    const { dresses } = await signedBy(keys.seed);
    for (const dress of dresses) {
      const checks = await verifyCertificate(dress, {
        now: options.now,
        trustedKeys: [published],
      });
      expect(outcomes(checks)).toMatchObject({
        signature: 'passed',
        issuer: 'passed',
        revoked: 'unknown',
        suspended: 'unknown',
      });
      expect(verdictOf(checks)).toBe('unproven');
      const unknown = await verifyCertificate(dress, { now: options.now });
      expect(outcomes(unknown).signature).toBe('unknown');
    }
  });

  test('is not known by a key that nobody wrote down, nor by one that it has withdrawn', async () => {
    const { dresses } = await signedBy((await strangersKeys()).seed);
    for (const dress of dresses) {
      const checks = await verifyCertificate(dress, { now: options.now, trustedKeys: [published] });
      expect(outcomes(checks)).toMatchObject({ signature: 'unknown', issuer: 'failed' });
    }
    const old = await signedBy(keys.seed);
    const today = (await asWeb((await strangersKeys()).seed)).didDocument;
    for (const dress of old.dresses) {
      const checks = await verifyCertificate(dress, {
        ...options,
        trustedIssuers: [today],
        trustedKeys: [published],
      });
      expect(outcomes(checks).signature).toBe('failed');
    }
  });
});
