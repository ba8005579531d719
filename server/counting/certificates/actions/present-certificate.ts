import {
  type Capability,
  carersOfStudents,
  lineagesOfStudents,
  readerOf,
  requireMay,
  theProgram,
  type Who,
} from '../../../directory/index.ts';
import {
  ChangedMeanwhile,
  type District,
  NotFound,
  type WriteTransaction,
} from '../../../platform/index.ts';
import { NotInThisState } from '../refusals.ts';
import { type CertificateAction, certificateStateTable } from '../states.ts';
import { type CertificateRow, takeCertificate } from '../store/certificates.ts';
import { findCertificate } from '../store/records.ts';

/** Refuses unless this person may do that with the child's certificate; gives the child. */
export async function requireOver(
  { database }: District,
  who: Who,
  capability: Capability,
  id: string,
): Promise<string> {
  return database.read(readerOf(who), async (transaction) => {
    const record = await findCertificate(transaction, id);
    if (!record) throw NotFound();
    const { student_id: student } = record;
    const lineages = await lineagesOfStudents(transaction, [student]);
    requireMay(who, capability, { student, lineage: lineages.get(student) });
    return student;
  });
}

/** The certificate, held, as it was seen, if its state allows the action. */
export async function takePresent(
  transaction: WriteTransaction,
  id: string,
  version: number,
  action: CertificateAction,
): Promise<CertificateRow> {
  const row = await takeCertificate(transaction, id);
  if (!row) throw NotFound();
  if (row.version !== version) throw ChangedMeanwhile();
  const { name, actions } = certificateStateTable[row.state];
  if (row.replaced_by !== null || !actions.includes(action)) {
    throw NotInThisState({
      detail: {
        zh: `这份证明现在是“${row.replaced_by ? certificateStateTable.replaced.name.zh : name.zh}”。`,
        en: `Its state is “${row.replaced_by ? certificateStateTable.replaced.name.en : name.en}”.`,
      },
    });
  }
  return row;
}

/** Whom to tell: the carers of the child. */
export async function carersToTell({ database }: District, student: string) {
  const carers = await database.read(theProgram, (reading) => carersOfStudents(reading, [student]));
  return carers.map(({ carer }) => ({ person: carer, student }));
}
