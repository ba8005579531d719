import type { CountedFact, Counter } from '../../facts/index.ts';
import type { Plan } from '../../plan/index.ts';
import type { Clock, WriteTransaction } from '../../platform/index.ts';
import {
  arrivalsOf,
  type FamilyTotal,
  familyLinksOf,
  totalsOfFamiliesOf,
  totalsOfStudents,
} from '../points/index.ts';
import { decide } from './decide.ts';
import { plannedRulesOn } from './what-is-asked.ts';

/**
 * Follows the balances: a family that reaches the threshold gets a certificate, one that falls below has it
 * suspended, and gets it back by reaching it again (2.4.1). Counts in step with the points, after them.
 */
export function certificatesCounter(plan: Plan, clock: Clock): Counter {
  return {
    name: 'certificates',
    async count(transaction, facts) {
      if (facts.length === 0) return [];
      const totals = await totalsTouchedBy(transaction, facts);
      if (totals.length === 0) return [];
      const at = clock();
      for (const rule of plannedRulesOn(plan, at)) {
        await decide(transaction, rule, totals, lastFactOf(facts), at);
      }
      return facts;
    },
  };
}

async function totalsTouchedBy(
  transaction: WriteTransaction,
  facts: readonly CountedFact[],
): Promise<FamilyTotal[]> {
  const carers = [...new Set(facts.map((fact) => fact.subject))];
  const students = [...new Set(facts.flatMap(familyLinksOf).map((link) => link.student))];
  const totals = new Map<string, FamilyTotal>();
  for (const total of await totalsOfFamiliesOf(transaction, carers))
    totals.set(total.student, total);
  // A child whose last carer was unlinked has no family total any more: it is zero.
  for (const student of students) {
    totals.set(student, { student, carers: [], shares: [], amount: 0, arrivedOn: null });
  }
  // A child that has come may be asked for less by that.
  const arrived = facts.flatMap(arrivalsOf).map((arrival) => arrival.student);
  for (const total of await totalsOfStudents(transaction, [...new Set([...students, ...arrived])]))
    totals.set(total.student, total);
  return [...totals.values()];
}

function lastFactOf(facts: readonly CountedFact[]): (total: FamilyTotal) => string | null {
  const byCarer = new Map(facts.map((fact) => [fact.subject, fact.id]));
  const byStudent = new Map<string, string>();
  for (const fact of facts) {
    for (const { student } of familyLinksOf(fact)) byStudent.set(student, fact.id);
  }
  return ({ student, carers }) => {
    const known = carers.map((carer) => byCarer.get(carer)).filter((id) => id !== undefined);
    return known.at(-1) ?? byStudent.get(student) ?? null;
  };
}
