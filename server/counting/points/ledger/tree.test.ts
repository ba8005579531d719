import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { leafHashOf } from './entry.ts';
import {
  CompactRange,
  EMPTY_ROOT,
  type Hash,
  MerkleTree,
  verifyConsistency,
  verifyInclusion,
} from './index.ts';
import { splitOf } from './spans.ts';
import { nodeHash } from './tree.ts';

const hex = (hash: Hash) => Buffer.from(hash).toString('hex');

// The eight leaves that implementations of RFC 6962 test themselves on, and the roots of their trees.
const LEAVES = [
  '',
  '00',
  '10',
  '2021',
  '3031',
  '40414243',
  '5051525354555657',
  '606162636465666768696a6b6c6d6e6f',
];
const ROOTS = [
  '6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d',
  'fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125',
  'aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77',
  'd37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7',
  '4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4',
  '76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef',
  'ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c',
  '5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328',
];
const leafOf = (text: string) => leafHashOf(Buffer.from(text, 'hex').toString('latin1'));

const treeOf = (size: number) => {
  const tree = new MerkleTree();
  for (let at = 0; at < size; at += 1) tree.append(leafHashOf(`leaf ${at}`));
  return tree;
};

// RFC 6962's own recursive definition: slow, and plainly right.
const rootByDefinition = (leaves: readonly Hash[]): Hash => {
  if (leaves.length < 2) return leaves[0] ?? EMPTY_ROOT;
  const split = splitOf(leaves.length);
  return nodeHash(rootByDefinition(leaves.slice(0, split)), rootByDefinition(leaves.slice(split)));
};

describe('RFC 6962', () => {
  test('the tree without leaves has the hash of nothing as its root', () => {
    expect(hex(new CompactRange().root())).toBe(
      'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855',
    );
  });

  test('the standard leaves give the standard roots, appended or whole', () => {
    const range = new CompactRange();
    const tree = new MerkleTree();
    for (const [at, text] of LEAVES.entries()) {
      range.append(leafOf(text));
      tree.append(leafOf(text));
      expect(hex(range.root())).toBe(ROOTS[at]);
    }
    expect(ROOTS.map((_, at) => hex(tree.root(at + 1)))).toEqual(ROOTS);
  });

  test('the root is what the recursive definition says, for any size', () => {
    fc.assert(
      fc.property(
        fc.array(fc.uint8Array({ minLength: 32, maxLength: 32 }), { maxLength: 70 }),
        (leaves) => {
          const range = new CompactRange();
          for (const leaf of leaves) range.append(leaf);
          expect(hex(range.root())).toBe(hex(rootByDefinition(leaves)));
        },
      ),
    );
  });
});

test('a range goes on from its saved state as if never interrupted', () => {
  fc.assert(
    fc.property(fc.nat(200), fc.nat(200), (before, after) => {
      const range = new CompactRange();
      const tree = treeOf(before + after);
      for (let at = 0; at < before; at += 1) range.append(leafHashOf(`leaf ${at}`));
      const resumed = new CompactRange(range.state());
      for (let at = before; at < before + after; at += 1) resumed.append(leafHashOf(`leaf ${at}`));
      expect(hex(resumed.root())).toBe(hex(tree.root()));
    }),
  );
  expect(() => new CompactRange({ size: 3, hashes: [EMPTY_ROOT] })).toThrow(RangeError);
});

const sizes = fc
  .integer({ min: 1, max: 300 })
  .chain((size) => fc.tuple(fc.constant(size), fc.integer({ min: 1, max: size })));

test('an inclusion proof holds for its leaf, and for no other leaf, place, size or root', () => {
  const tree = treeOf(300);
  fc.assert(
    fc.property(sizes, ([size, place]) => {
      const index = place - 1;
      const claim = {
        leafHash: leafHashOf(`leaf ${index}`),
        index,
        size,
        root: tree.root(size),
        proof: tree.inclusionProof(index, size),
      };
      expect(verifyInclusion(claim)).toBe(true);
      expect(verifyInclusion({ ...claim, leafHash: leafHashOf('another') })).toBe(false);
      expect(verifyInclusion({ ...claim, index: index + 1 })).toBe(false);
      expect(verifyInclusion({ ...claim, root: EMPTY_ROOT })).toBe(false);
      expect(verifyInclusion({ ...claim, proof: [...claim.proof, EMPTY_ROOT] })).toBe(false);
      if (size > 1) expect(verifyInclusion({ ...claim, proof: claim.proof.slice(1) })).toBe(false);
    }),
  );
});

test('a consistency proof holds between two sizes of one tree, and not for a rewritten past', () => {
  const tree = treeOf(300);
  fc.assert(
    fc.property(sizes, ([laterSize, earlierSize]) => {
      const claim = {
        earlierSize,
        earlierRoot: tree.root(earlierSize),
        laterSize,
        laterRoot: tree.root(laterSize),
        proof: tree.consistencyProof(earlierSize, laterSize),
      };
      expect(verifyConsistency(claim)).toBe(true);
      expect(verifyConsistency({ ...claim, earlierRoot: EMPTY_ROOT })).toBe(false);
      expect(verifyConsistency({ ...claim, laterRoot: EMPTY_ROOT })).toBe(false);
      expect(verifyConsistency({ ...claim, proof: [...claim.proof, EMPTY_ROOT] })).toBe(false);
      if (laterSize > earlierSize) {
        expect(verifyConsistency({ ...claim, proof: claim.proof.slice(1) })).toBe(false);
      }
    }),
  );
});

test('proofs are refused for leaves and sizes the tree does not have', () => {
  const tree = treeOf(3);
  expect(() => tree.inclusionProof(3)).toThrow(RangeError);
  expect(() => tree.inclusionProof(0, 4)).toThrow(RangeError);
  expect(() => tree.consistencyProof(0)).toThrow(RangeError);
  expect(() => tree.root(4)).toThrow(RangeError);
});
