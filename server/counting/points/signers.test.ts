import { mkdtemp } from 'node:fs/promises';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { makeTestApp, type TestApp } from '../../testing/test-app.ts';
import { certifiedFamily, settleCertificates } from '../certificates/testing/certified-families.ts';
import { changeKey } from '../keys/index.ts';
import {
  askWitnesses,
  auditLedgerExport,
  exportLedger,
  keepCheckpoint,
  ledgerAt,
  ledgerKeyOf,
  readWitnessed,
  setSigners,
  signersOf,
} from './index.ts';
import { auditAnew } from './ledger/testing/another-auditor.ts';

let here: TestApp;
let schoolClass: Parameters<typeof certifiedFamily>[2];
let office: TestApp;
let commission: TestApp;

beforeAll(async () => {
  const at = '2026-11-01T02:00:00Z';
  here = await makeTestApp({ at });
  office = await makeTestApp({ at, publicUrl: 'https://office.example' });
  commission = await makeTestApp({ at, publicUrl: 'https://commission.example' });
  ({ schoolClass } = await here.people.school('麓湖小学'));
  const witnessed = readWitnessed(await ledgerKeyOf(here.district));
  for (const house of [office, commission]) {
    Object.assign(house.district, { witnessed });
    await house.app.listen({ port: 0, host: '127.0.0.1' });
  }
});

afterAll(async () => {
  await Promise.all([office.app.close(), commission.app.close()]);
});

async function add(name: string): Promise<void> {
  await certifiedFamily(here, name, schoolClass);
  await settleCertificates(here);
  while ((await keepCheckpoint(here.district)) > 0);
}

const addressOf = ({ app }: TestApp) =>
  `http://127.0.0.1:${(app.server.address() as AddressInfo).port}/witness`;
const keyOf = async (house: TestApp) => (await house.nobody.get('/witness/key')).body.trim();
const signerOf = async (house: TestApp) => `${await keyOf(house)} ${addressOf(house)}`;

async function exported(): Promise<{ directory: string; entries: number }> {
  const directory = join(await mkdtemp(join(tmpdir(), 'gongyu-signers-')), 'out');
  const { entries } = await exportLedger(here.district, directory);
  return { directory, entries };
}

describe('a district that names two signers', () => {
  let commissionKey: string;
  let alone: number;

  test('needs them from there on, and has them sign what is new', async () => {
    await add('李一');
    alone = (await signersOf(here.district)).size;
    commissionKey = await keyOf(commission);
    const both = [await signerOf(office), await signerOf(commission)];
    expect(await setSigners(here.district, 2, both)).toMatchObject({ after: alone, handovers: [] });
    await add('王二');
    expect(await askWitnesses(here.district)).toBe(2);
    const { directory, entries } = await exported();
    expect(entries).toBeGreaterThan(alone);
    const keys = [await keyOf(office), commissionKey];
    const report = await auditLedgerExport(directory, { signers: { keys, needed: 2 } });
    expect(report).toMatchObject({ passed: true, findings: [], signersNeeded: 2 });
    expect(auditAnew(directory)).toBeUndefined();
    const told = await here.nobody.get('/api/v1/public/ledger/signers');
    expect(told.json()).toEqual({ items: [{ after: alone, needed: 2, keys }], handovers: [] });
  });

  test('exports no further than both have signed, with the balances of that moment', async () => {
    const { signed } = await signersOf(here.district);
    await add('张三');
    const { directory, entries } = await exported();
    expect(entries).toBe(signed);
    expect((await signersOf(here.district)).size).toBeGreaterThan(signed);
    expect((await auditLedgerExport(directory)).findings).toEqual([]);
    expect(await askWitnesses(here.district)).toBe(2);
    expect((await exported()).entries).toBeGreaterThan(signed);
  });

  test('goes on with the next key of one of them, to which the former one has signed', async () => {
    await changeKey(commission.district, (client) => ledgerAt(commission.district, client));
    await add('赵四');
    await expect(askWitnesses(here.district)).rejects.toThrow('without a good signature');
    const { signed } = await signersOf(here.district);
    const both = [await signerOf(office), await signerOf(commission)];
    const set = await setSigners(here.district, 2, both);
    expect(set).toMatchObject({ after: signed, handovers: [{ former: commissionKey }] });
    await add('钱五');
    expect(await askWitnesses(here.district)).toBe(2);
    const { directory, entries } = await exported();
    expect(entries).toBe((await signersOf(here.district)).size);
    const keys = [await keyOf(office), commissionKey];
    const report = await auditLedgerExport(directory, { signers: { keys, needed: 2 } });
    expect(report).toMatchObject({
      passed: true,
      cosigned: ['office.example/witness', 'commission.example/witness'],
    });
    expect(auditAnew(directory)).toBeUndefined();
  });

  test('may need fewer than it names: one that is silent holds nothing up', async () => {
    const both = [await signerOf(office), await signerOf(commission)];
    await setSigners(here.district, 1, both);
    await commission.app.close();
    await add('孙六');
    await expect(askWitnesses(here.district)).rejects.toThrow();
    const { directory, entries } = await exported();
    expect(entries).toBe((await signersOf(here.district)).size);
    expect(await auditLedgerExport(directory)).toMatchObject({ passed: true, signersNeeded: 1 });
  });
});

test('what cannot be is refused with what to write', async () => {
  const [one] = [await signerOf(office)];
  await expect(setSigners(here.district, 2, [one])).rejects.toThrow('may need 0 to 1');
  await expect(setSigners(here.district, 1, [one, one])).rejects.toThrow('Name each signer once');
  await expect(setSigners(here.district, 1, ['nonsense'])).rejects.toThrow('is no signer');
});
