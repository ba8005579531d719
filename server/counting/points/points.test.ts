import fc from 'fast-check';
import { sql } from 'kysely';
import { beforeAll, describe, expect, test } from 'vitest';
import {
  type FactStatement,
  followLog,
  placeStatedFacts,
  reverseFacts,
  settle,
  stateFacts,
} from '../../facts/index.ts';
import { capTermOn, dateInShanghai, loadPlan, type Plan, ruleVersionOn } from '../../plan/index.ts';
import { newId } from '../../platform/index.ts';
import { makeTestDatabase, type TestDatabase } from '../../platform/testing/test-database.ts';
import { balancesOf, pointsCounter, recountPoints, totalsOfStudents } from './index.ts';

const program = { person: null, reach: 'all' } as const;
const postedAt = () => new Date('2026-11-01T00:00:00Z');
let plan: Plan;
let here: TestDatabase;

beforeAll(async () => {
  plan = await loadPlan('plans/tianfu');
  here = await makeTestDatabase();
});

interface Deed {
  readonly carer: number;
  readonly kind: 'activity.attended' | 'activity.volunteered';
  readonly day: string;
  readonly minutes: number;
  readonly corrected: boolean;
}

const arbitraryDeed: fc.Arbitrary<Deed> = fc.record({
  carer: fc.integer({ min: 0, max: 2 }),
  kind: fc.constantFrom('activity.attended', 'activity.volunteered'),
  // Either side of a change of rules, in two terms.
  day: fc.constantFrom('2022-10-01', '2024-03-20', '2026-10-17', '2026-10-18'),
  minutes: fc.integer({ min: 1, max: 480 }),
  corrected: fc.boolean(),
});

function statementOf(deed: Deed, carer: string, source: string): FactStatement {
  return {
    kind: deed.kind,
    at: new Date(`${deed.day}T06:00:00Z`),
    organisation: newId(),
    subject: carer,
    quantity: deed.minutes,
    source,
    attributes: {
      kind: deed.kind === 'activity.attended' ? 'guidance-lecture' : 'volunteering',
      counts_as: deed.kind === 'activity.attended' ? 'guidance' : 'volunteering',
      host_kind: 'school',
    },
  };
}

/** The plan's sentence said slowly, from the deeds that stand at the end. */
function slowBalance(deeds: readonly Deed[], carer: number): number {
  const byDay = new Map<
    string,
    { term: string; raw: number; caps: { day?: number; term?: number } }
  >();
  for (const deed of deeds.filter((one) => one.carer === carer && !one.corrected)) {
    const statement = statementOf(deed, '', '');
    for (const rule of plan.pointRules) {
      const meets = rule.when.every(({ attribute, in: allowed }) =>
        allowed.includes(String(statement.attributes?.[attribute])),
      );
      const version = ruleVersionOn(rule, dateInShanghai(statement.at));
      if (rule.fact !== deed.kind || !meets || !version) continue;
      const raw =
        version.per === 'hour' ? Math.floor((deed.minutes * version.amount) / 60) : version.amount;
      const key = `${rule.id} ${version.version} ${deed.day}`;
      const sum = byDay.get(key) ?? {
        term: `${rule.id} ${version.version} ${capTermOn(plan, deed.day)}`,
        raw: 0,
        caps: version.caps,
      };
      byDay.set(key, { ...sum, raw: sum.raw + raw });
    }
  }
  const byTerm = new Map<string, { sum: number; cap: number }>();
  for (const { term, raw, caps } of byDay.values()) {
    const before = byTerm.get(term)?.sum ?? 0;
    const sum = before + Math.min(raw, caps.day ?? Infinity);
    byTerm.set(term, { sum, cap: caps.term ?? Infinity });
  }
  return [...byTerm.values()].reduce((total, { sum, cap }) => total + Math.min(sum, cap), 0);
}

