import fc from 'fast-check';
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
  type CheckKey,
  createIssuer,
  createStatusList,
  type VerifyOptions,
  verdictOf,
  verifyCertificate,
} from './index.ts';
import { changeOneCharacter, textLeaves } from './one-character.ts';

const keys = await testKeys();
const issuer = createIssuer(keys);
const statusLists = await sampleStatusLists(keys);
const certificate = await issuer.issue(sampleCertificate(keys));
const options: VerifyOptions = {
  now: new Date('2026-10-20T00:00:00Z'),
  trustedIssuers: [keys.didDocument],
  statusLists,
};
const outcomes = (checks: Check[]) =>
  Object.fromEntries(checks.map(({ key, outcome }) => [key, outcome])) as Record<CheckKey, string>;

test('a certificate as issued passes every check, in order, with a sentence in both languages', async () => {
  const checks = await verifyCertificate(certificate, options);
  expect(verdictOf(checks)).toBe('valid');
  expect(checks.map(({ key }) => key)).toEqual([
    'shape',
    'contexts',
    'signature',
    'issuer',
    'dates',
    'revoked',
    'suspended',
  ]);
  for (const { says } of checks) {
    expect(says.zh).toMatch(/。$/);
    expect(says.en).toMatch(/\.$/);
  }
});

test('no character of any text in it can be changed unnoticed', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.nat(),
      fc.nat(),
      fc.string({ unit: 'grapheme', minLength: 1, maxLength: 1 }),
      async (leaf, place, other) => {
        const leaves = textLeaves(certificate);
        const changed = changeOneCharacter(
          certificate,
          leaves[leaf % leaves.length] ?? [],
          place,
          other,
        );
        fc.pre(changed !== undefined);
        expect(verdictOf(await verifyCertificate(changed, options))).toBe('invalid');
      },
    ),
    { numRuns: 150 },
  );
});

test('nothing can be added to it or taken from it', async () => {
  const subject = certificate.credentialSubject;
  const { validUntil: _, ...endless } = certificate;
  for (const changed of [
    endless,
    { ...certificate, description: 'more' },
    { ...certificate, credentialSubject: { ...subject, role: 'more' } },
    { ...certificate, credentialStatus: [certificate.credentialStatus[0]] },
    { ...certificate, proof: [] },
    { ...certificate, proof: [...certificate.proof, ...certificate.proof] },
    { ...certificate, '@context': [...certificate['@context'], { name: 'https://evil.example/' }] },
  ]) {
    expect(verdictOf(await verifyCertificate(changed, options))).toBe('invalid');
  }
});

test('what is no certificate at all is refused, not crashed on', async () => {
  await fc.assert(
    fc.asyncProperty(fc.jsonValue(), async (anything) => {
      expect(verdictOf(await verifyCertificate(anything, options))).toBe('invalid');
    }),
    { numRuns: 50 },
  );
});

describe('dates', () => {
  const at = async (now: string) =>
    outcomes(await verifyCertificate(certificate, { ...options, now: new Date(now) })).dates;
  test('hold from the first second to the last', async () => {
    expect(await at('2026-10-18T05:59:59Z')).toBe('failed');
    expect(await at('2026-10-18T06:00:00Z')).toBe('passed');
    expect(await at('2029-08-31T15:59:59Z')).toBe('passed');
    expect(await at('2029-08-31T16:00:00Z')).toBe('failed');
  });
  test('an expired certificate still has a good signature', async () => {
    const late = { ...options, now: new Date('2030-01-01T00:00:00Z') };
    expect(outcomes(await verifyCertificate(certificate, late)).signature).toBe('passed');
  });
});

describe('the status lists', () => {
  const statusOf = async (statusIndex: number, lists: readonly unknown[]) => {
    const signed = await issuer.issue(sampleCertificate(keys, { statusIndex }));
    const { revoked, suspended } = outcomes(
      await verifyCertificate(signed, { ...options, statusLists: lists }),
    );
    return { revoked, suspended };
  };

  test('tell a revoked certificate from a suspended and a good one', async () => {
    expect(await statusOf(10, statusLists)).toEqual({ revoked: 'passed', suspended: 'passed' });
    expect(await statusOf(11, statusLists)).toEqual({ revoked: 'failed', suspended: 'passed' });
    expect(await statusOf(12, statusLists)).toEqual({ revoked: 'passed', suspended: 'failed' });
  });

  test('leave it unknown when they are not at hand', async () => {
    expect(await statusOf(10, [])).toEqual({ revoked: 'unknown', suspended: 'unknown' });
    expect(await statusOf(10, [null, {}, statusLists[0]])).toEqual({
      revoked: 'passed',
      suspended: 'unknown',
    });
  });

  test('are believed only from the certificate’s own issuer, unchanged and in time', async () => {
    const strangers = await sampleStatusLists(await strangersKeys());
    expect(await statusOf(11, strangers)).toEqual({ revoked: 'unknown', suspended: 'unknown' });
    const changed = structuredClone(statusLists[0]);
    changed.credentialSubject.encodedList = await createStatusList().encode();
    expect((await statusOf(11, [changed])).revoked).toBe('unknown');
    const old = await issuer.issueStatusList({
      url: statusLists[0].id,
      purpose: 'revocation',
      list: createStatusList(),
      issuedAt: '2026-10-18T06:00:00Z',
      validUntil: '2026-10-19T06:00:00Z',
    });
    expect((await statusOf(11, [old])).revoked).toBe('unknown');
  });

  test('leave it unknown when they are too short for the certificate’s place', async () => {
    expect((await statusOf(200_000, statusLists)).revoked).toBe('unknown');
  });
});

describe('the issuer', () => {
  test('is unknown when no list of trusted districts is given', async () => {
    const checks = await verifyCertificate(certificate, { now: options.now, statusLists });
    expect(outcomes(checks)).toMatchObject({ signature: 'passed', issuer: 'unknown' });
    expect(verdictOf(checks)).toBe('unproven');
  });

  test('by did:web needs the district’s DID document, and is believed with it', async () => {
    const web = await signingKeysFromSeed(keys.seed, { method: 'web', host: 'gongyu.example' });
    const signed = await createIssuer(web).issue(sampleCertificate(web));
    const lists = await sampleStatusLists(web);
    const without = await verifyCertificate(signed, { ...options, statusLists: lists });
    expect(outcomes(without).signature).toBe('unknown');
    const trustedIssuers = [web.didDocument];
    const checks = await verifyCertificate(signed, {
      ...options,
      trustedIssuers,
      statusLists: lists,
    });
    expect(verdictOf(checks)).toBe('valid');
  });

  test('by did:web cannot have signed with a key that its DID document does not hold', async () => {
    const web = await signingKeysFromSeed(keys.seed, { method: 'web', host: 'gongyu.example' });
    const forger = await signingKeysFromSeed((await strangersKeys()).seed, {
      method: 'web',
      host: 'gongyu.example',
    });
    const signed = await createIssuer(forger).issue(sampleCertificate(forger));
    const checks = await verifyCertificate(signed, {
      ...options,
      trustedIssuers: [web.didDocument],
    });
    expect(outcomes(checks).signature).toBe('failed');
  });
});
