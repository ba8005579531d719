import type { Plan, WhoCounts } from '../../plan/index.ts';
import type { ReadTransaction } from '../../platform/index.ts';
import { type FamilyTotal, totalsOfStudents } from '../points/index.ts';
import { type Asked, type Because, countedOf } from './rules/threshold.ts';
import type { CertificateState } from './states.ts';
import { type CertificateBrief, listCertificatesBriefly } from './store/records.ts';
import { plannedRulesOn, whatIsAsked } from './what-is-asked.ts';

/** How far a child's family has come, and what is asked of it; hundredths of a point. */
export interface FamilyScore {
  readonly counted: WhoCounts;
  /** What counts of the carers' points. */
  readonly total: number;
  /** 0 when the plan has no certificate in force. */
  readonly asked: number;
  readonly missing: number;
  /** What the plan asks of everyone. */
  readonly usual: number;
  readonly because: readonly Because[];
  readonly carers: readonly string[];
  /** The child's present one. */
  readonly certificate: CertificateBrief | null;
}

const nothingAsked: Asked = { counted: 'sum', asked: 0, because: [] };

/** States in which a certificate keeps what was asked for it. */
const keeping: readonly CertificateState[] = ['due', 'valid', 'suspended', 'contested'];

/**
 * What each child's family has of what is asked of it: by the certificate that it has, which keeps what was asked
 * when it was decided; else by the plan of the day.
 */
export async function scoresOf(
  transaction: ReadTransaction,
  plan: Plan,
  students: readonly string[],
  at: Date,
): Promise<Map<string, FamilyScore>> {
  const [totals, briefs] = await Promise.all([
    totalsOfStudents(transaction, students),
    listCertificatesBriefly(transaction, students),
  ]);
  const [rule] = plannedRulesOn(plan, at);
  const askedFor = rule && (await whatIsAsked(transaction, rule, totals, at));
  const totalOf = new Map(totals.map((total) => [total.student, total]));
  const briefOf = new Map(briefs.map((brief) => [brief.student_id, brief]));
  return new Map(
    students.map((student) => {
      const family = totalOf.get(student) ?? without(student);
      const certificate = briefOf.get(student) ?? null;
      if (certificate && keeping.includes(certificate.state)) {
        const usual = certificate.threshold;
        return [student, { ...scoreOf(certificate, family), usual, certificate }];
      }
      const ask = askedFor?.(family) ?? nothingAsked;
      return [student, { ...scoreOf(ask, family), usual: rule?.threshold ?? 0, certificate }];
    }),
  );
}

function scoreOf(
  { counted, asked, because }: Asked,
  { shares, carers }: FamilyTotal,
): Omit<FamilyScore, 'certificate' | 'usual'> {
  const total = countedOf(counted, shares);
  return { counted, total, asked, missing: Math.max(0, asked - total), because, carers };
}

/** A child of whom no fact says that anyone raises it. */
function without(student: string): FamilyTotal {
  return { student, carers: [], shares: [], amount: 0, arrivedOn: null };
}
