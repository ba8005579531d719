import type { District, ReadTransaction } from '../../platform/index.ts';
import { heldTreeOf } from './held-tree.ts';
import { canonicalEntry, type Hash, verifierKeyOf } from './ledger/index.ts';
import { proveConsistency, proveInclusions } from './prove.ts';
import { NoSuchGrowth, NotSignedYet } from './refusals.ts';
import { findSalt } from './store/accounts.ts';
import { lastCheckpoint } from './store/checkpoints.ts';
import { asLeaf, findEntryOf } from './store/entries.ts';

const base64 = (bytes: Uint8Array): string => Buffer.from(bytes).toString('base64');
const all = (hashes: readonly Hash[]): string[] => hashes.map(base64);

/** A checkpoint with the key to check it by. */
export function shownCheckpoint(
  district: District,
  { size, note, at }: { size: number; note: string; at: Date },
) {
  const { keys, formerKeys = [] } = district;
  const { publicKey } = formerKeys.find(({ ledgerSize }) => size <= ledgerSize) ?? keys;
  const [name = ''] = note.split('\n');
  const key = { name, publicKey };
  return { note, signed_at: at.toISOString(), key: verifierKeyOf(key) };
}

/** Every key that signs or signed the ledger, the oldest first, and how far. */
export function shownLedgerKeys(district: District, name: string) {
  const { keys, formerKeys = [] } = district;
  const shown = (publicKey: Uint8Array) => ({
    key: verifierKeyOf({ name, publicKey }),
  });
  return [
    ...formerKeys.map(({ publicKey, publicMultikey, ledgerSize, until, handover }) => ({
      ...shown(publicKey),
      public_multikey: publicMultikey,
      until: ledgerSize,
      ended_at: until.toISOString(),
      handover,
    })),
    {
      ...shown(keys.publicKey),
      public_multikey: keys.publicMultikey,
      ...{ until: null, ended_at: null, handover: null },
    },
  ];
}

export interface ProofOfEntry {
  readonly sequence: number;
  readonly size: number;
  readonly leaf_hash: string;
  readonly hashes: string[];
  readonly checkpoint: ReturnType<typeof shownCheckpoint>;
}

/** That entries stand in the newest signed ledger; undefined for one that is not signed yet. */
export async function proofsOfEntries(
  transaction: ReadTransaction,
  district: District,
  sequences: readonly number[],
): Promise<(ProofOfEntry | undefined)[]> {
  const last = await lastCheckpoint(transaction);
  const size = last?.size ?? 0;
  const signed = [...new Set(sequences)].filter((sequence) => sequence < size);
  const proven = await proveInclusions(transaction, heldTreeOf(district), signed, size);
  const proofs = new Map(signed.map((sequence, turn) => [sequence, proven[turn]]));
  const checkpoint = last && shownCheckpoint(district, last);
  return sequences.map((sequence) => {
    const proof = proofs.get(sequence);
    if (!(proof && checkpoint)) return undefined;
    const [leaf_hash, hashes] = [base64(proof.leafHash), all(proof.hashes)];
    return { sequence, size, leaf_hash, hashes, checkpoint };
  });
}

/** The same with the entry's own text, for those whom it concerns; undefined when it is not this carer's. */
export async function proofForCarer(
  transaction: ReadTransaction,
  district: District,
  carer: string,
  sequence: number,
) {
  const entry = await findEntryOf(transaction, carer, sequence);
  if (!entry) return undefined;
  const [proof] = await proofsOfEntries(transaction, district, [sequence]);
  if (!proof) throw NotSignedYet();
  const salt = await findSalt(transaction, carer);
  return {
    entry: canonicalEntry(asLeaf(entry)),
    account: { carer_id: carer, salt: salt ? salt.toString('base64url') : null },
    ...proof,
  };
}

/** That the ledger of `later` entries, the newest unless told, only added to that of `earlier`. */
export async function proofOfGrowth(
  transaction: ReadTransaction,
  district: District,
  { earlier, later: asked }: { earlier: number; later?: number | undefined },
) {
  const last = await lastCheckpoint(transaction);
  const later = asked ?? last?.size ?? 0;
  if (!last || later > last.size || earlier < 1 || earlier > later) throw NoSuchGrowth();
  const hashes = await proveConsistency(transaction, heldTreeOf(district), earlier, later);
  return { earlier, later, hashes: all(hashes) };
}
