import { type FormerKey, handoverText } from '../../../platform/signing/index.ts';

/** A former key as an export tells of it. */
export interface ExportedKey {
  /** Multikey, `z6Mk…`. */
  readonly public_multikey: string;
  readonly verifier_key: string;
  /** The largest checkpoint that it signed. */
  readonly until: number;
  /** ISO 8601. */
  readonly ended_at: string;
  /** Base64 of its signature on its successor. */
  readonly handover: string;
}

/** What the writer of an export is given of it. */
export type FormerLedgerKey = Pick<FormerKey, 'publicMultikey' | 'publicKey' | 'until'> & {
  readonly size: number;
  readonly handover: string;
};

/** A key and how far in the ledger it signs. */
export interface LedgerKey {
  readonly publicKey: Uint8Array;
  /** Infinity: it is in force. */
  readonly until: number;
}

/** The key that signs the checkpoint of a size, of keys in their order. */
export function keyInForceAt(keys: readonly LedgerKey[], size: number): LedgerKey | undefined {
  return keys.find(({ until }) => size <= until);
}

/** What each former key has signed of its successor, in the export's own words. */
export function handoversIn(manifest: {
  readonly origin: string;
  readonly public_multikey: string;
  readonly former_keys?: readonly ExportedKey[];
}): { readonly signer: string; readonly text: Buffer; readonly signature: Buffer }[] {
  const former = manifest.former_keys ?? [];
  return former.map(({ public_multikey, until, ended_at, handover }, index) => ({
    signer: public_multikey,
    text: handoverText({
      origin: manifest.origin,
      former: public_multikey,
      next: former[index + 1]?.public_multikey ?? manifest.public_multikey,
      ledgerSize: until,
      endedAt: new Date(ended_at),
    }),
    signature: Buffer.from(handover, 'base64'),
  }));
}
