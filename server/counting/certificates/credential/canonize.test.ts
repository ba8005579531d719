import { cryptosuite } from '@digitalbazaar/eddsa-rdfc-2022-cryptosuite';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createCanonize } from './canonize.ts';
import { sampleCertificate, testKeys } from './certificate-vectors.ts';
import { buildCertificate, type CertificateInput, offlineDocumentLoader } from './index.ts';

const keys = await testKeys();
const documentLoader = offlineDocumentLoader([keys.didDocument]);
const canonize = createCanonize(documentLoader);

const text = fc.string({ unit: 'grapheme', minLength: 1 }).filter((made) => !made.includes(' / '));
const instant = fc
  .date({ min: new Date('2020-01-01'), max: new Date('2099-01-01'), noInvalidDate: true })
  .map((date) => date.toISOString());
const list = fc.webUrl();

const changes: fc.Arbitrary<Partial<CertificateInput>> = fc.record(
  {
    id: fc.uuid(),
    number: text,
    child: fc.record({ name: text, idNumberLastFour: text }),
    threshold: fc.constantFrom(2400, 3600),
    issuedAt: instant,
    validFrom: instant,
    validUntil: instant,
    statusLists: fc.record({ revocation: list, suspension: list }),
    statusIndex: fc.nat(131_071),
  },
  { requiredKeys: [] },
);

test('what is signed is exactly what the library would sign, whatever the certificate says', async () => {
  await fc.assert(
    fc.asyncProperty(changes, async (changed) => {
      const certificate = buildCertificate(sampleCertificate(keys, changed));
      const ours = await canonize(certificate, { documentLoader });
      expect(ours).toBe(await cryptosuite.canonize(certificate, { documentLoader }));
    }),
    { numRuns: 200 },
  );
});

test('one list for both purposes makes one node of two, and is signed as the library signs it', async () => {
  const url = 'https://test.gongyu.example/status';
  const statusLists = { revocation: url, suspension: url };
  const certificate = buildCertificate(sampleCertificate(keys, { statusLists }));
  expect(await canonize(certificate, { documentLoader })).toBe(
    await cryptosuite.canonize(certificate, { documentLoader }),
  );
});
