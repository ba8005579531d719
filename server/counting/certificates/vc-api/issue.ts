import { DataIntegrityProof } from '@digitalbazaar/data-integrity';
import { cryptosuite } from '@digitalbazaar/eddsa-rdfc-2022-cryptosuite';
import * as vc from '@digitalbazaar/vc';
import type { District } from '../../../platform/index.ts';
import { wrongInCredential } from './check-model.ts';
import { trialKeys } from './keys.ts';
import { trialLoader } from './loader.ts';

/** Signs a credential of anybody's words with the trial key. Gives what is wrong instead, if it breaks the data model. */
export async function issueTrial(
  district: District,
  credential: unknown,
): Promise<{ readonly issued: object } | { readonly errors: string[] }> {
  const errors = wrongInCredential(credential);
  if (errors.length > 0) return { errors };
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
    return { issued: await vc.issue({ credential: credential as object, suite, documentLoader }) };
  } catch (error) {
    return { errors: [messageOf(error)] };
  }
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
