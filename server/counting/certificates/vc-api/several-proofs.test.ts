import { DataIntegrityProof } from '@digitalbazaar/data-integrity';
import { cryptosuite } from '@digitalbazaar/eddsa-rdfc-2022-cryptosuite';
import { describe, expect, test } from 'vitest';
import { type SigningKeys, signingKeysFromSeed } from '../../../platform/signing/index.ts';
import { trialKeys } from './keys.ts';
import { trialLoader } from './loader.ts';
import { makeTrials } from './testing/trials.ts';

const { here, credential, verify } = await makeTrials();

describe('several proofs, by Data Integrity 1.0', () => {
  const witness = signingKeysFromSeed(new Uint8Array(32).fill(5), { method: 'key' });
  const ID = 'urn:uuid:26329423-bec9-4b2e-88cb-a7c7d9dc4544';
  type Proof = Readonly<Record<string, unknown>>;

  /** As somebody signs over a credential, and over the proofs that it has when they are named. */
  async function proofBy(keys: SigningKeys, over: object, more: Proof): Promise<Proof> {
    const suite = new DataIntegrityProof({
      cryptosuite,
      signer: {
        ...{ id: keys.verificationMethod, algorithm: 'Ed25519' as const },
        sign: async ({ data }: { data: Uint8Array }) => keys.sign(data),
      },
      date: '2026-11-01T02:00:00Z',
    });
    Object.assign(suite, { proof: more });
    return suite.createProof({
      document: over,
      purpose: { update: (proof: Proof) => ({ ...proof, proofPurpose: 'assertionMethod' }) },
      proofSet: [],
      documentLoader: trialLoader(here.district),
    });
  }

  async function chain(previousProof: unknown = ID) {
    const first = await proofBy(await witness, credential, { id: ID });
    const keys = await trialKeys(here.district);
    const second = await proofBy(keys, { ...credential, proof: [first] }, { previousProof });
    return { first, second };
  }

  test('a proof over another proof is verified with it, named once or in a list', async () => {
    for (const name of [ID, [ID]]) {
      const { first, second } = await chain(name);
      const answer = await verify({ ...credential, proof: [first, second] });
      expect(answer.json()).toMatchObject({ verified: true, errors: [] });
    }
  });

  test('what it names must be there, hold, and be named by its id', async () => {
    const { first, second } = await chain();
    for (const proof of [
      second,
      [second],
      [first, { ...second, previousProof: 'urn:uuid:other' }],
      [first, { ...second, previousProof: [ID, 'urn:uuid:other'] }],
      [first, { ...second, previousProof: 456321 }],
      [{ ...first, created: '2026-11-01T02:00:01Z' }, second],
    ]) {
      const answer = await verify({ ...credential, proof });
      expect(answer.statusCode, answer.body).toBe(400);
    }
  });

  test('of a set every proof must hold, and one be the issuer’s', async () => {
    const keys = await trialKeys(here.district);
    const own = await proofBy(keys, credential, {});
    const other = await proofBy(await witness, credential, {});
    const good = await verify({ ...credential, proof: [own, other] });
    expect(good.json()).toMatchObject({ verified: true });
    for (const proof of [
      [own, { ...other, created: '2026-11-01T02:00:01Z' }],
      [own, { ...other, cryptosuite: 'ecdsa-rdfc-2019' }],
      [own, { ...other, proofPurpose: 'authentication' }],
      [own, { ...other, verificationMethod: undefined }],
      [own, 'text'],
      [other, other],
    ]) {
      const answer = await verify({ ...credential, proof });
      expect(answer.statusCode, answer.body).toBe(400);
    }
  });

  test('a set is asked for its end and its status too', async () => {
    const keys = await trialKeys(here.district);
    for (const change of [
      { validUntil: '2026-10-02T00:00:00Z' },
      { validFrom: '2026-12-01T00:00:00Z' },
      { credentialStatus: { type: 'ExampleStatus' } },
    ]) {
      const over = { ...credential, ...change };
      const proof = [await proofBy(keys, over, {}), await proofBy(await witness, over, {})];
      expect((await verify({ ...over, proof }, {})).statusCode).toBe(400);
    }
  });
});
