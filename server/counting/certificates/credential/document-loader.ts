import type { DocumentLoader, LoadedDocument } from '@digitalbazaar/vc';
import {
  type DidDocument,
  didDocumentOf,
  publicKeyOfMultikey,
} from '../../../platform/signing/index.ts';
import credentialsV2 from './contexts/credentials-v2.json' with { type: 'json' };
import openBadges from './contexts/open-badges-3.0.3.json' with { type: 'json' };
import { CREDENTIALS_CONTEXT, OPEN_BADGES_CONTEXT } from './shapes.ts';

const CONTEXTS = new Map<string, object>([
  [CREDENTIALS_CONTEXT, credentialsV2],
  [OPEN_BADGES_CONTEXT, openBadges],
]);

const MULTIKEY_CONTEXT = 'https://w3id.org/security/multikey/v1';

/** A document that this machine does not hold. Nothing is ever fetched. */
export class DocumentNotHeld extends Error {
  override name = 'DocumentNotHeld';
  readonly url: string;

  constructor(url: string) {
    super(`${url} is not held here, and nothing is fetched.`);
    this.url = url;
  }
}

/**
 * Loads the two bundled contexts, any did:key, and the given DID documents; refuses everything else with
 * `DocumentNotHeld`.
 */
export function offlineDocumentLoader(didDocuments: readonly DidDocument[] = []): DocumentLoader {
  const known = new Map(didDocuments.map((document) => [document.id, document]));
  return async (url) => {
    const context = CONTEXTS.get(url);
    // The tag lets the JSON-LD library keep the processed context between credentials.
    if (context) return { ...loaded(url, context), tag: 'static' };
    const [did = '', fragment] = url.split('#');
    const document = known.get(did) ?? (await didKeyDocument(did));
    if (!document) throw new DocumentNotHeld(url);
    if (fragment === undefined) return loaded(url, document);
    const method = document.verificationMethod.find(({ id }) => id === url);
    if (!method) throw new DocumentNotHeld(url);
    return loaded(url, { '@context': MULTIKEY_CONTEXT, ...method });
  };
}

async function didKeyDocument(did: string): Promise<DidDocument | undefined> {
  const [scheme, method, multikey = ''] = did.split(':');
  if (scheme !== 'did' || method !== 'key') return undefined;
  try {
    await publicKeyOfMultikey(multikey);
    return didDocumentOf(did, multikey);
  } catch {
    return undefined;
  }
}

function loaded(url: string, document: object): LoadedDocument {
  return { contextUrl: null, documentUrl: url, document };
}
