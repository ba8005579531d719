import type { ReadTransaction, WriteTransaction } from '../../platform/index.ts';
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
import {
  countSubtrees,
  hashesOfLevel,
  insertSubtrees,
  rootsOf,
  WIDTH_OF_A_LEVEL,
} from './store/subtrees.ts';

/** At most so many subtrees of a level are made in one step: 20,480 leaves. */
const SUBTREES_A_STEP = 80;

/** RFC 6962, 2.1.1: that the entry with this sequence is in the tree of the first `size`. A dozen or two of hashes. */
export async function proveInclusion(
  transaction: ReadTransaction,
  sequence: number,
  size: number,
): Promise<Hash[]> {
  return rootsOver(transaction, inclusionSpans(sequence, size));
}

/** RFC 6962, 2.1.2: that the ledger of `later` entries only added to the one of `earlier`. */
export async function proveConsistency(
  transaction: ReadTransaction,
  earlier: number,
  later: number,
): Promise<Hash[]> {
  return rootsOver(transaction, consistencySpans(earlier, later));
}

async function rootsOver(transaction: ReadTransaction, spans: readonly Span[]): Promise<Hash[]> {
  const parts = spans.map(subtreesOf);
  const roots = await rootsOf(transaction, parts.flat());
  let next = 0;
  return parts.map(({ length }) => {
    const own = roots.slice(next, next + length);
    next += length;
    return joinRight(own);
  });
}

/**
 * Keeps the roots of the subtrees that the first `size` leaves have filled since last time. Gives how many leaves it
 * took in; it takes so many at a time, and none when all is kept.
 */
export async function keepSubtrees(transaction: WriteTransaction, size: number): Promise<number> {
  let taken = 0;
  for (let level = 1; WIDTH_OF_A_LEVEL ** level <= size; level += 1) {
    const kept = await countSubtrees(transaction, level);
    const full = Math.floor(size / WIDTH_OF_A_LEVEL ** level);
    const due = Math.min(full - kept, SUBTREES_A_STEP);
    if (due <= 0) continue;
    const first = kept * WIDTH_OF_A_LEVEL;
    const below = await hashesOfLevel(transaction, level - 1, first, due * WIDTH_OF_A_LEVEL);
    const made = Math.floor(below.length / (WIDTH_OF_A_LEVEL * HASH_BYTES));
    if (made === 0) continue;
    await insertSubtrees(transaction, level, kept, rootsOfWholes(below, made));
    if (level === 1) taken = made * WIDTH_OF_A_LEVEL;
  }
  return taken;
}

function rootsOfWholes(hashes: Buffer, amount: number): Hash[] {
  const bytes = WIDTH_OF_A_LEVEL * HASH_BYTES;
  return Array.from({ length: amount }, (_, at) =>
    rootOfWhole(hashes.subarray(at * bytes, (at + 1) * bytes)),
  );
}
