import { expect } from 'vitest';
import { type Asking, makeTestApp, type TestApp } from '../../../../testing/test-app.ts';
import { trialKeys } from '../keys.ts';

export const V2 = 'https://www.w3.org/ns/credentials/v2';
export const EXAMPLES = 'https://www.w3.org/ns/credentials/examples/v2';

/** In the spirit of the suites of W3C: vc-data-model-2.0, vc-di-eddsa, vc-bitstring-status-list. */
const example = {
  '@context': [V2, EXAMPLES],
  id: 'urn:uuid:1a8f7e3e-6c2b-4a8f-9d0e-0f3c5e1b2a4d',
  type: ['VerifiableCredential', 'ExampleCredential'],
  issuer: 'did:example:issuer',
  validFrom: '2026-10-01T00:00:00Z',
  credentialSubject: { id: 'did:example:subject', alumniOf: 'The School' },
};

export type Issued = typeof example & { proof: Record<string, string> };

/** A district whose VC-API is switched on, as a client sees it that was let in for it. */
export async function makeTrials() {
  const here = await makeTestApp({ at: '2026-11-01T02:00:00Z', vcApi: true });
  const person = await here.people.adult('周主任');
  await here.people.post(person, 'district-officer', here.people.top);
  const officer = await here.as(person);
  const bearer = await tokenFor('credentials.operate', { here, officer });
  const { did } = await trialKeys(here.district);
  const credential = { ...example, issuer: did };
  const post = (url: string, body: object) => here.nobody.post(url, body, bearer);
  const issue = (one: object, options?: object) =>
    post('/credentials/issue', { credential: one, ...(options && { options }) });
  return {
    ...{ here, officer, credential, issue },
    tokenFor: (scope: string) => tokenFor(scope, { here, officer }),
    verify: (one: object, options: object = { checks: ['proof'] }) =>
      post('/credentials/verify', { verifiableCredential: one, options }),
    present: (one: object, options = {}) =>
      post('/presentations/verify', { verifiablePresentation: one, options }),
    async issued(one: object = credential, options?: object) {
      const answer = await issue(one, options);
      expect(answer.statusCode, answer.body).toBe(201);
      return answer.json<{ verifiableCredential: Issued }>().verifiableCredential;
    },
  };
}

async function tokenFor(scope: string, { here, officer }: { here: TestApp; officer: Asking }) {
  const wanted = { name: '试验', organisation: '信息科', contact: '李工', scopes: [scope] };
  const made = (await officer.post('/api/v1/clients', wanted)).json<Record<string, string>>();
  const answer = await here.app.inject({
    ...{ method: 'POST', url: '/oauth/token' },
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    payload: new URLSearchParams({ grant_type: 'client_credentials', ...made }).toString(),
  });
  return { authorization: `Bearer ${answer.json<{ access_token: string }>().access_token}` };
}
