import { mkdtemp, readdir, readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { DidDocument } from '../../../platform/signing/index.ts';
import { VECTORS, writeCertificateVectors } from './certificate-vectors.ts';
import { verdictOf, verifyCertificate } from './index.ts';

const read = async (name: string): Promise<unknown> =>
  JSON.parse(await readFile(join(VECTORS, `${name}.json`), 'utf8'));

interface Expected {
  now: string;
  certificates: Record<string, { verdict: string; fails?: string }>;
}
const expected = (await read('expected')) as Expected;

test.each(Object.entries(expected.certificates))(
  'vector %s is answered as published',
  async (name, answer) => {
    const checks = await verifyCertificate(await read(name), {
      now: new Date(expected.now),
      trustedIssuers: [(await read('issuer-did')) as DidDocument],
      statusLists: [await read('status-revocation'), await read('status-suspension')],
    });
    expect(verdictOf(checks)).toBe(answer.verdict);
    expect(checks.find(({ outcome }) => outcome === 'failed')?.key).toBe(answer.fails);
    expect(checks).toHaveLength(7);
  },
);

test('the vectors are what this code writes today', async () => {
  const fresh = await mkdtemp(join(tmpdir(), 'gongyu-certificates-'));
  await writeCertificateVectors(fresh);
  const names = await readdir(fresh);
  const kept = (await readdir(VECTORS)).filter((name) => name.endsWith('.json'));
  expect(names.sort()).toEqual(kept.sort());
  for (const name of names) {
    expect(await readFile(join(fresh, name), 'utf8')).toBe(
      await readFile(join(VECTORS, name), 'utf8'),
    );
  }
});
