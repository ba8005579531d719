import { DataIntegrityProof } from '@digitalbazaar/data-integrity';
import { cryptosuite } from '@digitalbazaar/eddsa-rdfc-2022-cryptosuite';
import * as vc from '@digitalbazaar/vc';
import type { District } from '../../../platform/index.ts';
import type { StatusPurpose } from '../credential/index.ts';
import { wrongInCredential } from './check-model.ts';
import { isObject, type Json, listed } from './json.ts';
import { trialKeys } from './keys.ts';
import { trialLoader } from './loader.ts';
import { trialStatusEntry } from './trial-lists.ts';

/** As VC-API has it. */
export interface IssueTrialOptions {
  /** That the credential gets a place in a status list. */
  readonly credentialStatus?: { readonly statusPurpose?: StatusPurpose | undefined } | undefined;
}

/** Signs a credential of anybody's words with the trial key. Gives what is wrong instead, if it breaks the data model. */
export async function issueTrial(
  district: District,
  asked: unknown,
  { credentialStatus }: IssueTrialOptions,
): Promise<{ readonly issued: object } | { readonly errors: string[] }> {
  const errors = wrongInCredential(asked);
  if (errors.length > 0 || !isObject(asked)) return { errors };
  const keys = await trialKeys(district);
  const suite = new DataIntegrityProof({
    cryptosuite,
    signer: {
      id: keys.verificationMethod,
      algorithm: 'Ed25519' as const,
      sign: async ({ data }: { data: Uint8Array }) => keys.sign(data),
    },
    date: `${district.clock().toISOString().slice(0, 19)}Z`,
  });
  try {
    const documentLoader = trialLoader(district);
    const credential = credentialStatus ? withStatus(district, asked, credentialStatus) : asked;
    return { issued: await vc.issue({ credential, suite, documentLoader }) };
  } catch (error) {
    return { errors: [messageOf(error)] };
  }
}

function withStatus(
  district: District,
  credential: Json,
  { statusPurpose = 'revocation' }: NonNullable<IssueTrialOptions['credentialStatus']>,
) {
  const entry = trialStatusEntry(district, statusPurpose);
  const former = listed(credential.credentialStatus);
  return { ...credential, credentialStatus: former.length === 0 ? entry : [...former, entry] };
}

/** The innermost reason: what JSON-LD or a proof stumbled over. */
export function messageOf(error: unknown): string {
  const { errors, message, details } = error as {
    errors?: unknown[];
    message?: string;
    details?: { event?: { message?: string } };
  };
  if (errors?.[0]) return messageOf(errors[0]);
  return details?.event?.message ?? message ?? String(error);
}
