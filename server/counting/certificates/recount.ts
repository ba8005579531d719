import { sql } from 'kysely';
import { nobody } from '../../directory/index.ts';
import { type CertificateRule, certificateRulesOn, dateInShanghai } from '../../plan/index.ts';
import type { District, ReadTransaction } from '../../platform/index.ts';
import { sumEntriesOfFamilies } from '../points/index.ts';
import type { CertificateState } from './states.ts';
import { readSweep, type Sweep } from './store/sweeps.ts';

export interface CertificateDifference {
  readonly what: 'certificate';
  readonly about: string;
  readonly counted: string;
  readonly recounted: string;
}

/**
 * Compares which certificates stand with what the entries say: a family stands when the sum of its carers'
 * entries reaches the certificate's threshold. Sums the entries themselves, not the balances. On the day of a
 * new rule a family that its sweep has not come to yet may wait for its certificate.
 */
export async function recountCertificates(district: District): Promise<CertificateDifference[]> {
  const rules = certificateRulesOn(district.plan, dateInShanghai(district.clock()));
  return district.database.read(nobody, async (transaction) => {
    const totals = await sumEntriesOfFamilies(transaction);
    const amounts = new Map(totals.map(({ student, amount }) => [student, amount]));
    const differences: CertificateDifference[] = [];
    for (const rule of rules) {
      const standings = await readStanding(transaction, rule.id);
      differences.push(...compare(rule, amounts, standings, await readSweep(transaction, rule)));
    }
    return differences;
  });
}

interface Standing {
  readonly student_id: string;
  readonly state: CertificateState;
  readonly threshold: number;
}

async function readStanding(transaction: ReadTransaction, kind: string): Promise<Standing[]> {
  const { rows } = await sql<Standing>`
    select student_id, state, threshold from certificates
     where kind = ${kind} and replaced_by is null
  `.execute(transaction);
  return rows;
}

function compare(
  { threshold }: CertificateRule,
  amounts: ReadonlyMap<string, number>,
  standings: readonly Standing[],
  sweep: Sweep,
): CertificateDifference[] {
  const standingOf = new Map(standings.map((standing) => [standing.student_id, standing]));
  const students = new Set([...amounts.keys(), ...standingOf.keys()]);
  const differences: CertificateDifference[] = [];
  for (const student of students) {
    const standing = standingOf.get(student);
    const amount = amounts.get(student) ?? 0;
    // What a person took out of use stays so, whatever the points say.
    if (standing?.state === 'revoked' || standing?.state === 'contested') continue;
    const hasEnded = standing?.state === 'ended';
    const reached = amount >= (standing && !hasEnded ? standing.threshold : threshold);
    const stands = standing?.state === 'valid' || standing?.state === 'due';
    if (reached === stands) continue;
    if (!standing && !hasLookedAt(sweep, student)) continue;
    differences.push({
      what: 'certificate',
      about: `student ${student} with ${amount} hundredths`,
      counted: standing?.state ?? 'none',
      recounted: reached ? 'valid' : 'suspended',
    });
  }
  return differences;
}

function hasLookedAt({ isFinished, afterStudent }: Sweep, student: string): boolean {
  return isFinished || (afterStudent !== null && student <= afterStudent);
}
