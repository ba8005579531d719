import type { District } from '../../platform/index.ts';
import { CompactRange, leafHash, signCheckpoint } from './ledger/index.ts';
import { ledgerNameOf } from './ledger-name.ts';
import { insertCheckpoint, lastCheckpoint } from './store/checkpoints.ts';
import { asLeaf, type Entry, listEntriesFrom } from './store/entries.ts';

const ENTRIES_A_STEP = 20_000;

/**
 * Extends the Merkle tree over the entries posted since the last checkpoint and signs a new one. Gives how
 * many entries it took in; 0 when there was nothing new.
 */
export async function keepCheckpoint(district: District): Promise<number> {
  return district.database.count(async (transaction) => {
    const range = new CompactRange(await lastCheckpoint(transaction));
    const entries = await listEntriesFrom(transaction, range.size, ENTRIES_A_STEP);
    if (entries.length === 0) return 0;
    for (const entry of entries) range.append(trueLeaf(entry));
    const { size, hashes } = range.state();
    const checkpoint = { origin: ledgerNameOf(district), size, root: range.root() };
    const note = signCheckpoint(checkpoint, district.keys);
    await insertCheckpoint(transaction, { size, hashes, note, at: district.clock() });
    return entries.length;
  });
}

/** The leaf as it was posted; a row that no longer fits it was changed behind our back and is never signed. */
function trueLeaf(entry: Entry & { leafHash: Buffer }): Buffer {
  const leaf = leafHash(asLeaf(entry));
  if (leaf.equals(entry.leafHash)) return leaf;
  throw new Error(`Ledger entry ${entry.sequence} was changed after it was posted: no checkpoint.`);
}
