import { type DistrictDatabase, PublicError, type Sealing } from '../../platform/index.ts';
import {
  type FormerKey,
  identityForHost,
  type SigningKeys,
  signingKeysFromSeed,
} from '../../platform/signing/index.ts';
import { type GenerationRow, listGenerations } from './store.ts';

/** A former key with what it left in writing. */
export interface RetiredKey extends FormerKey {
  /** It signed the ledger's checkpoints up to this size. */
  readonly ledgerSize: number;
  /** Base64 of its signature on its successor. */
  readonly handover: string;
}

/** The keys of a district as one program holds them. */
export interface Keyring {
  readonly keys: SigningKeys;
  /** The oldest first. */
  readonly former: readonly RetiredKey[];
  /** Reads again which key is in force: another program may have changed it. */
  renew(): Promise<void>;
}

/** Derived from the district's secret, so that every program of an installation signs with the same keys. */
export function keysOfGeneration(
  sealing: Sealing,
  publicUrl: string,
  generation = 1,
): Promise<SigningKeys> {
  const purpose = generation === 1 ? 'signing keys' : `signing keys ${generation}`;
  return signingKeysFromSeed(
    sealing.key(purpose).export(),
    identityForHost(new URL(publicUrl).host),
  );
}

interface Ring {
  readonly keys: SigningKeys;
  readonly former: readonly RetiredKey[];
}

/** Throws a PublicError when the keys on record do not derive from this secret. */
export async function openKeyring(
  database: DistrictDatabase,
  sealing: Sealing,
  publicUrl: string,
): Promise<Keyring> {
  const read = async (): Promise<Ring> => {
    const rows = await database.read({ person: null, reach: [] }, listGenerations);
    return ringOf(rows, (generation) => keysOfGeneration(sealing, publicUrl, generation));
  };
  let ring = await read();
  return {
    get keys() {
      return ring.keys;
    },
    get former() {
      return ring.former;
    },
    async renew() {
      ring = await read();
    },
  };
}

async function ringOf(
  rows: readonly GenerationRow[],
  derive: (generation: number) => Promise<SigningKeys>,
): Promise<Ring> {
  const former: RetiredKey[] = [];
  let inForce: SigningKeys | undefined;
  for (const { generation, public_multikey, ended_at, ledger_size, handover } of rows) {
    const keys = await derive(generation);
    if (keys.publicMultikey !== public_multikey) {
      throw new PublicError(
        `Key ${generation} on record is ${public_multikey}, and GONGYU_SECRET gives another: start with the secret that this database was made with.`,
      );
    }
    if (ended_at === null) inForce = keys;
    else {
      const { publicMultikey, publicKey, did } = keys;
      const left = { ledgerSize: Number(ledger_size), handover: handover ?? '' };
      former.push({ publicMultikey, publicKey, did, until: ended_at, ...left });
    }
  }
  return { keys: inForce ?? (await derive(1)), former };
}
