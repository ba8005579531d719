/**
 * Who signs, as a decentralised identifier. `did:key` holds the key itself and resolves without a network
 * (the demo); `did:web` is the district's own host, which publishes the key and can replace it (production).
 */
export type Identity =
  | { readonly method: 'key' }
  | { readonly method: 'web'; readonly host: string };

export interface DidDocument {
  readonly '@context': readonly string[];
  readonly id: string;
  /** The did:key of the same key: what a verifier goes by while the district's host does not answer. */
  readonly alsoKnownAs?: readonly string[];
  readonly verificationMethod: readonly VerificationMethod[];
  readonly assertionMethod: readonly string[];
}

export interface VerificationMethod {
  readonly '@context'?: string;
  readonly id: string;
  readonly type: 'Multikey';
  readonly controller: string;
  readonly publicKeyMultibase: string;
  /** Of a former key: what it signed after this instant is not believed. */
  readonly validUntil?: string;
}

const LOCAL_HOST = /^(localhost|127\.\d+\.\d+\.\d+|\[::1\])(:\d+)?$/;

/** `did:web` for a public host; `did:key` on this machine, where no stranger could fetch a DID document. */
export function identityForHost(host: string): Identity {
  return LOCAL_HOST.test(host) ? { method: 'key' } : { method: 'web', host };
}

/** The DID of an identity. A port's colon is percent-encoded, as did:web asks. */
export function didOf(identity: Identity, publicMultikey: string): string {
  if (identity.method === 'key') return `did:key:${publicMultikey}`;
  return `did:web:${identity.host.toLowerCase().replace(':', '%3A')}`;
}

/** What `https://<host>/.well-known/did.json` answers, and what a did:key resolves to. */
export function didDocumentOf(did: string, publicMultikey: string): DidDocument {
  const id = `${did}#${publicMultikey}`;
  const asKey = didOf({ method: 'key' }, publicMultikey);
  return {
    '@context': ['https://www.w3.org/ns/did/v1', 'https://w3id.org/security/multikey/v1'],
    id: did,
    ...(did === asKey ? {} : { alsoKnownAs: [asKey] }),
    verificationMethod: [
      { id, type: 'Multikey', controller: did, publicKeyMultibase: publicMultikey },
    ],
    assertionMethod: [id],
  };
}
