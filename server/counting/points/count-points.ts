import { type CountedFact, type Counter, takePlace } from '../../facts/index.ts';
import type { Plan } from '../../plan/index.ts';
import { type Clock, newId, type WriteTransaction } from '../../platform/index.ts';
import { countWithinCaps } from './rules/caps.ts';
import { type Earning, earningsOf } from './rules/earn.ts';
import { arrivalsOf, familyLinksOf } from './rules/family-links.ts';
import { accountsFor } from './store/accounts.ts';
import {
  type Entry,
  nextSequence,
  postEntries,
  readTermBalances,
  type TermBalance,
} from './store/entries.ts';
import { addArrivals, addFamilyLinks } from './store/families.ts';

const NAME = 'points';

/**
 * The counter of growth points (2.4.1): turns facts into ledger entries, balances and family links, in the
 * transaction that moves its place. A batch of thousands costs five statements.
 */
export function pointsCounter(plan: Plan, clock: Clock): Counter {
  return {
    name: NAME,
    async count(transaction, facts) {
      await addFamilyLinks(transaction, facts.flatMap(familyLinksOf));
      await addArrivals(transaction, facts.flatMap(arrivalsOf));
      const earned = await countFacts(transaction, plan, facts, clock());
      return facts.filter((fact) => earned.has(fact.id) || changesFamily(fact));
    },
  };
}

function changesFamily(fact: CountedFact): boolean {
  return familyLinksOf(fact).length > 0 || arrivalsOf(fact).length > 0;
}

/**
 * Keeps the counter from its next step until this transaction ends: what is decided here from the balances is
 * neither overtaken by a deed that is just being counted nor decided a second time by its step.
 */
export async function holdBalances(transaction: WriteTransaction): Promise<void> {
  await takePlace(transaction, NAME);
}

/** Gives the facts that changed a balance: who is at a cap does well and earns nothing. */
async function countFacts(
  transaction: WriteTransaction,
  plan: Plan,
  facts: readonly CountedFact[],
  postedAt: Date,
): Promise<ReadonlySet<string>> {
  const earned = new Set<string>();
  const earnings = facts.flatMap((fact) => earningsOf(plan, fact));
  if (earnings.length === 0) return earned;
  const balances = await balancesFor(transaction, earnings);
  const accounts = await accountsFor(transaction, [...new Set(earnings.map(({ carer }) => carer))]);
  let sequence = await nextSequence(transaction);
  const entries = earnings.map((earning): Entry => {
    const balance = balances.get(nameOf(earning)) as TermBalance;
    const amount = countWithinCaps(balance.sums, earning);
    balance.amount += amount;
    balance.entries += 1;
    if (amount !== 0) earned.add(earning.fact.id);
    const account = accounts.get(earning.carer) as string;
    const entry = entryOf({ ...earning, account, amount, sequence, postedAt });
    sequence += 1;
    return entry;
  });
  await postEntries(transaction, entries, [...balances.values()]);
  return earned;
}

/** The balance of every carer and term that the earnings touch, new ones included. */
async function balancesFor(
  transaction: WriteTransaction,
  earnings: readonly Earning[],
): Promise<Map<string, TermBalance>> {
  const touched = new Map(earnings.map((earning) => [nameOf(earning), earning]));
  const balances = await readTermBalances(transaction, [...touched.values()]);
  return new Map(balances.map((balance) => [nameOf(balance), balance]));
}

function nameOf({ carer, term }: { carer: string; term: string }): string {
  return `${carer} ${term}`;
}

type Posting = Earning & Pick<Entry, 'account' | 'amount' | 'sequence' | 'postedAt'>;

function entryOf({ account, amount, sequence, postedAt, ...earning }: Posting): Entry {
  return {
    sequence,
    id: newId(),
    carer: earning.carer,
    account,
    fact: earning.fact.id,
    rule: earning.rule.id,
    version: earning.version.version,
    rawAmount: earning.rawAmount,
    amount,
    countedOn: earning.day,
    postedAt,
  };
}
