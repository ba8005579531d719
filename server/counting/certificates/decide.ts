import { type CertificateRule, dateInShanghai } from '../../plan/index.ts';
import { newId, type WriteTransaction } from '../../platform/index.ts';
import type { FamilyTotal } from '../points/index.ts';
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
import { tellFamilies } from './tell-family.ts';

/**
 * Decides on families by one rule, in the transaction that holds their totals still. Deciding twice changes
 * nothing: who has a certificate in the right state is left alone.
 */
export async function decide(
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
  await tellFamilies(transaction, newsOf(decisions, totals, at), at);
}

/** What is decided is told once it is signed; what falls or rises, at once. */
function newsOf(decisions: readonly Decision[], totals: readonly FamilyTotal[], at: Date) {
  const carersOf = new Map(totals.map(({ student, carers }) => [student, carers]));
  return decisions.flatMap(({ certificate, student, event, fact }) => {
    if (event === 'decided') return [];
    const people = (carersOf.get(student) ?? []).map((person) => ({ person, student }));
    return [{ certificate, kind: event, deed: fact ?? at.toISOString(), people }];
  });
}

/** Pure: what the total asks for. A certificate keeps the threshold it was decided by. */
function decisionFor(
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
