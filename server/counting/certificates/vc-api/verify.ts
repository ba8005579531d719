import { DataIntegrityProof } from '@digitalbazaar/data-integrity';
import { cryptosuite } from '@digitalbazaar/eddsa-rdfc-2022-cryptosuite';
import * as vc from '@digitalbazaar/vc';
import { checkStatus } from '@digitalbazaar/vc-bitstring-status-list';
import type { District } from '../../../platform/index.ts';
import { publicKeyOfMultikey, verifySignature } from '../../../platform/signing/index.ts';
import { openJwt } from '../credential/index.ts';
import { wrongInCredential, wrongInPresentation } from './check-model.ts';
import { wrongInProofs } from './check-proofs.ts';
import { messageOf } from './issue.ts';
import { isObject, type Json, listed } from './json.ts';
import { trialLoader } from './loader.ts';

/** As VC-API has it; checks not named are not asked, and all of them if none is. */
export interface VerifyTrialOptions {
  readonly checks?: readonly string[] | undefined;
  readonly challenge?: string | undefined;
  readonly domain?: string | undefined;
}

/** What is wrong with a credential; nothing: it is proven. */
export async function verifyTrial(
  district: District,
  credential: unknown,
  options: VerifyTrialOptions,
): Promise<string[]> {
  if (isEnveloped(credential)) return verifyEnveloped(credential);
  const errors = wrongInCredential(credential);
  if (errors.length > 0 || !isObject(credential)) return errors;
  const documentLoader = trialLoader(district);
  if (isForSeveral(credential)) return verifyProofs(district, credential, options);
  const answer = await vc.verifyCredential({
    ...{ credential, documentLoader, now: district.clock() },
    suite: new DataIntegrityProof({ cryptosuite }),
    checkStatus: statusCheck(documentLoader, options),
  });
  return answer.verified ? [] : [messageOf(answer.error ?? 'Not verified.')];
}

function isForSeveral({ proof }: Json): boolean {
  const proofs = listed(proof);
  return proofs.length > 1 || proofs.some((one) => isObject(one) && 'previousProof' in one);
}

/** What the library does for one proof, for several. */
async function verifyProofs(
  district: District,
  credential: Json,
  options: VerifyTrialOptions,
): Promise<string[]> {
  const documentLoader = trialLoader(district);
  const errors = await wrongInProofs(credential, documentLoader);
  if (errors.length > 0) return errors;
  const { validFrom, validUntil } = credential;
  const now = district.clock();
  if (validFrom !== undefined && now < new Date(String(validFrom))) return ['It is not yet valid.'];
  if (validUntil !== undefined && now > new Date(String(validUntil))) return ['It has expired.'];
  if (credential.credentialStatus === undefined) return [];
  const status = await statusCheck(documentLoader, options)({ credential });
  return status.verified ? [] : [STATUS_BAD];
}

/** What is wrong with a presentation or a credential in it. One without a proof is as good as its credentials. */
export async function verifyTrialPresentation(
  district: District,
  presentation: unknown,
  options: VerifyTrialOptions,
): Promise<string[]> {
  const errors = wrongInPresentation(presentation);
  if (errors.length > 0 || !isObject(presentation)) return errors;
  const shown = listed(presentation.verifiableCredential);
  for (const credential of shown) {
    const wrong = await verifyTrial(district, credential, options);
    if (wrong.length > 0) return wrong;
  }
  if (!('proof' in presentation)) return [];
  if (shown.some(isEnveloped)) {
    return [
      'A signed presentation is taken with credentials that carry their proofs, not in envelopes.',
    ];
  }
  const documentLoader = trialLoader(district);
  const answer = await vc.verify({
    presentation,
    suite: new DataIntegrityProof({ cryptosuite }),
    ...{ documentLoader, now: district.clock() },
    challenge: options.challenge ?? challengeIn(presentation),
    ...(options.domain !== undefined && { domain: options.domain }),
    checkStatus: statusCheck(documentLoader, options),
  });
  return answer.verified ? [] : [messageOf(answer.error ?? 'Not verified.')];
}

/** Where none was asked for, the proof's own: a suite that sends no challenge asks only whether the proof holds. */
function challengeIn({ proof }: Json): string {
  const [first] = listed(proof);
  return isObject(first) && typeof first.challenge === 'string' ? first.challenge : '';
}

type Loader = ReturnType<typeof trialLoader>;

function statusCheck(documentLoader: Loader, { checks }: VerifyTrialOptions) {
  const isAsked = !checks || checks.length === 0 || checks.includes('credentialStatus');
  if (!isAsked) return async () => ({ verified: true });
  return async ({ credential }: { credential: object }) => {
    const entries = listed((credential as { credentialStatus?: unknown }).credentialStatus);
    const {
      verified,
      results = [],
      error,
    } = await checkStatus({
      ...{ credential, documentLoader, suite: new DataIntegrityProof({ cryptosuite }) },
      ...{ verifyBitstringStatusListCredential: true, verifyMatchingIssuers: true },
    });
    if (!verified) return { verified, ...(error && { error }) };
    // An entry of another kind was passed over, which is not to know that it is good.
    const isGood = results.length === entries.length && results.every(({ status }) => !status);
    return isGood ? { verified } : { verified: false, error: new Error(STATUS_BAD) };
  };
}

const STATUS_BAD = 'Its status is set, or is of a kind that is not known here.';

const ENVELOPE = /^data:application\/vc\+jwt[;,](?:[^,]*,)?([\w-]+\.[\w-]+\.[\w-]+)$/;

function isEnveloped(credential: unknown): credential is Json {
  return isObject(credential) && listed(credential.type).includes('EnvelopedVerifiableCredential');
}

/** A vc+jwt by a did:key, in a data URL. */
async function verifyEnveloped({ id }: Json): Promise<string[]> {
  const [, text = ''] = ENVELOPE.exec(String(id)) ?? [];
  const jwt = openJwt(text);
  if (!jwt)
    return ['An enveloped credential is a data URL of application/vc+jwt, signed with EdDSA.'];
  const errors = wrongInCredential(jwt.content);
  if (errors.length > 0) return errors;
  const [, multikey = ''] = /^did:key:(z\w+)(#|$)/.exec(jwt.kid) ?? [];
  const publicKey = await publicKeyOfMultikey(multikey).catch(() => undefined);
  const isSigned = publicKey && verifySignature(publicKey, jwt.signed, jwt.signature);
  return isSigned ? [] : ['The signature of the enveloped credential does not hold.'];
}
