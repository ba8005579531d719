import { type DidDocument, didDocumentOf, type VerificationMethod } from './identity.ts';
import type { SigningKeys } from './signing-keys.ts';

/** A key that another has taken the place of: what it signed in its time still stands. */
export interface FormerKey {
  readonly publicMultikey: string;
  readonly publicKey: Uint8Array;
  /** The DID under which it signed. */
  readonly did: string;
  /** What it signed after this is not believed. */
  readonly until: Date;
}

/**
 * What `/.well-known/did.json` answers: the present key first, then the former ones, each with the end of its time.
 * Verifiers that know no `validUntil` go on accepting certificates of before.
 */
export function publishedDidDocument(
  { didDocument }: SigningKeys,
  former: readonly FormerKey[] = [],
): DidDocument {
  const { id } = didDocument;
  const methods = former.filter(({ did }) => did === id).map(methodOf);
  const names = former.flatMap(({ did }) => (did === id ? [] : [did]));
  const alsoKnownAs = [...(didDocument.alsoKnownAs ?? []), ...names];
  return {
    ...didDocument,
    ...(alsoKnownAs.length > 0 && { alsoKnownAs }),
    verificationMethod: [...didDocument.verificationMethod, ...methods],
    assertionMethod: [...didDocument.assertionMethod, ...methods.map((method) => method.id)],
  };
}

/** That, and where the DID is the key itself, which changes with it, the documents of the former ones. */
export function trustedIssuersOf(
  keys: SigningKeys,
  former: readonly FormerKey[] = [],
): DidDocument[] {
  const others = former.filter(({ did }) => did !== keys.did);
  return [
    publishedDidDocument(keys, former),
    ...others.map((key) => ({
      ...didDocumentOf(key.did, key.publicMultikey),
      verificationMethod: [methodOf(key)],
    })),
  ];
}

function methodOf({ did, publicMultikey, until }: FormerKey): VerificationMethod {
  const [method] = didDocumentOf(did, publicMultikey).verificationMethod;
  return { ...(method as VerificationMethod), validUntil: until.toISOString() };
}
