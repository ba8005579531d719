import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { sql } from 'kysely';
import { beforeAll, expect, test } from 'vitest';
import { makeTestDatabase, type TestDatabase } from '../../platform/testing/test-database.ts';
import { type Hash, MerkleTree } from './ledger/index.ts';
import { keepSubtrees, proveConsistency, proveInclusion } from './prove.ts';

/** Above 256², so that a third level is kept. */
const LEAVES = 66_500;
const nobody = { person: null, reach: [] } as const;
const whole = new MerkleTree();
let here: TestDatabase;

beforeAll(async () => {
  here = await makeTestDatabase();
  for (let at = 0; at < LEAVES; at += 1) {
    whole.append(createHash('sha256').update(`leaf ${at}`).digest());
  }
  await here.database.count(async (transaction) => {
    await sql`
      insert into ledger_entries (sequence, id, carer_id, fact_id, rule, rule_version, raw_amount, amount,
                                  counted_on, posted_at, leaf_hash)
      select at, gen_random_uuid(), gen_random_uuid(), gen_random_uuid(), 'made', 1, 1, 1,
             '2026-10-18', now(), sha256(convert_to('leaf ' || at, 'UTF8'))
        from generate_series(0, ${LEAVES - 1}) as at`.execute(transaction);
    // In steps of uneven size, as a district grows.
    for (const size of [1, 255, 256, 257, 30_000, LEAVES]) {
      while ((await keepSubtrees(transaction, size)) > 0);
    }
  });
});

const hex = (hashes: readonly Hash[]) => hashes.map((hash) => Buffer.from(hash).toString('hex'));
const sizes = fc
  .integer({ min: 1, max: LEAVES })
  .chain((size) => fc.tuple(fc.constant(size), fc.integer({ min: 1, max: size })));

test('proofs from what is kept are those of the whole tree, for any entry and any two sizes', async () => {
  await fc.assert(
    fc.asyncProperty(sizes, async ([size, place]) => {
      const [inclusion, consistency] = await here.database.read(nobody, async (transaction) => [
        await proveInclusion(transaction, place - 1, size),
        await proveConsistency(transaction, place, size),
      ]);
      expect(hex(inclusion ?? [])).toEqual(hex(whole.inclusionProof(place - 1, size)));
      expect(hex(consistency ?? [])).toEqual(hex(whole.consistencyProof(place, size)));
    }),
    { numRuns: 60 },
  );
});

test('what is kept is a 256th of the leaves, and is kept once', async () => {
  const kept = await here.database.count(async (transaction) => {
    const again = await keepSubtrees(transaction, LEAVES);
    const { rows } = await sql<{ level: number; count: number }>`
      select level, count(*)::int from ledger_subtrees group by level order by level
    `.execute(transaction);
    return { again, rows };
  });
  expect(kept).toEqual({
    again: 0,
    rows: [
      { level: 1, count: Math.floor(LEAVES / 256) },
      { level: 2, count: 1 },
    ],
  });
});
