import { createHash, verify } from 'node:crypto';
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text as textOf } from 'node:stream/consumers';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { settleDistrict } from '../../background.ts';
import type { District } from '../../platform/index.ts';
import { publicKeyOf } from '../../platform/signing/ed25519.ts';
import { signingKeysFromSeed } from '../../platform/signing/index.ts';
import { makeScene, type Scene } from '../../records/activities/testing/scene.ts';
import { askWitnesses, readWitnessed, readWitnesses } from './index.ts';
import {
  COSIGNATURE,
  cosign,
  findCosignature,
  leafHash,
  MerkleTree,
  signCheckpoint,
  verifierKeyOf,
} from './ledger/index.ts';
import { madeUpEntries } from './ledger/ledger-vectors.ts';
import { witnessNameOf } from './witness-others.ts';

const another = await signingKeysFromSeed(Buffer.alloc(32, 9), { method: 'key' });
const ORIGIN = 'another.example/ledger';
const tree = new MerkleTree();
for (const entry of madeUpEntries(40)) tree.append(leafHash(entry));

let here: Scene;
let address: string;

beforeAll(async () => {
  here = await makeScene();
  await here.app.listen({ port: 0, host: '127.0.0.1' });
  address = `http://127.0.0.1:${(here.app.server.address() as AddressInfo).port}/witness`;
  const theirKey = verifierKeyOf({ name: ORIGIN, publicKey: another.publicKey });
  const ourKey = verifierKeyOf({
    name: 'localhost:3000/ledger',
    publicKey: here.district.keys.publicKey,
  });
  Object.assign(here.district, { witnessed: readWitnessed(`${theirKey}; ${ourKey}`) });
});

afterAll(() => here.app.close());

const noteOf = (size: number, root = tree.root(size), keys = another, origin = ORIGIN) =>
  signCheckpoint({ origin, size, root }, keys);
const proofOf = (old: number, size: number) =>
  old === 0
    ? ''
    : tree
        .consistencyProof(old, size)
        .map((hash) => `${base64(hash)}\n`)
        .join('');
const base64 = (bytes: Uint8Array) => Buffer.from(bytes).toString('base64');
const ask = (body: string) =>
  fetch(`${address}/add-checkpoint`, {
    method: 'POST',
    headers: { 'content-type': 'text/plain' },
    body,
  });
const show = (old: number, size: number, note = noteOf(size)) =>
  ask(`old ${old}\n${proofOf(old, size)}\n${note}`);

describe('this district as a witness of another ledger (C2SP tlog-witness)', () => {
  test('signs what only grew, in the form that anyone can check', async () => {
    expect((await show(0, 7)).status).toBe(200);
    const answer = await show(7, 20);
    const line = await answer.text();
    const [, name, encoded] = /^— (\S+) (\S+)\n$/.exec(line) ?? [];
    const bytes = Buffer.from(encoded ?? '', 'base64');
    const id = createHash('sha256')
      .update(`${name}\n`)
      .update(Buffer.of(4))
      .update(here.district.keys.publicKey)
      .digest();
    expect(bytes.subarray(0, 4)).toEqual(id.subarray(0, 4));
    const seconds = bytes.readBigUInt64BE(4);
    const text = `cosignature/v1\ntime ${seconds}\n${ORIGIN}\n20\n${base64(tree.root(20))}\n`;
    const key = publicKeyOf(here.district.keys.publicKey);
    expect(verify(null, Buffer.from(text), key, bytes.subarray(12))).toBe(true);
  });

  test('signs the same again, and never a smaller one or another past', async () => {
    expect((await show(20, 20)).status).toBe(200);
    const behind = await show(7, 30);
    expect([behind.status, behind.headers.get('content-type')]).toEqual([409, 'text/x.tlog.size']);
    expect(await behind.text()).toBe('20\n');
    expect((await show(20, 20, noteOf(20, tree.root(19)))).status).toBe(409);
    expect((await show(20, 30, noteOf(30, tree.root(29)))).status).toBe(422);
    expect((await ask(`old 30\n\n${noteOf(20)}`)).status).toBe(400);
  });

  test('knows whose ledger it is, and what is no request', async () => {
    expect((await show(20, 30, noteOf(30, tree.root(30), here.district.keys))).status).toBe(403);
    const unknown = noteOf(30, tree.root(30), another, 'unknown.example/ledger');
    expect((await show(20, 30, unknown)).status).toBe(404);
    for (const body of [
      '',
      'old 20',
      `old x\n\n${noteOf(30)}`,
      `old 20\nno hash\n\n${noteOf(30)}`,
    ]) {
      expect((await ask(body)).status, body).toBe(400);
    }
  });

  test('gives two who come at once one past', async () => {
    const answers = await Promise.all([show(20, 25), show(20, 35), show(20, 25)]);
    expect(answers.map(({ status }) => status).toSorted()).toEqual([200, 409, 409]);
  });
});

