import type { CountedFact, Counter } from '../../facts/index.ts';
import {
  type CertificateRule,
  certificateRulesOn,
  dateInShanghai,
  type Plan,
} from '../../plan/index.ts';
import { type Clock, newId, type WriteTransaction } from '../../platform/index.ts';
import {
  type FamilyTotal,
  familyLinksOf,
  totalsOfFamiliesOf,
  totalsOfStudents,
} from '../points/index.ts';
import { certificateStateTable } from './states.ts';
import {
  type CertificateStanding,
  type Decision,
  insertDue,
  insertEvents,
  listStandings,
  reinstate,
  suspend,
} from './store/certificates.ts';

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
      for (const rule of certificateRulesOn(plan, dateInShanghai(at))) {
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
  for (const student of students) totals.set(student, { student, carers: [], amount: 0 });
  for (const total of await totalsOfStudents(transaction, students))
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

async function decide(
  transaction: WriteTransaction,
  rule: CertificateRule,
  totals: readonly FamilyTotal[],
  factOf: (total: FamilyTotal) => string | null,
  at: Date,
): Promise<void> {
  const students = totals.map((total) => total.student);
  const standings = await listStandings(transaction, rule.id, students);
  const standingOf = new Map(standings.map((standing) => [standing.student_id, standing]));
  const decisions = totals.flatMap((total) =>
    decisionFor(total, standingOf.get(total.student), rule.threshold, factOf(total)),
  );
  const of = (event: Decision['event']) => decisions.filter((one) => one.event === event);
  const year = dateInShanghai(at).slice(0, 4);
  await insertDue(transaction, rule.id, `${rule.numberPrefix}${year}`, of('decided'));
  await suspend(
    transaction,
    of('suspended').map((one) => one.certificate),
  );
  await reinstate(
    transaction,
    of('reinstated').map((one) => one.certificate),
  );
  await insertEvents(transaction, decisions, at);
}

/** Pure: what the total asks for. A certificate keeps the threshold it was decided by. */
export function decisionFor(
  total: FamilyTotal,
  standing: CertificateStanding | undefined,
  threshold: number,
  fact: string | null,
): Decision[] {
  const { student, amount } = total;
  if (!standing) {
    if (amount < threshold) return [];
    return [{ certificate: newId(), student, event: 'decided', total: amount, fact, threshold }];
  }
  const asked = amount < standing.threshold ? 'below' : 'reached';
  const next = certificateStateTable[standing.state][asked];
  if (next === standing.state) return [];
  const event = next === 'suspended' ? 'suspended' : 'reinstated';
  const { id: certificate } = standing;
  return [{ certificate, student, event, total: amount, fact, threshold: standing.threshold }];
}
