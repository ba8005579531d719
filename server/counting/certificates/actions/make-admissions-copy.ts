import { childrenOfCarers, readerOf, requireMay, type Who } from '../../../directory/index.ts';
import { type Call, type District, NotFound } from '../../../platform/index.ts';
import { holdKeyInForce } from '../../keys/index.ts';
import { totalsOfStudents } from '../../points/index.ts';
import {
  type CopyDetail,
  type CopyDetails,
  copyDetails,
  makeAdmissionsCopy,
  readCertificate,
  type SignedCertificate,
  verifyLink,
} from '../credential/index.ts';
import { CertificateNotReady, NotInThisState } from '../refusals.ts';
import { findCertificate } from '../store/records.ts';

/**
 * A copy for an admissions office that says no more than the family wants: that it reached the score, and of the rest
 * what it chose. Only who raises the child makes one; each is fresh, so that two cannot be put together.
 */
export async function makeCopy(
  district: District,
  who: Who,
  { id, show }: { readonly id: string; readonly show: readonly CopyDetail[] },
  call: Call,
): Promise<{ copy: string; link: string }> {
  const { database, publicUrl } = district;
  const { certificate, details } = await database.read(readerOf(who), async (transaction) => {
    const record = await findCertificate(transaction, id);
    if (!record || !who.children.includes(record.student_id)) throw NotFound();
    requireMay(who, 'certificates.read', { student: record.student_id });
    if (!record.credential) throw CertificateNotReady();
    if (record.state !== 'valid') throw NotInThisState();
    const said = readCertificate(record.credential as SignedCertificate);
    const children = await childrenOfCarers(transaction, [who.person]);
    const [total] = await totalsOfStudents(transaction, [record.student_id]);
    const school = children.find(({ student }) => student === record.student_id)?.school_name;
    const known: CopyDetails = {
      child_name: said.child.name,
      id_number_last_four: said.child.idNumberLastFour,
      number: said.number,
      ...(school && { school }),
      ...(total && { points: String(total.amount / 100) }),
    };
    return { certificate: said, details: known };
  });
  await database.write(readerOf(who), (transaction) => holdKeyInForce(transaction, district));
  const chosen = (isShown: boolean): CopyDetails =>
    Object.fromEntries(
      copyDetails.flatMap((name) =>
        details[name] !== undefined && show.includes(name) === isShown
          ? [[name, details[name]]]
          : [],
      ),
    );
  const parts = { shown: chosen(true), kept: chosen(false) };
  const copy = makeAdmissionsCopy(certificate, parts, { keys: district.keys, at: call.at });
  return { copy, link: verifyLink(publicUrl, copy) };
}
