import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { sql } from 'kysely';
import { beforeAll, expect, test } from 'vitest';
import { makeTestDatabase, type TestDatabase } from '../../platform/testing/test-database.ts';
import { HeldTree } from './held-tree.ts';
import { type Hash, MerkleTree } from './ledger/index.ts';
import { type Inclusion, keepSubtrees, proveConsistency, proveInclusions } from './prove.ts';

const LEAVES = 66_500;
const nobody = { person: null, reach: [] } as const;
const whole = treeOf('leaf', LEAVES);
let here: TestDatabase;

beforeAll(async () => {
  here = await makeTestDatabase();
  // In steps of uneven size, as a district grows.
  await post(here, 'leaf', { from: 0, to: LEAVES, kept: [1, 255, 256, 257, 30_000, LEAVES] });
});

function treeOf(word: string, size: number): MerkleTree {
  const tree = new MerkleTree();
  for (let at = 0; at < size; at += 1) {
    tree.append(createHash('sha256').update(`${word} ${at}`).digest());
  }
  return tree;
}

/** Posts entries, and keeps what proofs are made of up to each of these sizes. */
async function post(
  { database }: TestDatabase,
  word: string,
  { from, to, kept }: { from: number; to: number; kept: readonly number[] },
): Promise<void> {
  await database.count(async (transaction) => {
    await sql`
      insert into ledger_entries (sequence, id, carer_id, fact_id, rule, rule_version, raw_amount, amount,
                                  counted_on, posted_at, leaf_hash)
      select at, gen_random_uuid(), gen_random_uuid(), gen_random_uuid(), 'made', 1, 1, 1,
             '2026-10-18', now(), sha256(convert_to(${word} || ' ' || at, 'UTF8'))
        from generate_series(${from}::integer, ${to - 1}::integer) as at`.execute(transaction);
    for (const size of kept) while ((await keepSubtrees(transaction, size)) > 0);
  });
}

const hex = (hashes: readonly Hash[]) => hashes.map((hash) => Buffer.from(hash).toString('hex'));
const sizes = (most: number) =>
  fc
    .integer({ min: 1, max: most })
    .chain((size) => fc.tuple(fc.constant(size), fc.integer({ min: 1, max: size })));

async function expectProofsOf(
  { database }: TestDatabase,
  held: HeldTree,
  tree: MerkleTree,
  [size, place]: [number, number],
): Promise<void> {
  const leaves = [place - 1, 0, size - 1];
  const [inclusions, consistency] = await database.read(nobody, (transaction) =>
    Promise.all([
      proveInclusions(transaction, held, leaves, size),
      proveConsistency(transaction, held, place, size),
    ]),
  );
  for (const [turn, leaf] of leaves.entries()) {
    const { leafHash, hashes } = inclusions[turn] as Inclusion;
    expect(hex([leafHash])).toEqual(hex([tree.whole({ height: 0, index: leaf })]));
    expect(hex(hashes)).toEqual(hex(tree.inclusionProof(leaf, size)));
  }
  expect(hex(consistency)).toEqual(hex(tree.consistencyProof(place, size)));
}

test('proofs from what is kept are those of the whole tree, for any entry and any two sizes', async () => {
  const held = new HeldTree();
  await fc.assert(
    fc.asyncProperty(sizes(LEAVES), (asked) => expectProofsOf(here, held, whole, asked)),
    { numRuns: 60 },
  );
});

test('proofs asked for at once, before anything is held, are right too', async () => {
  const held = new HeldTree();
  const places = [1, 256, 257, 30_000, 65_536, 66_304, LEAVES];
  await Promise.all(places.map((place) => expectProofsOf(here, held, whole, [LEAVES, place])));
});

test('what is held of a ledger goes on proving it, old sizes and new, while entries come', async () => {
  const another = await makeTestDatabase();
  const tree = treeOf('another', 2100);
  const held = new HeldTree();
  let from = 0;
  for (const to of [200, 256, 300, 512, 700, 1500, 2100]) {
    await post(another, 'another', { from, to, kept: [to] });
    from = to;
    await fc.assert(
      fc.asyncProperty(sizes(to), (asked) => expectProofsOf(another, held, tree, asked)),
      { numRuns: 12 },
    );
    await expectProofsOf(another, held, tree, [to, to]);
  }
  // Entries that came after the size that is asked about change nothing.
  await post(another, 'later', { from, to: from + 300, kept: [from + 300] });
  await expectProofsOf(another, held, tree, [2100, 2099]);
});

test('what is kept is a 256th of the leaves, and is kept once', async () => {
  const kept = await here.database.count(async (transaction) => {
    const again = await keepSubtrees(transaction, LEAVES);
    const { rows } = await sql<{ count: number }>`
      select count(*)::int from ledger_subtrees`.execute(transaction);
    return { again, count: rows[0]?.count };
  });
  expect(kept).toEqual({ again: 0, count: Math.floor(LEAVES / 256) });
});

test('a proof is refused, and not made up, where the ledger lacks what it is made of', async () => {
  const empty = await makeTestDatabase();
  await post(empty, 'leaf', { from: 0, to: 300, kept: [] });
  const prove = (sequence: number, size: number) =>
    empty.database.read(nobody, async (transaction) => {
      const [proof] = await proveInclusions(transaction, new HeldTree(), [sequence], size);
      return proof?.hashes;
    });
  await expect(prove(299, 300)).rejects.toThrow('lacks');
  await expect(prove(3, 200)).resolves.toHaveLength(8);
  await expect(prove(3, 256)).resolves.toHaveLength(8);
  await expect(prove(299, 302)).rejects.toThrow('lacks');
});
