import type { ReadTransaction, WriteTransaction } from '../../platform/index.ts';
import type { HeldTree } from './held-tree.ts';
import {
  consistencySpans,
  HASH_BYTES,
  type Hash,
  inclusionSpans,
  joinRight,
  rootOfWhole,
  type Span,
  subtreesOf,
} from './ledger/index.ts';
import { leavesFrom } from './store/entries.ts';
import { countSubtrees, insertSubtrees, LEAVES_OF_KEPT } from './store/subtrees.ts';

/** At most so many subtrees are made in one step: 20,480 leaves. */
const SUBTREES_A_STEP = 80;

export interface Inclusion {
  readonly leafHash: Hash;
  /** A dozen or two. */
  readonly hashes: readonly Hash[];
}

/** RFC 6962, 2.1.1: that the entries with these sequences are in the tree of the first `size`. */
export async function proveInclusions(
  transaction: ReadTransaction,
  held: HeldTree,
  sequences: readonly number[],
  size: number,
): Promise<Inclusion[]> {
  const paths = sequences.map((sequence) => inclusionSpans(sequence, size));
  const leaves = sequences.map((sequence) => ({ from: sequence, to: sequence + 1 }));
  const roots = await rootsOver(transaction, held, [...leaves, ...paths.flat()]);
  let next = leaves.length;
  return paths.map(({ length }, turn) => {
    const hashes = roots.slice(next, next + length);
    next += length;
    return { leafHash: roots[turn] as Hash, hashes };
  });
}

/** RFC 6962, 2.1.2: that the ledger of `later` entries only added to the one of `earlier`. */
export async function proveConsistency(
  transaction: ReadTransaction,
  held: HeldTree,
  earlier: number,
  later: number,
): Promise<Hash[]> {
  return rootsOver(transaction, held, consistencySpans(earlier, later));
}

async function rootsOver(
  transaction: ReadTransaction,
  held: HeldTree,
  spans: readonly Span[],
): Promise<Hash[]> {
  const parts = spans.map(subtreesOf);
  const roots = await held.rootsOf(transaction, parts.flat());
  let next = 0;
  return parts.map(({ length }) => {
    const own = roots.slice(next, next + length);
    next += length;
    return joinRight(own);
  });
}

/**
 * Keeps the roots of the 256s that the first `size` leaves have filled since last time. Gives how many leaves it took in;
 * it takes so many at a time, and none when all is kept.
 */
export async function keepSubtrees(transaction: WriteTransaction, size: number): Promise<number> {
  const kept = await countSubtrees(transaction);
  const due = Math.min(Math.floor(size / LEAVES_OF_KEPT) - kept, SUBTREES_A_STEP);
  if (due <= 0) return 0;
  const first = kept * LEAVES_OF_KEPT;
  const roots = rootsOfWholes(await leavesFrom(transaction, first, due * LEAVES_OF_KEPT));
  await insertSubtrees(transaction, kept, roots);
  return roots.length * LEAVES_OF_KEPT;
}

/** Of each 256 leaves that are all there. */
function rootsOfWholes(leaves: Buffer): Hash[] {
  const bytes = LEAVES_OF_KEPT * HASH_BYTES;
  return Array.from({ length: Math.floor(leaves.length / bytes) }, (_, at) =>
    rootOfWhole(leaves.subarray(at * bytes, (at + 1) * bytes)),
  );
}
