import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { verifyCredential as independent } from '@digitalcredentials/verifier-core';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import type { SigningKeys } from '../../../platform/signing/index.ts';
import {
  sampleCertificate,
  sampleStatusLists,
  strangersKeys,
  testKeys,
} from './certificate-vectors.ts';
import {
  buildCertificate,
  type CertificateInput,
  createIssuer,
  createStatusList,
  decodeStatusList,
  offlineDocumentLoader,
  readCertificate,
} from './index.ts';
import { changeOneCharacter, textLeaves } from './one-character.ts';

const keys = await testKeys();
const issuer = createIssuer(keys);

describe('a certificate', () => {
  test('reads back as what it was made from', () => {
    const text = fc
      .string({ unit: 'grapheme', minLength: 1 })
      .filter((made) => !made.includes(' / '));
    fc.assert(
      fc.property(
        text,
        text,
        fc.integer({ min: 1, max: 99_999_999 }),
        fc.nat(999_999),
        (name, other, threshold, statusIndex) => {
          const words = { zh: `${name}。`, en: other };
          const input = sampleCertificate(keys, {
            child: { name, idNumberLastFour: '001X' },
            districtName: words,
            threshold,
            statusIndex,
          });
          expect(readCertificate(buildCertificate(input))).toEqual(input);
        },
      ),
    );
  });

  test('without an end date has none', () => {
    const { validUntil: _, ...endless } = sampleCertificate(keys);
    expect(buildCertificate(endless)).not.toHaveProperty('validUntil');
    expect(readCertificate(buildCertificate(endless))).toEqual(endless);
  });

  test('issued twice from the same facts is the same to the byte', async () => {
    const [one, other] = await Promise.all([
      issuer.issue(sampleCertificate(keys)),
      issuer.issue(sampleCertificate(keys)),
    ]);
    expect(JSON.stringify(one)).toBe(JSON.stringify(other));
    expect(one.proof).toHaveLength(1);
  });

  test.each<[string, Partial<CertificateInput>]>([
    ['another issuer', { issuer: { id: 'did:key:z6Mkabc', name: { zh: '他', en: 'x' } } }],
    ['a date that is no UTC instant', { validFrom: '2026-10-18' }],
    ['a child without a name', { child: { name: '', idNumberLastFour: '001X' } }],
    ['an id that is no UUID', { id: '1' }],
    ['a negative place in the status list', { statusIndex: -1 }],
  ])('is not issued with %s', async (_, changes) => {
    await expect(issuer.issue(sampleCertificate(keys, changes))).rejects.toThrow(TypeError);
  });

  test('is never completed from the network', async () => {
    await expect(offlineDocumentLoader()('https://www.w3.org/2018/credentials/v1')).rejects.toThrow(
      'nothing is fetched',
    );
  });
});

test('a status list keeps its marks through encoding, and has no places beyond its end', async () => {
  const list = createStatusList([3, 131_071]);
  list.set(5, true);
  list.set(3, false);
  const again = await decodeStatusList(await list.encode());
  expect([3, 5, 131_071].map((index) => again.has(index))).toEqual([false, true, true]);
  expect(() => list.set(131_072, true)).toThrow(RangeError);
  expect(() => list.has(-1)).toThrow(RangeError);
});

describe('an independent verifier (Digital Credentials Consortium)', () => {
  let origin = '';
  const published = new Map<string, unknown>();
  const server = createServer((request, response) => {
    const found = published.get(request.url ?? '');
    response.writeHead(found ? 200 : 404, { 'content-type': 'application/json' });
    response.end(JSON.stringify(found ?? {}));
  });
  const realFetch = globalThis.fetch;

  beforeAll(async () => {
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    const [revocation, suspension] = await sampleStatusLists(keys, origin);
    published.set('/status/revocation', revocation);
    published.set('/status/suspension', suspension);
    published.set('/registry.json', {
      meta: { created: '2026-10-18', updated: '2026-10-18' },
      registry: { [keys.did]: { name: 'Example New Area', url: 'https://test.gongyu.example' } },
    });
    // It may ask this machine for status lists and the registry; the world (its JSON Schemas) it may not.
    vi.stubGlobal('fetch', (input: string | URL | Request, init?: RequestInit) => {
      const url = input instanceof Request ? input.url : String(input);
      return url.startsWith(origin) ? realFetch(input, init) : Promise.resolve(Response.json({}));
    });
  });
  afterAll(() => {
    vi.unstubAllGlobals();
    server.close();
  });

  const ask = (credential: object) =>
    independent({
      // Its own type wants one proof, where it reads several just as well.
      credential: structuredClone(credential) as Parameters<typeof independent>[0]['credential'],
      knownDIDRegistries: [{ name: 'Test', type: 'dcc-legacy', url: `${origin}/registry.json` }],
    });
  const issued = (changes: Partial<CertificateInput> = {}, signer: SigningKeys = keys) =>
    createIssuer(signer).issue(sampleCertificate(signer, changes, origin));
  const logOf = async (credential: object) => {
    const { log } = await ask(credential);
    return Object.fromEntries((log ?? []).map(({ id, valid }) => [id, valid]));
  };

  test('finds a certificate good in every step', async () => {
    expect(await logOf(await issued())).toEqual({
      valid_signature: true,
      expiration: true,
      revocation_status: true,
      suspension_status: true,
      registered_issuer: true,
    });
  });

  test('sees that one is revoked, and another suspended', async () => {
    expect(await logOf(await issued({ statusIndex: 11 }))).toMatchObject({
      revocation_status: false,
      suspension_status: true,
    });
    expect(await logOf(await issued({ statusIndex: 12 }))).toMatchObject({
      revocation_status: true,
      suspension_status: false,
    });
  });

  test('sees that one has expired', async () => {
    const past = { issuedAt: '2020-10-18T06:00:00Z', validFrom: '2020-10-18T06:00:00Z' };
    const expired = await issued({ ...past, validUntil: '2021-10-18T06:00:00Z' });
    expect(await logOf(expired)).toMatchObject({ valid_signature: true, expiration: false });
  });

  test('does not know a stranger', async () => {
    const { log } = await ask(await issued({}, await strangersKeys()));
    expect(log?.find(({ id }) => id === 'registered_issuer')?.valid).toBe(false);
  });

  test('refuses it after any one character was changed', async () => {
    const certificate = await issued();
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
          const { errors, log } = await ask(changed ?? {});
          expect(errors?.length ?? 0).toBeGreaterThan(0);
          expect(log?.some(({ id, valid }) => id === 'valid_signature' && valid)).not.toBe(true);
        },
      ),
      { numRuns: 80 },
    );
  });
});
