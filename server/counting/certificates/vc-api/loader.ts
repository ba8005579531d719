import type { DocumentLoader, LoadedDocument } from '@digitalbazaar/vc';
import type { District } from '../../../platform/index.ts';
import type { DidDocument } from '../../../platform/signing/index.ts';
import { issuersOfDistrict } from '../../keys/index.ts';
import { offlineDocumentLoader } from '../credential/index.ts';
import { statusListUrl } from '../rules/certificate-input.ts';
import { publishedStatusList } from '../status-lists.ts';
import { trialList, trialListUrl } from './trial-lists.ts';

/** The specification's own examples name it, and so do the suites: every unknown word becomes one of its examples. */
const EXAMPLES_CONTEXT = 'https://www.w3.org/ns/credentials/examples/v2';
const examples = { '@context': { '@vocab': 'https://www.w3.org/ns/credentials/examples#' } };

const PURPOSES = ['revocation', 'suspension'] as const;
const LIST = /\/status-lists\/(revocation|suspension)\/(\d{1,5})$/;

/** What is at hand: contexts, keys by did:key and this district's own, its status lists. Nothing is fetched. */
export function trialLoader(district: District): DocumentLoader {
  const load = offlineDocumentLoader(issuersOfDistrict(district));
  return async (url) => {
    if (url === EXAMPLES_CONTEXT) {
      return { contextUrl: null, documentUrl: url, document: examples, tag: 'static' };
    }
    const trial = PURPOSES.find((purpose) => url === trialListUrl(district, purpose));
    if (trial) {
      return { contextUrl: null, documentUrl: url, document: await trialList(district, trial) };
    }
    const [, purpose, list] = LIST.exec(url) ?? [];
    const known = purpose as 'revocation' | 'suspension' | undefined;
    if (!known || url !== statusListUrl(district.publicUrl, known, Number(list))) {
      return mayAuthenticate(await load(url));
    }
    const document = await publishedStatusList(district, known, Number(list));
    return { contextUrl: null, documentUrl: url, document };
  };
}

/** A did:key may sign presentations too; our own documents name only what our keys sign. */
function mayAuthenticate(loaded: LoadedDocument): LoadedDocument {
  const document = loaded.document as Partial<DidDocument>;
  if (!document.id?.startsWith('did:key:') || !document.assertionMethod) return loaded;
  return { ...loaded, document: { ...document, authentication: document.assertionMethod } };
}
