import {
  type DidDocument,
  didDocumentOf,
  type VerificationMethod,
} from '../../../platform/signing/index.ts';
import { DocumentNotHeld, offlineDocumentLoader } from './document-loader.ts';

export interface BelievedKeys {
  readonly trustedIssuers?: readonly DidDocument[];
  /** did:key names. */
  readonly trustedKeys?: readonly string[];
}

export interface FoundKey {
  readonly publicKeyMultibase: string;
  /** Of a former key: what is dated later is not its own. */
  readonly until?: Date;
}

/**
 * The key that a signature names, without a network. `failed`: the issuer is known and this is not its key, or the
 * key is another's; `unknown`: the issuer's DID document is not at hand, and the key is none that is believed.
 */
export async function findKey(
  method: string,
  issuer: string,
  { trustedIssuers = [], trustedKeys = [] }: BelievedKeys,
): Promise<FoundKey | 'failed' | 'unknown'> {
  const [did, multikey = ''] = method.split('#');
  if (did !== issuer) return 'failed';
  const isKnown = trustedIssuers.some(({ id }) => id === issuer);
  // A DID document at hand decides alone: a key that the district withdrew is not revived by its name.
  const standsIn = !isKnown && trustedKeys.includes(keyName(method));
  const documentLoader = offlineDocumentLoader(
    standsIn ? [didDocumentOf(issuer, multikey)] : trustedIssuers,
  );
  try {
    const { document } = await documentLoader(method);
    const { publicKeyMultibase, validUntil } = document as VerificationMethod;
    return { publicKeyMultibase, ...(validUntil !== undefined && { until: new Date(validUntil) }) };
  } catch (error) {
    if (isKnown) return 'failed';
    if (error instanceof DocumentNotHeld) return 'unknown';
    throw error;
  }
}

/** Our keys are named after themselves, `did:web:host#z6Mk…`: so this is the did:key of the same key. */
export function keyName(method: string): string {
  return `did:key:${method.split('#')[1] ?? ''}`;
}

/** Whether a list of one issuer speaks for another's certificates: its own, or those of a DID that it had before. */
export function speaksFor(
  speaker: string,
  issuer: string,
  { trustedIssuers = [] }: BelievedKeys,
): boolean {
  if (speaker === issuer) return true;
  const known = trustedIssuers.find(({ id }) => id === speaker);
  return known?.alsoKnownAs?.includes(issuer) ?? false;
}
