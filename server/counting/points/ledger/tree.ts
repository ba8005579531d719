import { sha256 } from './sha256.ts';
import { consistencySpans, inclusionSpans, type Span, type Subtree, subtreesOf } from './spans.ts';

/** 32 bytes of SHA-256. */
export type Hash = Uint8Array;

export const HASH_BYTES = 32;

/** RFC 6962, section 2.1: the root of a tree without leaves. */
export const EMPTY_ROOT: Hash = sha256('');

// One scratch for all calls: hashing is synchronous, and a fresh buffer each time would cost as much again.
const node = Buffer.alloc(1 + 2 * HASH_BYTES, 1);

/** RFC 6962 interior node: SHA-256 of 0x01, left, right. */
export function nodeHash(left: Hash, right: Hash): Buffer {
  node.set(left, 1);
  node.set(right, 1 + HASH_BYTES);
  return sha256(node);
}

/** What has to be kept of a tree to go on appending: its size and at most 53 hashes, widest first. */
export interface CompactRangeState {
  readonly size: number;
  readonly hashes: readonly Hash[];
}

/** The right edge of a growing tree. Appends and roots only; for proofs take a `MerkleTree`. */
export class CompactRange {
  #size: number;
  #hashes: Hash[];

  /** Goes on from a saved state. Throws when the state has not one hash per bit set in its size. */
  constructor(state: CompactRangeState = { size: 0, hashes: [] }) {
    if (state.hashes.length !== bitsSet(state.size)) {
      throw new RangeError(
        `A tree of ${state.size} leaves is not kept in ${state.hashes.length} hashes.`,
      );
    }
    this.#size = state.size;
    this.#hashes = [...state.hashes];
  }

  get size(): number {
    return this.#size;
  }

  append(leaf: Hash): void {
    let joined = leaf;
    // Each trailing 1-bit of the size is a finished subtree as wide as the one just made: join them.
    for (let rest = this.#size; rest % 2 === 1; rest = (rest - 1) / 2) {
      joined = nodeHash(this.#hashes.pop() as Hash, joined);
    }
    this.#hashes.push(joined);
    this.#size += 1;
  }

  root(): Hash {
    return joinRight(this.#hashes);
  }

  state(): CompactRangeState {
    return { size: this.#size, hashes: [...this.#hashes] };
  }
}

/** A whole tree in memory, 64 bytes a leaf, for proofs. */
export class MerkleTree {
  // levels[k] has the hashes of the finished subtrees over leaves [i * 2^k, (i + 1) * 2^k).
  readonly #levels: HashList[] = [];

  get size(): number {
    return this.#level(0).length;
  }

  append(leaf: Hash): void {
    this.#level(0).push(leaf);
    for (let height = 0; this.#level(height).length % 2 === 0; height += 1) {
      const level = this.#level(height);
      const { length } = level;
      this.#level(height + 1).push(nodeHash(level.at(length - 2), level.at(length - 1)));
    }
  }

  /** The root of a whole subtree. Throws a RangeError on one that is not finished. */
  whole({ height, index }: Subtree): Hash {
    return this.#level(height).at(index);
  }

  /** The root over the first `size` leaves (all of them unless told). */
  root(size = this.size): Hash {
    this.#requireSize(size);
    return size === 0 ? EMPTY_ROOT : this.#over({ from: 0, to: size });
  }

  /** RFC 6962, 2.1.1: that leaf `index` is in the tree of the first `size` leaves. */
  inclusionProof(index: number, size = this.size): Hash[] {
    this.#requireSize(size);
    return inclusionSpans(index, size).map((span) => this.#over(span));
  }

  /** RFC 6962, 2.1.2: that the tree of the first `earlier` leaves is the beginning of that of `later`. */
  consistencyProof(earlier: number, later = this.size): Hash[] {
    this.#requireSize(later);
    return consistencySpans(earlier, later).map((span) => this.#over(span));
  }

  #over(span: Span): Hash {
    return joinRight(subtreesOf(span).map((subtree) => this.whole(subtree)));
  }

  #level(height: number): HashList {
    const level = this.#levels[height] ?? new HashList();
    this.#levels[height] = level;
    return level;
  }

  #requireSize(size: number): void {
    if (!(Number.isSafeInteger(size) && size >= 0 && size <= this.size)) {
      throw new RangeError(`The tree has ${this.size} leaves, not ${size}.`);
    }
  }
}

const FIRST_CAPACITY = 16;

/** Hashes in one stretch of memory. */
class HashList {
  #bytes = Buffer.alloc(FIRST_CAPACITY * HASH_BYTES);
  length = 0;

  push(hash: Hash): void {
    const at = this.length * HASH_BYTES;
    if (at === this.#bytes.length) this.#bytes = Buffer.concat([this.#bytes], at * 2);
    this.#bytes.set(hash, at);
    this.length += 1;
  }

  at(index: number): Hash {
    if (!(index >= 0 && index < this.length)) throw new RangeError(`There is no hash ${index}.`);
    return this.#bytes.subarray(index * HASH_BYTES, (index + 1) * HASH_BYTES);
  }
}

export function sameHash(one: Hash, other: Hash): boolean {
  return Buffer.compare(one, other) === 0;
}

/** The root over subtrees that stand side by side, the widest first. */
export function joinRight(parts: readonly Hash[]): Hash {
  const last = parts.at(-1);
  if (!last) return EMPTY_ROOT;
  return parts.slice(0, -1).reduceRight((right, left) => nodeHash(left, right), last);
}

/** The root of a whole subtree from the hashes at its foot, 32 bytes each; their number is a power of two. */
export function rootOfWhole(hashes: Uint8Array): Hash {
  const range = new CompactRange();
  for (let at = 0; at < hashes.length; at += HASH_BYTES) {
    range.append(hashes.subarray(at, at + HASH_BYTES));
  }
  return range.root();
}

function bitsSet(size: number): number {
  return size.toString(2).replaceAll('0', '').length;
}
