import type { Counter, Fact } from '../../facts/index.ts';
import type { Plan } from '../../plan/index.ts';
import { type Clock, newId, type WriteTransaction } from '../../platform/index.ts';
import { countWithinCaps, type TermSums, termOfSums } from './rules/caps.ts';
import { type Earning, earningsOf } from './rules/earn.ts';
import { familyLinksOf } from './rules/family-links.ts';
import { type Entry, nextSequence, postEntries, readSums } from './store/entries.ts';
import { addFamilyLinks } from './store/families.ts';

/**
 * The counter of growth points (2.4.1): turns facts into ledger entries, balances and family links, in the
 * transaction that moves its place. A batch of thousands costs four statements.
 */
export function pointsCounter(plan: Plan, clock: Clock): Counter {
  return {
    name: 'points',
    async count(transaction, facts) {
      await addFamilyLinks(transaction, facts.flatMap(familyLinksOf));
      await countFacts(transaction, plan, facts, clock());
    },
  };
}

async function countFacts(
  transaction: WriteTransaction,
  plan: Plan,
  facts: readonly Fact[],
  postedAt: Date,
): Promise<void> {
  const earnings = facts.flatMap((fact) => earningsOf(plan, fact));
  if (earnings.length === 0) return;
  const sums = await sumsFor(transaction, earnings);
  let sequence = await nextSequence(transaction);
  const entries = earnings.map((earning): Entry => {
    const term = termOfSums(earning);
    const amount = countWithinCaps((term && sums.get(term)) || new Map(), earning);
    const entry = entryOf(earning, amount, sequence, postedAt);
    sequence += 1;
    return entry;
  });
  await postEntries(transaction, entries, sums);
}

/** The sums of every carer and term that the earnings touch, empty ones included. */
async function sumsFor(
  transaction: WriteTransaction,
  earnings: readonly Earning[],
): Promise<Map<string, TermSums>> {
  const terms = new Set(earnings.flatMap((earning) => termOfSums(earning) ?? []));
  const sums = await readSums(transaction, [...terms]);
  for (const term of terms) if (!sums.has(term)) sums.set(term, new Map());
  return sums;
}

function entryOf(earning: Earning, amount: number, sequence: number, postedAt: Date): Entry {
  return {
    sequence,
    id: newId(),
    carer: earning.carer,
    fact: earning.fact.id,
    rule: earning.rule.id,
    version: earning.version.version,
    rawAmount: earning.rawAmount,
    amount,
    countedOn: earning.day,
    postedAt,
  };
}
