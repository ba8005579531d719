import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { createSealing } from '../../platform/index.ts';
import { type DidDocument, publicKeyOfMultikey } from '../../platform/signing/index.ts';
import { type Asking, makeTestApp, type TestApp } from '../../testing/test-app.ts';
import {
  createIssuer,
  makeVerifyToken,
  readCertificate,
  type SignedCertificate,
} from '../certificates/credential/index.ts';
import { type Check, verdictOf, verifyCertificate } from '../certificates/index.ts';
import { forgetStatusLists } from '../certificates/status-lists.ts';
import { certifiedFamily, settleCertificates } from '../certificates/testing/certified-families.ts';
import { auditLedgerExport, exportLedger, keepCheckpoint, ledgerAt } from '../points/index.ts';
import { changeKey, issuersOfDistrict, keysOfGeneration, openKeyring } from './index.ts';

// By its own host's name, and by the key itself, which then changes its name too.
describe.each(['https://gongyu.example', 'http://localhost:3000'])('at %s', (publicUrl) => {
  let here: TestApp;
  let mother: string;
  let credential: SignedCertificate;
  let link: string;
  let firstKey: string;

  beforeAll(async () => {
    here = await makeTestApp({ at: '2026-11-01T02:00:00Z', publicUrl });
    const { schoolClass } = await here.people.school('麓湖小学');
    const { carer } = await certifiedFamily(here, '李一', schoolClass);
    await settleCertificates(here);
    while ((await keepCheckpoint(here.district)) > 0);
    mother = carer;
    [{ credential, link } = { credential: {} as SignedCertificate, link: '' }] = await mine(
      await here.as(mother),
    );
    firstKey = here.district.keys.publicMultikey;
    here.clock.set('2026-11-05T02:00:00Z');
    await changeKey(here.district, (client) => ledgerAt(here.district, client));
    forgetStatusLists(here.district);
    here.clock.set('2026-11-06T02:00:00Z');
    const later = await certifiedFamily(here, '王二', schoolClass);
    await settleCertificates(here);
    while ((await keepCheckpoint(here.district)) > 0);
    await mine(await here.as(later.carer));
  });

  async function mine(who: Asking) {
    const list = await who.get('/api/v1/carer/certificates');
    const { items } = list.json<{ items: { id: string; verify_link: string }[] }>();
    return Promise.all(
      items.map(async ({ id, verify_link }) => ({
        link: verify_link,
        credential: (
          await who.get(`/api/v1/certificates/${id}/credential`)
        ).json<SignedCertificate>(),
      })),
    );
  }

  const check = async (token: string) =>
    here.nobody.post('/api/v1/public/certificate-checks', { token });

  /** As anyone does it with what the district publishes. */
  async function offline(shown: unknown): Promise<readonly Check[]> {
    const did = (await here.nobody.get('/.well-known/did.json')).json<DidDocument>();
    const lists = await Promise.all(
      ['revocation', 'suspension'].map(async (purpose) =>
        (await here.nobody.get(`/api/v1/public/status-lists/${purpose}/0`)).json(),
      ),
    );
    return verifyCertificate(shown, {
      now: here.clock(),
      trustedIssuers: [did],
      trustedKeys: [`did:key:${firstKey}`],
      statusLists: lists,
    });
  }

  test('the next key signs, another than the first', async () => {
    expect(here.district.keys.publicMultikey).not.toBe(firstKey);
    const did = (await here.nobody.get('/.well-known/did.json')).json<DidDocument>();
    const [present] = did.verificationMethod;
    expect(present?.publicKeyMultibase).toBe(here.district.keys.publicMultikey);
  });

  test('a certificate of before still verifies: by its link, by itself, by lists of the new key', async () => {
    const answer = await check(link.split('#')[1] ?? '');
    expect(answer.json()).toMatchObject({ verdict: 'valid' });
    expect(verdictOf(await offline(credential))).toBe('valid');
    const list = await here.nobody.get('/api/v1/public/status-lists/revocation/0');
    expect(list.json()).toMatchObject({
      proof: [{ verificationMethod: here.district.keys.verificationMethod }],
    });
  });

  test('a link that is made now for it opens too', async () => {
    const [now] = await mine(await here.as(mother));
    expect(now?.link).not.toBe(link);
    expect((await check(now?.link.split('#')[1] ?? '')).json()).toMatchObject({ verdict: 'valid' });
  });

  test('whoever has the former key and dates a certificate after its end is caught', async () => {
    const stolen = await keysOfGeneration(here.district.sealing, publicUrl, 1);
    const input = {
      ...readCertificate(credential),
      ...{ issuedAt: '2026-11-06T01:00:00Z', validFrom: '2026-11-06T01:00:00Z' },
    };
    const forged = await createIssuer(stolen).issue(input);
    const issuers = issuersOfDistrict(here.district);
    const checks = await verifyCertificate(forged, { now: here.clock(), trustedIssuers: issuers });
    const signature = checks.find(({ key }) => key === 'signature');
    expect(signature?.outcome).toBe('failed');
    expect(signature?.says.en).toContain('former key');
  });

  test('and one that is dated back is unknown to the register, link and all', async () => {
    const stolen = await keysOfGeneration(here.district.sealing, publicUrl, 1);
    const id = '019a0000-0000-7000-8000-00000000dead';
    const token = makeVerifyToken(id, new Date('2027-01-01T00:00:00Z'), stolen);
    expect((await check(token)).statusCode).toBe(404);
  });

  test('the ledger’s export holds over the change, for who learned the first key too', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'gongyu-keys-'));
    await exportLedger(here.district, join(folder, 'out'));
    const report = await auditLedgerExport(join(folder, 'out'), { trustedKey: firstKey });
    expect(report).toMatchObject({ passed: true, checkpointsHeld: 2 });
    await rm(folder, { recursive: true });
  });

  test('the checkpoint that is shown comes with the key that signed it; all keys are listed', async () => {
    const last = await here.nobody.get('/api/v1/public/ledger/checkpoint');
    const keys = await here.nobody.get('/api/v1/public/ledger/keys');
    const { items } = keys.json<{
      items: { key: string; public_multikey: string; until: number }[];
    }>();
    expect(items.map(({ public_multikey }) => public_multikey)).toEqual([
      firstKey,
      here.district.keys.publicMultikey,
    ]);
    expect(last.json()).toMatchObject({ key: items[1]?.key });
    expect(await publicKeyOfMultikey(firstKey)).toEqual(here.district.formerKeys?.[0]?.publicKey);
  });
});

