import { DataIntegrityProof } from '@digitalbazaar/data-integrity';
import { cryptosuite } from '@digitalbazaar/eddsa-rdfc-2022-cryptosuite';
import type { DocumentLoader } from '@digitalbazaar/vc';
import { checkStatus } from '@digitalbazaar/vc-bitstring-status-list';
import type { District } from '../../../platform/index.ts';
import { type Json, listed } from './json.ts';
import { trialLoader } from './loader.ts';

/** As VC-API has it; checks not named are not asked, and all of them if none is. */
export interface VerifyTrialOptions {
  readonly checks?: readonly string[] | undefined;
  readonly challenge?: string | undefined;
  readonly domain?: string | undefined;
}

/** Whether a credential whose signature holds is good today: what the library asks of one with a single proof. */
export async function wrongNow(
  district: District,
  credential: Json,
  options: VerifyTrialOptions,
): Promise<string[]> {
  const { validFrom, validUntil } = credential;
  const now = district.clock();
  if (validFrom !== undefined && now < new Date(String(validFrom))) return ['It is not yet valid.'];
  if (validUntil !== undefined && now > new Date(String(validUntil))) return ['It has expired.'];
  if (credential.credentialStatus === undefined) return [];
  const status = await statusCheck(trialLoader(district), options)({ credential });
  return status.verified ? [] : [STATUS_BAD];
}

/** For the library: whether a place in a list is unmarked. */
export function statusCheck(documentLoader: DocumentLoader, { checks }: VerifyTrialOptions) {
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
