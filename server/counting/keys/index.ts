/**
 * Which key signs since when: for certificates, status lists and the ledger alike. A former key's signatures of its own
 * time stand; later ones are not believed.
 *
 * May touch: its own table, the platform.
 */
import type { District } from '../../platform/index.ts';
import {
  type DidDocument,
  publishedDidDocument,
  trustedIssuersOf,
} from '../../platform/signing/index.ts';
import type { RetiredKey } from './keyring.ts';

declare module '../../platform/district.ts' {
  interface District {
    /** The oldest first. */
    readonly formerKeys?: readonly RetiredKey[];
    /** Reads again which key is in force. */
    readonly renewKeys?: () => Promise<void>;
  }
}

export { changeKey, type LedgerAt } from './change-key.ts';
export { holdKeyInForce } from './in-force.ts';
export { type Keyring, keysOfGeneration, openKeyring, type RetiredKey } from './keyring.ts';

/** What the district publishes of its keys. */
export function didDocumentOfDistrict({ keys, formerKeys }: District): DidDocument {
  return publishedDidDocument(keys, formerKeys);
}

/** By which its own certificates are checked. */
export function issuersOfDistrict({ keys, formerKeys }: District): DidDocument[] {
  return trustedIssuersOf(keys, formerKeys);
}

/** Every key that it ever signed with, the present one first. */
export function publicKeysOfDistrict({ keys, formerKeys = [] }: District): Uint8Array[] {
  return [keys.publicKey, ...formerKeys.map(({ publicKey }) => publicKey)];
}