// As a copy of a server does that is started under another port or host.
describe('a ledger that is served under another address than before', () => {
  test('keeps its name over checkpoints, a change of key and its export', async () => {
    const here = await makeTestApp({ at: '2026-11-01T02:00:00Z', publicUrl: 'http://localhost:1' });
    const { schoolClass } = await here.people.school('麓湖小学');
    await certifiedFamily(here, '李一', schoolClass);
    await settleCertificates(here);
    while ((await keepCheckpoint(here.district)) > 0);
    Object.assign(here.district, { publicUrl: 'http://localhost:2' });
    await changeKey(here.district, (client) => ledgerAt(here.district, client));
    here.clock.set('2026-11-06T02:00:00Z');
    await certifiedFamily(here, '王二', schoolClass);
    await settleCertificates(here);
    while ((await keepCheckpoint(here.district)) > 0);
    const folder = await mkdtemp(join(tmpdir(), 'gongyu-keys-'));
    const { origin } = await exportLedger(here.district, join(folder, 'out'));
    expect(origin).toBe('localhost:1/ledger');
    const report = await auditLedgerExport(join(folder, 'out'));
    expect(report).toMatchObject({ passed: true, checkpointsHeld: 2 });
    const last = await here.nobody.get('/api/v1/public/ledger/checkpoint');
    expect(last.json<{ key: string }>().key).toMatch(/^localhost:1\/ledger\+/);
    await rm(folder, { recursive: true });
  });

  test('keeps the name under which its first key handed over, though nothing was counted yet', async () => {
    const here = await makeTestApp({ at: '2026-11-01T02:00:00Z', publicUrl: 'http://localhost:1' });
    await changeKey(here.district, (client) => ledgerAt(here.district, client));
    Object.assign(here.district, { publicUrl: 'http://localhost:2' });
    const { schoolClass } = await here.people.school('麓湖小学');
    await certifiedFamily(here, '李一', schoolClass);
    await settleCertificates(here);
    while ((await keepCheckpoint(here.district)) > 0);
    const folder = await mkdtemp(join(tmpdir(), 'gongyu-keys-'));
    await exportLedger(here.district, join(folder, 'out'));
    expect((await auditLedgerExport(join(folder, 'out'))).findings).toEqual([]);
    await rm(folder, { recursive: true });
  });
});

describe('a program that runs while another changes the key', () => {
  test('signs nothing more with the former one: it takes the new one up and goes on', async () => {
    const here = await makeTestApp({ at: '2026-11-01T02:00:00Z' });
    const { schoolClass } = await here.people.school('麓湖小学');
    const { sealing, publicUrl, database } = here.district;
    const keyring = await openKeyring(database, sealing, publicUrl);
    const other = {
      ...here.district,
      get keys() {
        return keyring.keys;
      },
      renewKeys: () => keyring.renew(),
    };
    const before = other.keys.publicMultikey;
    await certifiedFamily(here, '李一', schoolClass);
    await settleCertificates(here);
    await changeKey(here.district, (client) => ledgerAt(here.district, client));
    expect(await keepCheckpoint(other)).toBe(0);
    expect(other.keys.publicMultikey).not.toBe(before);
    expect(await keepCheckpoint(other)).toBeGreaterThan(0);
  });

  test('another secret than the one that made the keys is refused by name', async () => {
    const here = await makeTestApp();
    await changeKey(here.district, (client) => ledgerAt(here.district, client));
    const wrong = createSealing(Buffer.alloc(32, 9), 'tianfu');
    await expect(
      openKeyring(here.district.database, wrong, here.district.publicUrl),
    ).rejects.toThrow('GONGYU_SECRET');
  });
});
