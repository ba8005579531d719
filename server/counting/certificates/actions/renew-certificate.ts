import { findStudentsForPapers, theProgram, type Who } from '../../../directory/index.ts';
import { certificateRule } from '../../../plan/index.ts';
import { type Call, type District, newId, type WriteTransaction } from '../../../platform/index.ts';
import { type FamilyTotal, totalsOfStudents } from '../../points/index.ts';
import { readCertificate, type SignedCertificate } from '../credential/index.ts';
import { numberPrefixAt } from '../decide.ts';
import { inCountersTurn } from '../in-counters-turn.ts';
import { RenewalNotDue, ScoreNotReached } from '../refusals.ts';
import { type RenewalReason, renewalReason } from '../rules/renewal.ts';
import { countedOf } from '../rules/threshold.ts';
import {
  type Beginning,
  type CertificateRow,
  type DueCertificate,
  insertDue,
  insertEvents,
} from '../store/certificates.ts';
import { plannedRulesOn, whatIsAsked } from '../what-is-asked.ts';
import { requireOver, takePresent } from './present-certificate.ts';

/**
 * The family, or the district office for it, has a certificate issued anew: because its end is near, by the rule
 * of this day and for a term of its own; or because the roster names the child otherwise by now, with the same
 * threshold and end. Gives the new one.
 */
export async function renewCertificate(
  district: District,
  who: Who,
  { id, version }: { readonly id: string; readonly version: number },
  call: Call,
): Promise<string> {
  const student = await requireOver(district, who, 'certificates.renew', id);
  const children = await district.database.read(theProgram, (reading) =>
    findStudentsForPapers(reading, [student]),
  );
  return inCountersTurn(district, who, call, async (transaction) => {
    const row = await takePresent(transaction, id, version, 'renew');
    const why = renewalReason(row, childOn(row.credential), children.get(student), call.at);
    const [family] = await totalsOfStudents(transaction, [student]);
    const renewed = await anew(transaction, district, { row, why, family, at: call.at });
    const { event, prefix, total, ...due } = renewed;
    await insertDue(transaction, row.kind, prefix, [due]);
    await insertEvents(
      transaction,
      [
        { certificate: id, event: 'replaced', decidedBy: who.person },
        { certificate: due.certificate, event, total, decidedBy: who.person },
      ],
      call.at,
    );
    return due.certificate;
  });
}

/** As the paper names the child; undefined before it is signed. */
export function childOn(credential: unknown) {
  return credential ? readCertificate(credential as SignedCertificate).child : undefined;
}

interface Renewing {
  readonly row: CertificateRow;
  readonly why: RenewalReason | null;
  readonly family: FamilyTotal | undefined;
  readonly at: Date;
}

type Anew = DueCertificate & {
  readonly event: Beginning;
  readonly prefix: string;
  /** What counts of the family's points. */
  readonly total: number;
};

/** After a change of name with all that was asked before; near its end by what is asked on this day. */
async function anew(
  transaction: WriteTransaction,
  { plan }: District,
  { row, why, family, at }: Renewing,
): Promise<Anew> {
  const today = plannedRulesOn(plan, at).find(({ id }) => id === row.kind);
  const rule = why === 'name' ? certificateRule(plan, row.kind, row.threshold) : today;
  if (!(why && rule)) throw RenewalNotDue();
  const families = family ? [family] : [];
  const askedFor = today && (await whatIsAsked(transaction, today, families, at));
  const ask = why === 'ending' && family && askedFor ? askedFor(family) : row;
  const { asked, counted, because } = ask;
  const total = countedOf(counted, family?.shares ?? []);
  if (total < asked) throw ScoreNotReached(asked, total);
  return {
    ...{ certificate: newId(), student: row.student_id, replaces: row.id, total },
    ...{ threshold: why === 'name' ? row.threshold : rule.threshold, asked, counted, because },
    validUntil: why === 'name' ? row.valid_until : null,
    event: why === 'name' ? 'renamed' : 'renewed',
    prefix: numberPrefixAt(rule, at),
  };
}
