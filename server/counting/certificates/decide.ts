import { type CertificateRule, dateInShanghai } from '../../plan/index.ts';
import { newId, type WriteTransaction } from '../../platform/index.ts';
import type { FamilyTotal } from '../points/index.ts';
import { type Asked, countedOf, leastAsked } from './rules/threshold.ts';
import { certificateStateTable } from './states.ts';
import {
  type CertificateStanding,
  insertDue,
  insertEvents,
  listStandings,
  moveTo,
  reinstate,
} from './store/certificates.ts';
import { tellFamilies } from './tell-family.ts';
import { type PlannedRule, whatIsAsked } from './what-is-asked.ts';

/** What is decided of one child's certificate. */
interface Decision {
  readonly certificate: string;
  readonly student: string;
  readonly event: 'decided' | 'renewed' | 'suspended' | 'reinstated';
  readonly total: number;
  readonly fact: string | null;
  readonly threshold: number;
  readonly ask: Asked;
  /** The one that had ended. */
  readonly replaces?: string;
}

/**
 * Decides on families by one rule, in the transaction that holds their totals still. Deciding twice changes
 * nothing: who has a certificate in the right state is left alone.
 */
export async function decide(
  transaction: WriteTransaction,
  rule: PlannedRule,
  totals: readonly FamilyTotal[],
  factOf: (total: FamilyTotal) => string | null,
  at: Date,
): Promise<void> {
  const students = totals.map((total) => total.student);
  // Below the least that is asked of anyone no relief is worth a look.
  const least = leastAsked(rule);
  const near = totals.filter(({ amount }) => amount >= least);
  const askedFor = await whatIsAsked(transaction, rule, near, at);
  const standings = await listStandings(transaction, rule.id, students);
  const standingOf = new Map(standings.map((standing) => [standing.student_id, standing]));
  const decisions = totals.flatMap((total) =>
    decisionFor(total, standingOf.get(total.student), {
      threshold: rule.threshold,
      ask: askedFor(total),
      fact: factOf(total),
    }),
  );
  const idsOf = (event: Decision['event']) =>
    decisions.filter((one) => one.event === event).map((one) => one.certificate);
  const due = decisions.filter(isNew).map(({ ask, ...decision }) => ({ ...decision, ...ask }));
  await insertDue(transaction, rule.id, numberPrefixAt(rule, at), due);
  await moveTo(transaction, 'suspended', idsOf('suspended'));
  await reinstate(transaction, idsOf('reinstated'));
  await insertEvents(transaction, decisions.flatMap(happeningsOf), at);
  await tellFamilies(transaction, newsOf(decisions, totals, at), at);
}

/** Numbers carry the year. */
export function numberPrefixAt({ numberPrefix }: CertificateRule, at: Date): string {
  return `${numberPrefix}${dateInShanghai(at).slice(0, 4)}`;
}

function isNew({ event }: Decision): boolean {
  return event === 'decided' || event === 'renewed';
}

function happeningsOf({ replaces, ...decision }: Decision) {
  return replaces === undefined
    ? [decision]
    : [{ certificate: replaces, event: 'replaced' as const }, decision];
}

/** What is decided is told once it is signed; what falls or rises, at once. */
function newsOf(decisions: readonly Decision[], totals: readonly FamilyTotal[], at: Date) {
  const carersOf = new Map(totals.map(({ student, carers }) => [student, carers]));
  return decisions.flatMap(({ certificate, student, event, fact }) => {
    if (event === 'decided' || event === 'renewed') return [];
    const people = (carersOf.get(student) ?? []).map((person) => ({ person, student }));
    return [{ certificate, kind: event, deed: fact ?? at.toISOString(), people }];
  });
}

/** Pure: what the family's points ask for. A certificate keeps what was asked for it, until its time is over. */
function decisionFor(
  { student, shares }: FamilyTotal,
  standing: CertificateStanding | undefined,
  { threshold, ask, fact }: Pick<Decision, 'threshold' | 'ask' | 'fact'>,
): Decision[] {
  const amount = countedOf(ask.counted, shares);
  const next = { certificate: newId(), student, total: amount, fact, threshold, ask };
  if (!standing) return amount < ask.asked ? [] : [{ ...next, event: 'decided' }];
  const { id: certificate, state } = standing;
  if (state === 'ended') {
    return amount < ask.asked ? [] : [{ ...next, event: 'renewed', replaces: certificate }];
  }
  const total = countedOf(standing.counted, shares);
  const asked = total < standing.asked ? 'below' : 'reached';
  const becomes = certificateStateTable[state][asked];
  if (becomes === state) return [];
  const event = becomes === 'suspended' ? 'suspended' : 'reinstated';
  return [{ ...next, certificate, event, total }];
}
