import { mkdtemp, readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { generateSigningKeys } from '../../../platform/signing/index.ts';
import { type Manifest, manifestBytes } from './export-format.ts';
import { auditLedgerExport, COSIGNATURE, verifierKeyOf } from './index.ts';
import {
  exportWithSigners,
  SIGNER_NAMES,
  signedBy,
  testLedgerKeys,
  testSignerKeys,
  VECTORS,
} from './ledger-vectors.ts';
import { auditAnew } from './testing/another-auditor.ts';

const district = await testLedgerKeys();
const [office, first, second] = await testSignerKeys();
const stranger = await generateSigningKeys({ method: 'key' });
const [OFFICE, COMMISSION] = SIGNER_NAMES;
const keyOf = (name: string, keys = stranger) =>
  verifierKeyOf({ name, publicKey: keys.publicKey }, COSIGNATURE);
const [officeKey, formerKey, presentKey] = [
  keyOf(OFFICE, office),
  keyOf(COMMISSION, first),
  keyOf(COMMISSION, second),
];

async function exported(): Promise<string> {
  const directory = await mkdtemp(join(tmpdir(), 'gongyu-signers-'));
  await exportWithSigners(directory);
  return directory;
}

async function change(
  directory: string,
  size: number,
  how: (note: string) => string,
): Promise<string> {
  const file = join(directory, 'checkpoints', `${String(size).padStart(16, '0')}.txt`);
  await writeFile(file, how(await readFile(file, 'utf8')));
  return directory;
}

/** Changes the manifest and signs it again: the district itself does that. */
async function forge(directory: string, how: (manifest: Partial<Manifest>) => void) {
  const file = join(directory, 'manifest.json');
  const { signature: _, ...manifest } = JSON.parse(await readFile(file, 'utf8'));
  how(manifest);
  const signature = district.sign(manifestBytes(manifest)).toString('base64');
  await writeFile(file, JSON.stringify({ ...manifest, signature }));
  return directory;
}

const without = (name: string) => (note: string) =>
  note
    .split('\n')
    .filter((line) => !line.startsWith(`— ${name} `))
    .join('\n');

async function verdicts(directory: string) {
  const { passed, findings } = await auditLedgerExport(directory);
  return {
    ours: passed,
    anothers: auditAnew(directory) === undefined,
    says: findings.map(({ says }) => says.en).join(),
  };
}

describe('a ledger that two others sign beside its district', () => {
  test('holds for both auditors, over the change of one signer’s key', async () => {
    expect(await verdicts(await exported())).toEqual({ ours: true, anothers: true, says: '' });
    expect(await auditLedgerExport(await exported())).toMatchObject({ signersNeeded: 2 });
  });

  test.each([
    ['who joined before', 8, COMMISSION],
    ['who has the present key', 12, COMMISSION],
    ['whose key never changed', 12, OFFICE],
  ])('lacks the one %s: the checkpoint and the signer are named', async (_, size, name) => {
    const found = await verdicts(await change(await exported(), size, without(name)));
    expect(found).toMatchObject({ ours: false, anothers: false });
    expect(found.says).toBe(
      `The checkpoint over the first ${size} entries needs 2 signers beside the district and has 1: there is none of ${name}.`,
    );
  });

  test('a signature of another history is wrong, and said to be', async () => {
    const directory = await change(await exported(), 12, (note) => {
      const other = note.replace('\n12\n', '\n11\n');
      const [, line = ''] = signedBy(`${other.split('\n\n')[0]}\n\n`, [
        { name: COMMISSION, keys: second ?? stranger },
      ]).split('\n\n');
      return without(COMMISSION)(note) + line;
    });
    const found = await verdicts(directory);
    expect(found).toMatchObject({ ours: false, anothers: false });
    expect(found.says).toContain(`the signature of ${COMMISSION} does not hold`);
  });

  test('neither the former key of a signer nor a stranger of its name signs what came after', async () => {
    for (const keys of [first, stranger]) {
      const directory = await change(await exported(), 12, (note) =>
        signedBy(without(COMMISSION)(note), [{ name: COMMISSION, keys: keys ?? stranger }]),
      );
      expect(await verdicts(directory)).toMatchObject({ ours: false, anothers: false });
    }
  });

  test('what was signed before there were signers needs none', async () => {
    const directory = await forge(await exported(), (manifest) => {
      Object.assign(manifest, { signers: [{ after: 0, needed: 1, keys: [officeKey] }] });
    });
    expect((await verdicts(directory)).says).toContain('over the first 4 entries needs 1 signers');
  });

  test.each<[string, object[]]>([
    ['needs more than it names', [{ after: 4, needed: 3, keys: [officeKey, formerKey] }]],
    ['names a house twice', [{ after: 4, needed: 2, keys: [formerKey, presentKey] }]],
    ['names what is no key', [{ after: 4, needed: 1, keys: [district.publicMultikey] }]],
    [
      'goes back',
      [
        { after: 8, needed: 0, keys: [] },
        { after: 4, needed: 0, keys: [] },
      ],
    ],
  ])('a rule that %s makes it no manifest', async (_, signers) => {
    const directory = await forge(await exported(), (manifest) => {
      Object.assign(manifest, { signers });
    });
    expect(await verdicts(directory)).toMatchObject({ ours: false, anothers: false });
  });

  test('a change of a signer’s key that its former key did not sign is caught', async () => {
    const directory = await forge(await exported(), (manifest) => {
      const [handover] = manifest.signer_handovers ?? [];
      Object.assign(manifest, { signer_handovers: [{ ...handover, next: keyOf(COMMISSION) }] });
    });
    const found = await verdicts(directory);
    expect(found).toMatchObject({ ours: false, anothers: false });
    expect(found.says).toContain('has not signed for its successor');
  });
});

describe('an auditor who knows the signers', () => {
  const ask = async (directory: string, keys: string[], needed = keys.length) =>
    auditLedgerExport(directory, { signers: { keys, needed } });

  test('is led from the key that was learned early to the present one', async () => {
    for (const key of [formerKey, presentKey]) {
      const report = await ask(await exported(), [officeKey, key]);
      expect(report).toMatchObject({ passed: true, cosigned: [OFFICE, COMMISSION] });
    }
  });

  test('finds out when the district has dropped them and says that it needs none', async () => {
    const alone = await forge(await exported(), (manifest) => {
      Object.assign(manifest, { signers: [], signer_handovers: [] });
    });
    await change(alone, 12, without(COMMISSION));
    expect((await auditLedgerExport(alone)).passed).toBe(true);
    expect((await ask(alone, [officeKey, formerKey])).passed).toBe(false);
    expect((await ask(alone, [officeKey, formerKey], 1)).cosigned).toEqual([OFFICE]);
  });

  test('counts one house once, by however many of its keys it is asked for', async () => {
    const alone = await change(await exported(), 12, without(OFFICE));
    const report = await ask(alone, [formerKey, presentKey, officeKey], 2);
    expect(report.findings.map(({ about }) => about)).toEqual(['checkpoint', 'checkpoint']);
  });
});

test.each([
  ['signers', true],
  ['signer-missing', false],
  ['signer-wrong', false],
  ['signers-former-key', false],
])('the published vector %s: %s', async (name, passes) => {
  const { ours, anothers } = await verdicts(join(VECTORS, name));
  expect({ ours, anothers }).toEqual({ ours: passes, anothers: passes });
});
