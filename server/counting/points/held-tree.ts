import type { District, ReadTransaction } from '../../platform/index.ts';
import { HASH_BYTES, type Hash, MerkleTree, rootOfWhole, type Subtree } from './ledger/index.ts';
import { leavesFrom } from './store/entries.ts';
import { HEIGHT_OF_KEPT, LEAVES_OF_KEPT, rootsFrom } from './store/subtrees.ts';

/**
 * The upper part of one ledger's tree, as this program has read it: the roots of 256 leaves and all whole subtrees above
 * them. The ledger only grows, so what is whole never changes, and only what came since is read: a quarter of a byte for
 * each entry is held.
 */
export class HeldTree {
  // Its leaves are roots of 256 of the ledger's.
  readonly #upper = new MerkleTree();

  /** The roots of whole subtrees, the lowest from leaves that are read: 256 at each place that is asked about. */
  async rootsOf(transaction: ReadTransaction, subtrees: readonly Subtree[]): Promise<Hash[]> {
    const upper = subtrees.filter(({ height }) => height >= HEIGHT_OF_KEPT);
    const lower = subtrees.filter(({ height }) => height < HEIGHT_OF_KEPT);
    const [leaves] = await Promise.all([
      leavesAround(transaction, lower),
      this.#readOn(transaction, Math.max(0, ...upper.map((subtree) => endOf(subtree)))),
    ]);
    return subtrees.map(({ height, index }) =>
      height >= HEIGHT_OF_KEPT
        ? this.#upper.whole({ height: height - HEIGHT_OF_KEPT, index })
        : rootOfWhole(leavesOf({ height, index }, leaves)),
    );
  }

  /** Reads what was kept since, unless the ledger's first `leaves` are held. */
  async #readOn(transaction: ReadTransaction, leaves: number): Promise<void> {
    const first = this.#upper.size;
    if (first * LEAVES_OF_KEPT >= leaves) return;
    const roots = await rootsFrom(transaction, first);
    // Another proof may have read on meanwhile.
    for (let index = this.#upper.size - first; index < roots.length / HASH_BYTES; index += 1) {
      this.#upper.append(roots.subarray(index * HASH_BYTES, (index + 1) * HASH_BYTES));
    }
    if (this.#upper.size * LEAVES_OF_KEPT < leaves) {
      throw new Error(`The ledger lacks roots of its first ${leaves} leaves.`);
    }
  }
}

const trees = new WeakMap<District, HeldTree>();

/** Of the district's own ledger, in this program. */
export function heldTreeOf(district: District): HeldTree {
  const held = trees.get(district) ?? new HeldTree();
  trees.set(district, held);
  return held;
}

/** The leaves among which low subtrees stand, 256 by 256, by the number of the 256. */
async function leavesAround(
  transaction: ReadTransaction,
  lower: readonly Subtree[],
): Promise<ReadonlyMap<number, Buffer>> {
  const places = [...new Set(lower.map(placeOf))];
  const read = places.map((place) =>
    leavesFrom(transaction, place * LEAVES_OF_KEPT, LEAVES_OF_KEPT),
  );
  const leaves = await Promise.all(read);
  return new Map(places.map((place, turn) => [place, leaves[turn] as Buffer]));
}

function leavesOf(subtree: Subtree, leaves: ReadonlyMap<number, Buffer>): Buffer {
  const place = placeOf(subtree);
  const [from, to] = [beginOf(subtree), endOf(subtree)].map(
    (leaf) => (leaf - place * LEAVES_OF_KEPT) * HASH_BYTES,
  );
  const own = leaves.get(place)?.subarray(from, to);
  if (own?.length !== (endOf(subtree) - beginOf(subtree)) * HASH_BYTES) {
    throw new Error(`The ledger lacks leaves from ${beginOf(subtree)} on.`);
  }
  return own;
}

const beginOf = ({ height, index }: Subtree): number => index * 2 ** height;
const endOf = ({ height, index }: Subtree): number => (index + 1) * 2 ** height;
const placeOf = (subtree: Subtree): number => Math.floor(beginOf(subtree) / LEAVES_OF_KEPT);
