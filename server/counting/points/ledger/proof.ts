import { type Hash, nodeHash, sameHash } from './tree.ts';

export interface InclusionClaim {
  readonly leafHash: Hash;
  readonly index: number;
  readonly size: number;
  readonly root: Hash;
  readonly proof: readonly Hash[];
}

/** RFC 9162, 2.1.3.2: true when the leaf stands at `index` in the tree with this size and root. */
export function verifyInclusion(claim: InclusionClaim): boolean {
  if (!isPlace(claim.index, claim.size)) return false;
  let index = claim.index;
  let last = claim.size - 1;
  let joined = claim.leafHash;
  for (const sibling of claim.proof) {
    if (last === 0) return false;
    if (index % 2 === 1 || index === last) {
      joined = nodeHash(sibling, joined);
      // On the right edge a subtree may have no sibling for several levels.
      while (index % 2 === 0 && index !== 0) [index, last] = [half(index), half(last)];
    } else {
      joined = nodeHash(joined, sibling);
    }
    [index, last] = [half(index), half(last)];
  }
  return last === 0 && sameHash(joined, claim.root);
}

export interface ConsistencyClaim {
  readonly earlierSize: number;
  readonly earlierRoot: Hash;
  readonly laterSize: number;
  readonly laterRoot: Hash;
  readonly proof: readonly Hash[];
}

/** RFC 9162, 2.1.4.2: true when the later tree only added leaves to the earlier one. */
export function verifyConsistency(claim: ConsistencyClaim): boolean {
  if (!isPlace(claim.earlierSize - 1, claim.laterSize)) return false;
  if (claim.earlierSize === claim.laterSize) {
    return claim.proof.length === 0 && sameHash(claim.earlierRoot, claim.laterRoot);
  }
  const wholeSubtree = Number.isInteger(Math.log2(claim.earlierSize));
  const path = wholeSubtree ? [claim.earlierRoot, ...claim.proof] : [...claim.proof];
  let index = claim.earlierSize - 1;
  let last = claim.laterSize - 1;
  while (index % 2 === 1) [index, last] = [half(index), half(last)];
  const [start, ...siblings] = path;
  if (!start) return false;
  let earlier = start;
  let later = start;
  for (const sibling of siblings) {
    if (last === 0) return false;
    if (index % 2 === 1 || index === last) {
      earlier = nodeHash(sibling, earlier);
      later = nodeHash(sibling, later);
      while (index % 2 === 0 && index !== 0) [index, last] = [half(index), half(last)];
    } else {
      later = nodeHash(later, sibling);
    }
    [index, last] = [half(index), half(last)];
  }
  return last === 0 && sameHash(earlier, claim.earlierRoot) && sameHash(later, claim.laterRoot);
}

function half(value: number): number {
  return Math.floor(value / 2);
}

function isPlace(index: number, size: number): boolean {
  return Number.isSafeInteger(index) && Number.isSafeInteger(size) && index >= 0 && index < size;
}
