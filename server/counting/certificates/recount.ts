import { sql } from 'kysely';
import { theProgram } from '../../directory/index.ts';
import type { WhoCounts } from '../../plan/index.ts';
import type { District, ReadTransaction } from '../../platform/index.ts';
import { type FamilyTotal, sumEntriesOfFamilies } from '../points/index.ts';
import { type Asked, countedOf } from './rules/threshold.ts';
import type { CertificateState } from './states.ts';
import { readSweep, type Sweep } from './store/sweeps.ts';
import { plannedRulesOn, whatIsAsked } from './what-is-asked.ts';

export interface CertificateDifference {
  readonly what: 'certificate';
  readonly about: string;
  readonly counted: string;
  readonly recounted: string;
}

/**
 * Compares which certificates stand with what the entries say: a family stands when what counts of its carers'
 * entries reaches what was asked of it. Sums the entries themselves, not the balances. On the day of a
 * new rule a family that its sweep has not come to yet may wait for its certificate.
 */
export async function recountCertificates(district: District): Promise<CertificateDifference[]> {
  const at = district.clock();
  return district.database.read(theProgram, async (transaction) => {
    const families = await sumEntriesOfFamilies(transaction);
    const differences: CertificateDifference[] = [];
    for (const rule of plannedRulesOn(district.plan, at)) {
      const standings = await readStanding(transaction, rule.id);
      const askedFor = await whatIsAsked(transaction, rule, families, at);
      const sweep = await readSweep(transaction, rule);
      differences.push(...compare(families, askedFor, standings, sweep));
    }
    return differences;
  });
}

interface Standing {
  readonly student_id: string;
  readonly state: CertificateState;
  readonly asked: number;
  readonly counted: WhoCounts;
}

async function readStanding(transaction: ReadTransaction, kind: string): Promise<Standing[]> {
  const { rows } = await sql<Standing>`
    select student_id, state, asked, counted from certificates
     where kind = ${kind} and replaced_by is null
  `.execute(transaction);
  return rows;
}

function compare(
  families: readonly FamilyTotal[],
  askedFor: (family: FamilyTotal) => Asked,
  standings: readonly Standing[],
  sweep: Sweep,
): CertificateDifference[] {
  const standingOf = new Map(standings.map((standing) => [standing.student_id, standing]));
  const familyOf = new Map(families.map((family) => [family.student, family]));
  const students = new Set([...familyOf.keys(), ...standingOf.keys()]);
  const differences: CertificateDifference[] = [];
  for (const student of students) {
    const standing = standingOf.get(student);
    const family = familyOf.get(student);
    // What a person took out of use stays so, whatever the points say.
    if (standing?.state === 'revoked' || standing?.state === 'contested') continue;
    const hasEnded = standing?.state === 'ended';
    const ask = standing && !hasEnded ? standing : family && askedFor(family);
    const amount = ask ? countedOf(ask.counted, family?.shares ?? []) : 0;
    const reached = ask !== undefined && amount >= ask.asked;
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
