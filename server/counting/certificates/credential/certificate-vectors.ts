/**
 * Writes `vectors/certificates/`: a good certificate and others with one thing wrong each, the same bytes on
 * every run. `node server/counting/certificates/credential/certificate-vectors.ts` renews them.
 */
import { mkdir, readdir, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { type SigningKeys, signingKeysFromSeed } from '../../../platform/signing/index.ts';
import {
  type CertificateInput,
  type CheckKey,
  certificateJwt,
  createIssuer,
  createStatusList,
  type SignedCertificate,
  type SignedStatusList,
  type Verdict,
  verifyCertificate,
} from './index.ts';
import { changeLeaf, leavesOf, type Path } from './one-character.ts';

export const VECTORS = join(import.meta.dirname, '../../../../vectors/certificates');
export const VECTORS_NOW = '2026-10-20T00:00:00Z';

const ISSUED_AT = '2026-10-18T06:00:00Z';
const REVOKED_INDEX = 11;
const SUSPENDED_INDEX = 12;
const REPLACED_INDEX = 13;

/** Keys that everyone knows: the seeds are printed here. Nothing real is ever signed with them. */
export function testKeys(): Promise<SigningKeys> {
  return signingKeysFromSeed(Buffer.from('GONGYU TEST KEY, NOT FOR USE 001'), { method: 'key' });
}

export function strangersKeys(): Promise<SigningKeys> {
  return signingKeysFromSeed(Buffer.from('GONGYU TEST KEY, NOT FOR USE 002'), { method: 'key' });
}

/** A made-up certificate of a made-up district, issued by `keys`, with its lists under `statusOrigin`. */
export function sampleCertificate(
  keys: SigningKeys,
  changes: Partial<CertificateInput> = {},
  statusOrigin = 'https://test.gongyu.example',
): CertificateInput {
  return {
    id: '019a0000-0000-7000-8000-000000000001',
    number: 'TEST-2026-000001',
    child: { name: '王小禾', idNumberLastFour: '001X' },
    districtName: { zh: '示例新区', en: 'Example New Area' },
    achievement: {
      id: 'https://test.gongyu.example/achievements/growth-hours',
      name: { zh: '父母成长课时证明', en: 'Certificate of Parents’ Growth Hours' },
      description: {
        zh: '证明孩子的家长参加了家庭教育学习与共育实践。',
        en: 'Shows that a child’s carers took part in family-education learning and practice.',
      },
      criteria: {
        zh: '家庭成长积分累计达到 24 分。',
        en: 'The family’s growth points reach 24.',
      },
    },
    threshold: 2400,
    issuer: {
      id: keys.did,
      name: { zh: '示例新区家庭教育办公室', en: 'Example New Area Family Education Office' },
    },
    issuedAt: ISSUED_AT,
    validFrom: ISSUED_AT,
    validUntil: '2029-08-31T15:59:59Z',
    statusLists: {
      revocation: `${statusOrigin}/status/revocation`,
      suspension: `${statusOrigin}/status/suspension`,
    },
    statusIndex: 10,
    ...changes,
  };
}

/** Both lists, signed: place 11 is revoked, place 13 replaced, place 12 suspended. */
export async function sampleStatusLists(
  keys: SigningKeys,
  statusOrigin = 'https://test.gongyu.example',
): Promise<[revocation: SignedStatusList, suspension: SignedStatusList]> {
  const issuer = createIssuer(keys);
  const list = (purpose: 'revocation' | 'suspension', marked: number[]) =>
    issuer.issueStatusList({
      url: `${statusOrigin}/status/${purpose}`,
      purpose,
      list: createStatusList(marked),
      issuedAt: ISSUED_AT,
    });
  return [
    await list('revocation', [REVOKED_INDEX, REPLACED_INDEX]),
    await list('suspension', [SUSPENDED_INDEX]),
  ];
}

/** By hand: what a verifier must answer to each vc+jwt. */
const JWT_VERDICTS: Readonly<Record<string, { verdict: Verdict; fails?: CheckKey }>> = {
  good: { verdict: 'valid' },
  tampered: { verdict: 'invalid', fails: 'signature' },
  'wrong-key': { verdict: 'invalid', fails: 'signature' },
  'wrong-type': { verdict: 'invalid', fails: 'shape' },
};

interface Vector {
  readonly certificate: SignedCertificate;
  readonly verdict: Verdict;
  /** The one check that fails. */
  readonly fails?: CheckKey;
}

async function makeVectors(): Promise<Record<string, Vector>> {
  const keys = await testKeys();
  const issuer = createIssuer(keys);
  const issue = (changes: Partial<CertificateInput>) =>
    issuer.issue(sampleCertificate(keys, changes));
  const good = await issue({});
  const foreign = await createIssuer(await strangersKeys()).issue(
    sampleCertificate(await strangersKeys()),
  );
  return {
    good: { certificate: good, verdict: 'valid' },
    revoked: {
      certificate: await issue({ statusIndex: REVOKED_INDEX }),
      verdict: 'invalid',
      fails: 'revoked',
    },
    // Another took its place: the list does not tell it from a revoked one.
    replaced: {
      certificate: await issue({ statusIndex: REPLACED_INDEX }),
      verdict: 'invalid',
      fails: 'revoked',
    },
    suspended: {
      certificate: await issue({ statusIndex: SUSPENDED_INDEX }),
      verdict: 'invalid',
      fails: 'suspended',
    },
    expired: {
      certificate: await issue({ validUntil: '2026-10-19T00:00:00Z' }),
      verdict: 'invalid',
      fails: 'dates',
    },
    'not-yet-valid': {
      certificate: await issue({ validFrom: '2026-12-01T00:00:00Z' }),
      verdict: 'invalid',
      fails: 'dates',
    },
    // Says that the district issued it; the proof is a stranger's.
    'wrong-key': {
      certificate: { ...good, proof: foreign.proof },
      verdict: 'invalid',
      fails: 'signature',
    },
    // Honestly signed, by someone whom nobody trusts.
    'unknown-issuer': { certificate: foreign, verdict: 'invalid', fails: 'issuer' },
    ...Object.fromEntries(
      await Promise.all(leavesOf(good).map((path) => tamperedAt(good, path, keys))),
    ),
  };
}

/** The good one with one thing that it says changed after signing; which check sees it first, this code says. */
async function tamperedAt(
  good: SignedCertificate,
  path: Path,
  keys: SigningKeys,
): Promise<[string, Vector]> {
  const certificate = changeLeaf(good, path);
  const checks = await verifyCertificate(certificate, {
    now: new Date(VECTORS_NOW),
    trustedIssuers: [keys.didDocument],
  });
  const fails = checks.find(({ outcome }) => outcome === 'failed')?.key;
  const vector = { certificate, verdict: 'invalid' as const };
  return [tamperedName(path), fails ? { ...vector, fails } : vector];
}

export function tamperedName(path: Path): string {
  return `tampered/${path.join('.').replaceAll('@', '')}`;
}

/** The same certificate as vc+jwt: good, changed, by another key, and dressed like a token for something else. */
async function makeJwts(): Promise<Record<string, string>> {
  const [keys, stranger] = await Promise.all([testKeys(), strangersKeys()]);
  const certificate = await createIssuer(keys).issue(sampleCertificate(keys));
  const good = certificateJwt(certificate, keys);
  const changed = changeLeaf(certificate, ['credentialSubject', 'licenseNumber']);
  const [header = '', payload = '', signature = ''] = good.split('.');
  const plain = { alg: 'EdDSA', kid: keys.verificationMethod, typ: 'JWT' };
  const plainHeader = Buffer.from(JSON.stringify(plain)).toString('base64url');
  const sign = (signed: string, by: SigningKeys) =>
    `${signed}.${by.sign(Buffer.from(signed)).toString('base64url')}`;
  return {
    good,
    tampered: [header, certificateJwt(changed, keys).split('.')[1], signature].join('.'),
    'wrong-key': sign(`${header}.${payload}`, stranger),
    'wrong-type': sign(`${plainHeader}.${payload}`, keys),
  };
}

/** Writes the vectors, the status lists, the issuer's DID document and what a verifier must answer. */
export async function writeCertificateVectors(directory: string): Promise<void> {
  const keys = await testKeys();
  const [revocation, suspension] = await sampleStatusLists(keys);
  const vectors = await makeVectors();
  const write = async (name: string, content: object) => {
    const file = join(directory, `${name}.json`);
    await mkdir(dirname(file), { recursive: true });
    await writeFile(file, `${JSON.stringify(content, null, 2)}\n`);
  };
  await write('status-revocation', revocation);
  await write('status-suspension', suspension);
  await write('issuer-did', keys.didDocument);
  const expected: Record<string, object> = {};
  for (const [name, { certificate, verdict, fails }] of Object.entries(vectors)) {
    await write(name, certificate);
    expected[name] = { verdict, fails };
  }
  for (const [name, jwt] of Object.entries(await makeJwts())) {
    await writeFile(join(directory, `${name}.jwt`), `${jwt}\n`);
  }
  await write('expected', { now: VECTORS_NOW, certificates: expected, jwts: JWT_VERDICTS });
}

if (import.meta.main) {
  for (const name of await readdir(VECTORS)) {
    if (name !== 'README.md') await rm(join(VECTORS, name), { recursive: true });
  }
  await writeCertificateVectors(VECTORS);
}
