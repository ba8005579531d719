import { DataIntegrityProof } from '@digitalbazaar/data-integrity';
import { cryptosuite } from '@digitalbazaar/eddsa-rdfc-2022-cryptosuite';
import * as vc from '@digitalbazaar/vc';
import type { District } from '../../../platform/index.ts';
import { isEnveloped, wrongInEnvelope } from './check-envelope.ts';
import { wrongInCredential, wrongInPresentation } from './check-model.ts';
import { statusCheck, type VerifyTrialOptions, wrongNow } from './check-now.ts';
import { wrongInProofs } from './check-proofs.ts';
import { messageOf } from './issue.ts';
import { isObject, type Json, listed } from './json.ts';
import { trialLoader } from './loader.ts';

/** What is wrong with a credential; nothing: it is proven. */
export async function verifyTrial(
  district: District,
  credential: unknown,
  options: VerifyTrialOptions,
): Promise<string[]> {
  if (isEnveloped(credential)) return wrongInEnvelope(district, credential, options);
  const errors = wrongInCredential(credential);
  if (errors.length > 0 || !isObject(credential)) return errors;
  const documentLoader = trialLoader(district);
  if (isForSeveral(credential)) {
    const wrong = await wrongInProofs(credential, documentLoader);
    return wrong.length > 0 ? wrong : wrongNow(district, credential, options);
  }
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
