import { describe, expect, test } from 'vitest';
import { decodeStatusList } from '../credential/index.ts';
import { makeTrials } from './testing/trials.ts';

const { here, credential, issue, issued, verify } = await makeTrials();

describe('status lists of what is issued here', () => {
  const wanted = { credentialStatus: { type: 'BitstringStatusListEntry' } };

  test('a credential gets a place in one where it is asked for, and is verified with it', async () => {
    const one = await issued(credential, wanted);
    expect(one).toMatchObject({
      credentialStatus: {
        type: 'BitstringStatusListEntry',
        statusPurpose: 'revocation',
        statusListIndex: expect.stringMatching(/^(0|[1-9]\d{0,5})$/),
        statusListCredential: `${here.district.publicUrl}/credentials/status-lists/revocation`,
      },
    });
    const answer = await verify(one, {});
    expect(answer.json()).toMatchObject({
      verified: true,
      checks: [{ check: ['proof', 'credentialStatus'] }],
    });
  });

  test('the list is there for everybody, is by the same key and long enough', async () => {
    const purpose = { statusPurpose: 'suspension' };
    await issued(credential, { credentialStatus: { ...wanted.credentialStatus, ...purpose } });
    const answer = await here.nobody.get('/credentials/status-lists/suspension');
    const list = answer.json<{ credentialSubject: { encodedList: string } }>();
    expect(list).toMatchObject({
      issuer: credential.issuer,
      type: ['VerifiableCredential', 'BitstringStatusListCredential'],
      credentialSubject: { type: 'BitstringStatusList', ...purpose },
    });
    expect((await verify(list)).json()).toMatchObject({ verified: true });
    const { length } = await decodeStatusList(list.credentialSubject.encodedList);
    expect(length).toBeGreaterThanOrEqual(16 * 1024 * 8);
  });

  test('beside a status of its own it gets another', async () => {
    const own = { type: 'ExampleStatus' };
    const one = await issued({ ...credential, credentialStatus: own }, wanted);
    expect(one).toMatchObject({ credentialStatus: [own, { statusPurpose: 'revocation' }] });
  });

  test.each([
    ['of another kind', { type: 'UnknownStatusEntry' }],
    ['for another purpose', { type: 'BitstringStatusListEntry', statusPurpose: 'message' }],
  ])('a status %s is not given', async (_, credentialStatus) => {
    expect((await issue(credential, { credentialStatus })).statusCode).toBe(400);
  });
});
