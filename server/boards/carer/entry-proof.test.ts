import { createHash } from 'node:crypto';
import { beforeAll, expect, test } from 'vitest';
import { settleDistrict } from '../../background.ts';
import {
  provesInclusion,
  signedRoot,
} from '../../counting/points/ledger/testing/another-auditor.ts';
import { type Family, makeScene, type Scene } from '../../records/activities/testing/scene.ts';

let here: Scene;
let family: Family;

beforeAll(async () => {
  here = await makeScene();
  family = await here.family('高山');
  await attend(family, '18');
  await attend(family, '19');
});

async function attend(who: Family, day: string): Promise<void> {
  const [begins_at, ends_at] = [`2026-10-${day}T06:00:00Z`, `2026-10-${day}T07:30:00Z`];
  here.clock.set('2026-10-14T01:00:00Z');
  const activity = await here.publish({ begins_at, ends_at });
  await here.signUp(who, activity);
  for (const moment of [begins_at, ends_at]) {
    here.clock.set(moment);
    await here.teacher.post(`/api/v1/activities/${activity}/check-ins`, { carer_id: who.carer });
  }
  await settleDistrict(here.district);
}

const proofOf = (who: Family, sequence: number, asking = who.asking) =>
  asking.get(`/api/v1/carers/${who.carer}/points/${sequence}/proof`);
const bytes = (text: string) => Buffer.from(text, 'base64');
const newest = async () => (await here.stranger.get('/api/v1/public/ledger/checkpoint')).json();

test('a carer can prove an entry to somebody who trusts nobody but the signature (2.4.1)', async () => {
  const proof = (await proofOf(family, 0)).json();
  const leaf = createHash('sha256').update(Buffer.of(0)).update(proof.entry).digest();
  expect(leaf.toString('base64')).toBe(proof.leaf_hash);
  const { keys } = here.district;
  const [origin = ''] = proof.checkpoint.note.split('\n');
  const signed = signedRoot(proof.checkpoint.note, origin, keys.publicMultikey);
  const root = provesInclusion(leaf, 0, proof.size, proof.hashes.map(bytes));
  expect(root?.toString('base64')).toBe(signed?.root);
  expect(signed?.size).toBe(proof.size);
  expect(proof.checkpoint).toEqual(await newest());
});

test('an entry names no person, and its carer can show whose it is', async () => {
  const { entry, account } = (await proofOf(family, 0)).json();
  expect(entry).not.toContain(family.carer);
  const commitment = createHash('sha256')
    .update('gongyu-ledger-account/1\n')
    .update(Buffer.from(account.salt, 'base64url'))
    .update(Buffer.from(family.carer.replaceAll('-', ''), 'hex'))
    .digest('base64url');
  expect(JSON.parse(entry).carer).toBe(commitment);
  const other = JSON.parse((await proofOf(family, 1)).json().entry);
  expect(other.carer).toBe(commitment);
});

test('the proof with its text is for the family and for staff who have it in reach', async () => {
  const stranger = await here.family('别家');
  expect((await proofOf(family, 0, stranger.asking)).statusCode).toBe(404);
  expect((await proofOf(stranger, 0)).statusCode).toBe(404);
  expect((await proofOf(family, 0, here.principal)).statusCode).toBe(200);
  expect((await proofOf(family, 0, here.stranger)).statusCode).toBe(404);
});

test('anyone may ask for hashes: of an entry by its number, and that the ledger only grew', async () => {
  const before = await newest();
  await attend(family, '20');
  const later = await newest();
  const [earlierSize, laterSize] = [before, later].map(({ note }) => Number(note.split('\n')[1]));
  const ask = (path: string) => here.stranger.get(`/api/v1/public/ledger/${path}`);
  const inclusion = (await ask(`inclusion-proofs/${earlierSize}`)).json();
  expect(inclusion).toMatchObject({ size: laterSize, checkpoint: later });
  expect(inclusion.entry).toBeUndefined();
  const grown = (await ask(`consistency-proof?earlier=${earlierSize}`)).json();
  expect(grown).toMatchObject({ earlier: earlierSize, later: laterSize });
  expect(grown.hashes.length).toBeGreaterThan(0);
  const listed = (await ask('checkpoints?limit=1')).json();
  expect(listed.items).toMatchObject([{ size: laterSize, note: later.note }]);
  const next = (await ask(`checkpoints?limit=1&cursor=${listed.next}`)).json();
  expect(next.items).toMatchObject([{ size: earlierSize, note: before.note }]);
});

test('proofs that are asked for at the same moment are each one’s own, and one refusal is nobody else’s', async () => {
  const { size } = (await proofOf(family, 0)).json();
  const ask = (sequence: number) =>
    here.stranger.get(`/api/v1/public/ledger/inclusion-proofs/${sequence}`);
  const answers = await Promise.all([1, 99_999, 0, 1].map(ask));
  expect(answers.map(({ statusCode }) => statusCode === 200)).toEqual([true, false, true, true]);
  for (const [turn, sequence] of [1, undefined, 0, 1].entries()) {
    if (sequence === undefined) continue;
    const proof = answers[turn]?.json();
    const root = provesInclusion(bytes(proof.leaf_hash), sequence, size, proof.hashes.map(bytes));
    expect(proof).toMatchObject({ sequence, size });
    expect(root?.toString('base64')).toBe(proof.checkpoint.note.split('\n')[2]);
  }
});

test('what is not signed yet, and sizes that do not fit, are refused in words', async () => {
  const ask = (path: string) => here.stranger.get(`/api/v1/public/ledger/${path}`);
  expect((await ask('inclusion-proofs/99999')).json().code).toBe('points.not-signed-yet');
  for (const sizes of ['earlier=0', 'earlier=2&later=1', 'earlier=1&later=99999']) {
    expect((await ask(`consistency-proof?${sizes}`)).json().code).toBe('points.no-such-growth');
  }
});
