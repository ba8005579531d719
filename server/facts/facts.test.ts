import { sql } from 'kysely';
import { beforeAll, describe, expect, test } from 'vitest';
import { newId } from '../platform/index.ts';
import { makeTestDatabase, type TestDatabase } from '../platform/testing/test-database.ts';
import {
  type CountedFact,
  type Counter,
  type FactStatement,
  followLog,
  placeStatedFacts,
  reverseFacts,
  stateFacts,
} from './index.ts';
import { settle } from './spine.ts';

const program = { person: null, reach: 'all' } as const;
let here: TestDatabase;

beforeAll(async () => {
  here = await makeTestDatabase();
});

function attended(source: string, minutes = 60): FactStatement {
  return {
    kind: 'activity.attended',
    at: new Date('2026-10-18T06:00:00Z'),
    organisation: newId(),
    subject: newId(),
    quantity: minutes,
    source,
    attributes: { counts_as: 'guidance', deed: source },
  };
}

async function state(...facts: FactStatement[]): Promise<string[]> {
  return here.database.write(program, (transaction) => stateFacts(transaction, facts));
}

/** A counter that only remembers what reached it. */
function witness(name: string): Counter & { seen: CountedFact[] } {
  const seen: CountedFact[] = [];
  return {
    name,
    seen,
    async count(_, facts) {
      seen.push(...facts);
      return facts;
    },
  };
}

describe('the log of facts', () => {
  test('gives committed facts consecutive places, and one source one fact', async () => {
    await state(attended('attendance:1'), attended('attendance:2'));
    await state(attended('attendance:2', 90));
    await placeStatedFacts(here.database, 100);
    await state(attended('attendance:1'), attended('attendance:3'));
    await placeStatedFacts(here.database, 100);
    const counter = witness('places');
    await followLog(here.database, counter, 100);
    expect(counter.seen.map((fact) => [fact.place, fact.attributes.deed, fact.quantity])).toEqual([
      [1, 'attendance:1', 60],
      [2, 'attendance:2', 60],
      [3, 'attendance:3', 60],
    ]);
  });

  test('a transaction that fails states nothing', async () => {
    await expect(
      here.database.write(program, async (transaction) => {
        await stateFacts(transaction, [attended('attendance:failed')]);
        throw new Error('the record could not be written');
      }),
    ).rejects.toThrow('could not be written');
    const counter = witness('failure');
    await settle(here.database, [counter]);
    expect(counter.seen.some((fact) => fact.attributes.deed === 'attendance:failed')).toBe(false);
  });

  test('a correction is a new fact with the quantity negated, possible once', async () => {
    await state(attended('attendance:wrong', 120));
    const correct = () =>
      here.database.write(program, (transaction) =>
        reverseFacts(transaction, ['attendance:wrong'], {
          actor: newId(),
          reason: 'scanned the wrong person',
          at: new Date('2026-10-19T00:00:00Z'),
        }),
      );
    await correct();
    await expect(correct()).rejects.toMatchObject({ kind: { code: 'facts.reversed-already' } });
    const counter = witness('correction');
    await settle(here.database, [counter]);
    const about = counter.seen.filter(
      (fact) => fact.attributes.counts_as && fact.quantity % 120 === 0,
    );
    expect(about.map((fact) => fact.quantity)).toEqual([120, -120]);
    expect(about[1]?.reverses).toBe(about[0]?.id);
  });

  test('a counter that fails keeps its place and gets the same facts again', async () => {
    const counter = witness('stumbling');
    let stumbles = true;
    const stumbling: Counter = {
      name: 'stumbling',
      async count(transaction, facts) {
        if (stumbles) throw new Error('out of breath');
        return counter.count(transaction, facts);
      },
    };
    await expect(followLog(here.database, stumbling, 2)).rejects.toThrow('out of breath');
    stumbles = false;
    await followLog(here.database, stumbling, 2);
    expect(counter.seen.map((fact) => fact.place)).toEqual([1, 2]);
  });

  test('the role that serves people cannot change or remove a fact', async () => {
    for (const change of [sql`update facts set quantity = 1`, sql`delete from facts`]) {
      await expect(
        here.database.write(program, (transaction) => change.execute(transaction)),
      ).rejects.toThrow('permission denied');
    }
  });
});
