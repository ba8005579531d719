import { mkdtemp, readdir, readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { DidDocument } from '../../../platform/signing/index.ts';
import { tamperedName, VECTORS, writeCertificateVectors } from './certificate-vectors.ts';
import { verdictOf, verifyCertificate } from './index.ts';
import { leavesOf } from './one-character.ts';

const read = async (name: string): Promise<unknown> =>
  JSON.parse(await readFile(join(VECTORS, `${name}.json`), 'utf8'));

interface Answer {
  readonly verdict: string;
  readonly fails?: string;
}
interface Expected {
  readonly now: string;
  readonly certificates: Readonly<Record<string, Answer>>;
  readonly jwts: Readonly<Record<string, Answer>>;
}
const expected = (await read('expected')) as Expected;

test.each(Object.entries(expected.certificates))(
  'vector %s is answered as published',
  async (name, answer) => expectAnswer(await read(name), answer),
);

test.each(Object.entries(expected.jwts))(
  'vector %s as vc+jwt is answered as published',
  async (name, answer) => {
    const text = await readFile(join(VECTORS, `${name}.jwt`), 'utf8');
    await expectAnswer(text.trim(), answer);
  },
);

async function expectAnswer(credential: unknown, answer: Answer): Promise<void> {
  const checks = await verifyCertificate(credential, {
    now: new Date(expected.now),
    trustedIssuers: [(await read('issuer-did')) as DidDocument],
    statusLists: [await read('status-revocation'), await read('status-suspension')],
  });
  expect(verdictOf(checks)).toBe(answer.verdict);
  expect(checks.find(({ outcome }) => outcome === 'failed')?.key).toBe(answer.fails);
  expect(checks).toHaveLength(7);
}

test('there is a vector for everything that a certificate says, changed after signing', async () => {
  const names = Object.keys(expected.certificates);
  for (const path of leavesOf(await read('good'))) expect(names).toContain(tamperedName(path));
  const tampered = names.filter((name) => name.startsWith('tampered/'));
  expect(tampered.filter((name) => expected.certificates[name]?.verdict !== 'invalid')).toEqual([]);
});

test('the vectors are what this code writes today', async () => {
  const fresh = await mkdtemp(join(tmpdir(), 'gongyu-certificates-'));
  await writeCertificateVectors(fresh);
  const names = await filesIn(fresh);
  const kept = await filesIn(VECTORS);
  expect(names.sort()).toEqual(kept.sort());
  for (const name of names) {
    expect(await readFile(join(fresh, name), 'utf8')).toBe(
      await readFile(join(VECTORS, name), 'utf8'),
    );
  }
});

async function filesIn(folder: string): Promise<string[]> {
  const names = await readdir(folder, { recursive: true });
  return names.filter((name) => /\.(json|jwt)$/.test(name));
}
