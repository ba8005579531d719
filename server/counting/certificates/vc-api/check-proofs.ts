import { DataIntegrityProof } from '@digitalbazaar/data-integrity';
import { cryptosuite } from '@digitalbazaar/eddsa-rdfc-2022-cryptosuite';
import type { DocumentLoader } from '@digitalbazaar/vc';
import type { DidDocument } from '../../../platform/signing/index.ts';
import { messageOf } from './issue.ts';
import { idOf, isObject, type Json, listed } from './json.ts';

/**
 * Of a credential with several proofs, what is wrong with them (Data Integrity 1.0, 4.5): every one must hold, and one
 * that names others by `previousProof` is over those too. The library is content when one of them holds, and knows no
 * chains.
 */
export async function wrongInProofs(
  { proof, ...unsecured }: Json,
  documentLoader: DocumentLoader,
): Promise<string[]> {
  const proofs = listed(proof).filter(isObject);
  if (proofs.length !== listed(proof).length) return ['proof holds objects.'];
  for (const one of proofs) {
    const names = listed(one.previousProof);
    const previous = proofs.filter((other) => other !== one && names.includes(other.id));
    const isFound = names.every((name) => previous.some(({ id }) => id === name));
    if (!isFound || !names.every((name) => typeof name === 'string')) {
      return ['previousProof names proofs of the same credential, by their ids.'];
    }
    const document = { ...unsecured, ...(previous.length > 0 && { proof: previous }) };
    const wrong = await wrongInProof(one, { document, proofs, documentLoader });
    if (wrong.length > 0) return wrong;
  }
  return proofs.some((one) => controllerOf(one) === idOf(unsecured.issuer))
    ? []
    : ['None of the proofs is the issuer’s.'];
}

async function wrongInProof(
  proof: Json,
  {
    document,
    proofs,
    documentLoader,
  }: { document: Json; proofs: readonly Json[]; documentLoader: DocumentLoader },
): Promise<string[]> {
  if (proof.type !== 'DataIntegrityProof' || proof.cryptosuite !== cryptosuite.name) {
    return [`A proof is not of ${cryptosuite.name}, the only suite known here.`];
  }
  const controller = controllerOf(proof);
  if (proof.proofPurpose !== 'assertionMethod' || controller === undefined) {
    return ['A proof is by a verificationMethod, for assertionMethod.'];
  }
  try {
    const loaded = (await documentLoader(controller)).document as Partial<DidDocument>;
    if (!loaded.assertionMethod?.includes(String(proof.verificationMethod))) {
      return ['A proof is by a key that may not assert.'];
    }
    const suite = new DataIntegrityProof({ cryptosuite });
    const answer = await suite.verifyProof({ proof, proofSet: proofs, document, documentLoader });
    return answer.verified ? [] : [messageOf(answer.error ?? 'Not verified.')];
  } catch (error) {
    return [messageOf(error)];
  }
}

function controllerOf({ verificationMethod }: Json): string | undefined {
  return typeof verificationMethod === 'string' ? verificationMethod.split('#')[0] : undefined;
}