describe('this district’s own ledger', () => {
  const withWitness = (): District => {
    const key = { name: witnessNameOf(here.district), publicKey: here.district.keys.publicKey };
    const witnesses = readWitnesses(`${verifierKeyOf(key, COSIGNATURE)} ${address}/`);
    return { ...here.district, witnesses };
  };
  const attend = async (day: string) => {
    const [begins_at, ends_at] = [`2026-10-${day}T06:00:00Z`, `2026-10-${day}T07:30:00Z`];
    here.clock.set('2026-10-14T01:00:00Z');
    const activity = await here.publish({ begins_at, ends_at });
    const family = await here.family('高山');
    await here.signUp(family, activity);
    for (const moment of [begins_at, ends_at]) {
      here.clock.set(moment);
      const url = `/api/v1/activities/${activity}/check-ins`;
      await here.teacher.post(url, { carer_id: family.carer });
    }
    await settleDistrict(here.district);
  };
  const newest = async () =>
    (await here.stranger.get('/api/v1/public/ledger/checkpoint')).json().note as string;

  test('is signed by its witness each time that it grew, and publishes that with the checkpoint', async () => {
    const district = withWitness();
    expect(await askWitnesses(district)).toBe(0);
    for (const day of ['18', '19']) {
      await attend(day);
      expect(await askWitnesses(district)).toBe(1);
      const [text = '', lines = ''] = (await newest()).split('\n\n');
      const [witness] = district.witnesses ?? [];
      if (!witness) throw new Error('There is a witness.');
      expect(findCosignature(`${text}\n`, lines, witness.key)?.at).toBeInstanceOf(Date);
      expect(await askWitnesses(district)).toBe(0);
    }
  });

  test('is not signed by a witness that answers with somebody else’s signature', async () => {
    await attend('20');
    const district = withWitness();
    const [witness] = district.witnesses ?? [];
    if (!witness) throw new Error('There is a witness.');
    const impostor = { ...witness, key: { ...witness.key, publicKey: another.publicKey } };
    const asking = askWitnesses({ ...district, witnesses: [impostor] });
    await expect(asking).rejects.toThrow('without a good signature');
  });

  test('goes on where the witness is, when the two do not know the same of each other', async () => {
    // The witness has seen the newest already (above), and we do not know of it.
    expect(await askWitnesses(withWitness())).toBe(1);
  });

  test('keeps of a witness’s answer the line that holds, and nothing else that it says', async () => {
    const stray = `\u2014 ${witnessNameOf(here.district)} ${Buffer.alloc(76, 1).toString('base64')}\n`;
    const talkative = createServer(async (request, response) => {
      const body = await textOf(request);
      const answer = await ask(body);
      response.writeHead(answer.status).end(stray + (await answer.text()) + stray);
    }).listen(0, '127.0.0.1');
    await once(talkative, 'listening');
    const { port } = talkative.address() as AddressInfo;
    const district = withWitness();
    const witnesses = (district.witnesses ?? []).map((witness) => ({
      ...witness,
      address: `http://127.0.0.1:${port}`,
    }));
    await attend('21');
    expect(await askWitnesses({ ...district, witnesses })).toBe(1);
    talkative.close();
    expect((await newest()).match(/— localhost:3000\/witness /g)).toHaveLength(1);
  });
});

test('a cosignature holds for its text, time and key only', () => {
  const text = `${ORIGIN}\n7\n${base64(tree.root(7))}\n`;
  const at = new Date('2026-11-01T08:00:00Z');
  const key = { name: 'w.example/witness', publicKey: another.publicKey };
  const line = cosign(text, key.name, another, at);
  expect(findCosignature(text, line, key)).toEqual({ line, at });
  expect(findCosignature(text.replace('7', '8'), line, key)).toBeUndefined();
  expect(findCosignature(text, line, { ...key, name: 'x.example/witness' })).toBeUndefined();
  expect(findCosignature(text, line.slice(0, -9), key)).toBeUndefined();
});

test('keys that are none are refused with the form in which they are written', () => {
  expect(() => readWitnesses('nonsense')).toThrow('GONGYU_WITNESSES has "nonsense"');
  expect(() => readWitnessed('nonsense')).toThrow('GONGYU_WITNESSED has "nonsense"');
  expect([readWitnesses(''), readWitnessed(' ; ')]).toEqual([[], []]);
});
