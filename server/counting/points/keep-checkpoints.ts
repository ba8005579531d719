import type { District } from '../../platform/index.ts';
import { holdKeyInForce } from '../keys/index.ts';
import { CompactRange, HASH_BYTES, signCheckpoint } from './ledger/index.ts';
import { holdLedgerName } from './ledger-name.ts';
import { keepSubtrees } from './prove.ts';
import { insertCheckpoint, lastCheckpoint } from './store/checkpoints.ts';
import { leavesFrom } from './store/entries.ts';

const ENTRIES_A_STEP = 20_000;

/**
 * Extends the Merkle tree over the entries posted since the last checkpoint and signs a new one; keeps what proofs
 * are made of. Gives how many entries it took in; 0 when there was nothing new.
 *
 * It goes by the leaves as they were posted. A row that was changed since no longer fits its leaf, and
 * `ledger audit` names it.
 */
export async function keepCheckpoint(district: District): Promise<number> {
  return district.database.count(async (transaction) => {
    if (!(await holdKeyInForce(transaction, district))) return 0;
    const range = new CompactRange(await lastCheckpoint(transaction));
    const leaves = await leavesFrom(transaction, range.size, ENTRIES_A_STEP);
    if (leaves.length === 0) return keepSubtrees(transaction, range.size);
    for (let at = 0; at < leaves.length; at += HASH_BYTES) {
      range.append(leaves.subarray(at, at + HASH_BYTES));
    }
    const { size, hashes } = range.state();
    const checkpoint = {
      origin: await holdLedgerName(transaction, district),
      size,
      root: range.root(),
    };
    const note = signCheckpoint(checkpoint, district.keys);
    await insertCheckpoint(transaction, { size, hashes, note, at: district.clock() });
    await keepSubtrees(transaction, size);
    return leaves.length / HASH_BYTES;
  });
}
