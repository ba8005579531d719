import { findStudentsForPapers, theProgram, type Who } from '../../../directory/index.ts';
import { certificateRule, certificateRulesOn, dateInShanghai } from '../../../plan/index.ts';
import { type Call, type District, newId } from '../../../platform/index.ts';
import { totalsOfStudents } from '../../points/index.ts';
import { readCertificate, type SignedCertificate } from '../credential/index.ts';
import { numberPrefixAt } from '../decide.ts';
import { inCountersTurn } from '../in-counters-turn.ts';
import { RenewalNotDue, ScoreNotReached } from '../refusals.ts';
import { type RenewalReason, renewalReason } from '../rules/renewal.ts';
import {
  type Beginning,
  type CertificateRow,
  type DueCertificate,
  insertDue,
  insertEvents,
} from '../store/certificates.ts';
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
    const total = family?.amount ?? 0;
    const { event, prefix, ...due } = anew(district, row, why, total, call.at);
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

function anew(
  { plan }: District,
  row: CertificateRow,
  why: RenewalReason | null,
  total: number,
  at: Date,
): DueCertificate & { readonly event: Beginning; readonly prefix: string } {
  const rule =
    why === 'name'
      ? certificateRule(plan, row.kind, row.threshold)
      : certificateRulesOn(plan, dateInShanghai(at)).find(({ id }) => id === row.kind);
  if (!(why && rule)) throw RenewalNotDue();
  const threshold = why === 'name' ? row.threshold : rule.threshold;
  if (total < threshold) throw ScoreNotReached(threshold, total);
  return {
    ...{ certificate: newId(), student: row.student_id, replaces: row.id, threshold },
    validUntil: why === 'name' ? row.valid_until : null,
    event: why === 'name' ? 'renamed' : 'renewed',
    prefix: numberPrefixAt(rule, at),
  };
}