describe('growth points (2.4.1)', () => {
  test('are a function of the facts under any order, duplication, reversal and concurrent posting', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(arbitraryDeed, { minLength: 1, maxLength: 25 }),
        fc.array(fc.nat({ max: 24 }), { maxLength: 10 }),
        async (deeds, repeated) => {
          const carers = [newId(), newId(), newId()];
          const run = newId();
          const statements = deeds.map((deed, index) =>
            statementOf(deed, carers[deed.carer] as string, `attendance:${run}:${index}`),
          );
          const again = repeated.flatMap((index) => statements[index] ?? []);
          const counter = pointsCounter(plan, postedAt);
          await Promise.all([
            ...[...statements, ...again].map((statement) =>
              here.database.write(program, (transaction) => stateFacts(transaction, [statement])),
            ),
            placeStatedFacts(here.database, 7),
            followLog(here.database, counter, 5),
            followLog(here.database, counter, 5),
          ]);
          const wrong = statements.filter((_, index) => deeds[index]?.corrected);
          await Promise.all([
            ...wrong.map(({ source }) =>
              here.database.write(program, (transaction) =>
                reverseFacts(transaction, [source], {
                  actor: newId(),
                  reason: 'not there',
                  at: postedAt(),
                }),
              ),
            ),
            placeStatedFacts(here.database, 7),
            followLog(here.database, counter, 3),
          ]);
          await settle(here.database, [counter]);
          const balances = await here.database.read(program, (transaction) =>
            balancesOf(transaction, carers),
          );
          carers.forEach((carer, index) => {
            expect(balances.get(carer) ?? 0).toBe(slowBalance(deeds, index));
          });
        },
      ),
      { numRuns: 25 },
    );
    expect(await recountPoints(plan, here.database)).toEqual([]);
  });

  test('a recount names an entry that was changed in the database', async () => {
    await here.pool.query(
      'update tianfu.ledger_entries set amount = amount + 1 where sequence = 0',
    );
    const differences = await recountPoints(plan, here.database);
    await here.pool.query(
      'update tianfu.ledger_entries set amount = amount - 1 where sequence = 0',
    );
    expect(differences.map(({ what }) => what)).toEqual(['entry']);
  });

  test('the role that serves people can neither post an entry nor change one', async () => {
    for (const change of [
      sql`update ledger_entries set amount = 0`,
      sql`delete from ledger_entries`,
      sql`update term_balances set amount = 0`,
    ]) {
      await expect(
        here.database.write(program, (transaction) => change.execute(transaction)),
      ).rejects.toThrow('permission denied');
    }
  });

  test('even the counting role cannot change an entry', async () => {
    await expect(
      here.database.count((transaction) =>
        sql`update ledger_entries set amount = 0`.execute(transaction),
      ),
    ).rejects.toThrow('permission denied');
  });

  test('all carers of a child count for it, from the day they are linked until they are not', async () => {
    const [mother, grandmother, child] = [newId(), newId(), newId()] as [string, string, string];
    const deed = { kind: 'activity.attended', day: '2026-10-18', minutes: 60 } as const;
    const link = (carer: string, kind: string): FactStatement => ({
      kind,
      at: new Date('2026-09-01T00:00:00Z'),
      organisation: newId(),
      subject: carer,
      quantity: 1,
      source: `${kind}:${carer}`,
      attributes: { student: child },
    });
    const counter = pointsCounter(plan, postedAt);
    const total = async () => {
      await settle(here.database, [counter]);
      const totals = await here.database.read(program, (transaction) =>
        totalsOfStudents(transaction, [child]),
      );
      return totals[0]?.amount ?? 0;
    };
    const state = (facts: FactStatement[]) =>
      here.database.write(program, (transaction) => stateFacts(transaction, facts));
    const deeds = { ...deed, carer: 0, corrected: false };
    await state([
      statementOf(deeds, mother, `a:${mother}`),
      statementOf(deeds, grandmother, `a:${grandmother}`),
      link(mother, 'family.linked'),
    ]);
    const one = slowBalance([deeds], 0);
    expect(await total()).toBe(one);
    await state([link(grandmother, 'family.linked')]);
    expect(await total()).toBe(2 * one);
    await state([link(mother, 'family.unlinked')]);
    expect(await total()).toBe(one);
  });
});
