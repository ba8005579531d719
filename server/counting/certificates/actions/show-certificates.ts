import {
  findStudentsForPapers,
  lineagesOfStudents,
  may,
  readerOf,
  recordStudentRead,
  requireMay,
  type StudentForPapers,
  type Who,
} from '../../../directory/index.ts';
import { reasonsOfReversals } from '../../../facts/index.ts';
import { admissionUseOn, certificateRule, dateInShanghai, type Plan } from '../../../plan/index.ts';
import {
  type Call,
  type District,
  NotFound,
  type ReadTransaction,
} from '../../../platform/index.ts';
import { openAppealOf } from '../appealed.ts';
import {
  certificateFields,
  makeVerifyToken,
  readCertificate,
  type SignedCertificate,
  verifyLink,
} from '../credential/index.ts';
import { CertificateNotReady } from '../refusals.ts';
import { renewalReason } from '../rules/renewal.ts';
import type { CertificateSummary } from '../shapes.ts';
import { type CertificateAction, certificateStateTable } from '../states.ts';
import { type CertificateRecord, findCertificate, listCertificatesOf } from '../store/records.ts';
import { childOn } from './renew-certificate.ts';

/** The certificates of the person's own children. */
export async function showMyCertificates(
  district: District,
  who: Who,
  call: Call,
): Promise<CertificateSummary[]> {
  requireMay(who, 'certificates.read', { person: who.person });
  return district.database.read(readerOf(who), async (transaction) => {
    const records = await listCertificatesOf(transaction, who.children);
    const children = await findStudentsForPapers(transaction, who.children);
    const why = await reasonsOf(transaction, records);
    return records.map((record) => {
      const child = children.get(record.student_id);
      const rights = rightsOver(who, record.student_id, undefined);
      return summary(district, { ...record, child, why, ...rights }, call.at);
    });
  });
}

/** One certificate, for the family or for those whose reach covers the child. */
export async function showCertificate(
  district: District,
  who: Who,
  id: string,
  call: Call,
): Promise<CertificateSummary> {
  return summary(district, await certificateFor(district, who, id, call), call.at);
}

/** The signed credential; refuses while it is still to be signed. */
export async function signedCertificate(
  district: District,
  who: Who,
  id: string,
  call: Call,
): Promise<SignedCertificate> {
  const record = await certificateFor(district, who, id, call);
  if (!record.credential) throw CertificateNotReady();
  return record.credential as SignedCertificate;
}

interface OpenedCertificate extends CertificateRecord {
  /** As the roster names the child. */
  readonly child: StudentForPapers | undefined;
  /** What was written of the facts that moved the points, by the fact. */
  readonly why: ReadonlyMap<string, string>;
  readonly mayRenew: boolean;
  readonly mayDecide: boolean;
}

/** The look of staff is written down for the family to see. */
async function certificateFor(
  district: District,
  who: Who,
  id: string,
  { at }: Call,
): Promise<OpenedCertificate> {
  return district.database.write(readerOf(who), async (transaction) => {
    const record = await findCertificate(transaction, id);
    if (!record) throw NotFound();
    const { student_id: student } = record;
    const lineages = await lineagesOfStudents(transaction, [student]);
    const lineage = lineages.get(student);
    requireMay(who, 'certificates.read', { student, lineage });
    await recordStudentRead(transaction, who, { student, what: 'certificates', at });
    const children = await findStudentsForPapers(transaction, [student]);
    const why = await reasonsOf(transaction, [record]);
    return { ...record, child: children.get(student), why, ...rightsOver(who, student, lineage) };
  });
}

function rightsOver(who: Who, student: string, lineage: readonly string[] | undefined) {
  return {
    mayRenew: may(who, 'certificates.renew', { student, lineage }),
    mayDecide: may(who, 'certificates.decide', { student, lineage }),
  };
}

/** By the fact that moved the points: what was written when the deed was corrected. */
async function reasonsOf(
  transaction: ReadTransaction,
  records: readonly CertificateRecord[],
): Promise<ReadonlyMap<string, string>> {
  const facts = records.flatMap(({ events }) => events.flatMap(({ fact_id }) => fact_id ?? []));
  return reasonsOfReversals(transaction, facts);
}

/** The link that the QR carries: good until the certificate expires, and checked without a network too. */
export function linkOf(
  district: District,
  { id, valid_until: until }: { id: string; valid_until: Date | null },
  credential: SignedCertificate,
) {
  if (!until) return null;
  const { child, ...said } = readCertificate(credential);
  const token = makeVerifyToken(id, until, district.keys, {
    number: said.number,
    childName: child.name,
    idNumberLastFour: child.idNumberLastFour,
    threshold: said.threshold,
    issuedAt: new Date(said.issuedAt),
    statusList: Number(said.statusLists.revocation.split('/').at(-1)),
    statusIndex: said.statusIndex,
  });
  return verifyLink(district.publicUrl, token);
}

function summary(district: District, record: OpenedCertificate, at: Date): CertificateSummary {
  const rule = certificateRule(district.plan, record.kind);
  const credential = record.credential as SignedCertificate | null;
  const renewal =
    record.replaced_by === null
      ? renewalReason(record, childOn(credential), record.child, at)
      : null;
  return {
    id: record.id,
    number: record.number,
    kind: record.kind,
    name: rule?.name ?? { zh: record.kind, en: record.kind },
    student_id: record.student_id,
    student_name: record.child?.name ?? '',
    state: record.state,
    state_name: certificateStateTable[record.state].name,
    appealed_at: openAppealOf(record),
    threshold: record.asked,
    usual: record.threshold,
    counted: record.counted,
    because: [...record.because],
    issued_at: record.issued_at?.toISOString() ?? null,
    valid_until: record.valid_until?.toISOString() ?? null,
    fields: credential ? certificateFields(readCertificate(credential)) : [],
    has_sm2_signature: credential !== null && district.plan.sm2Signature,
    verify_link: credential ? linkOf(district, record, credential) : null,
    events: record.events.map(({ event, at: when, total, reason, fact_id: fact }) => ({
      event,
      at: when,
      total,
      reason: reason ?? (fact && record.why.get(fact)) ?? null,
    })),
    replaced_by: record.replaced_by
      ? { id: record.replaced_by, number: record.successor_number ?? '' }
      : null,
    replaces: record.replaces,
    renewal,
    actions: actionsOn(record, renewal !== null),
    version: record.version,
    admission_use: admissionUse(district.plan, at),
  };
}

function actionsOn(record: OpenedCertificate, isRenewable: boolean): CertificateAction[] {
  if (record.replaced_by !== null) return [];
  return certificateStateTable[record.state].actions.filter((action) =>
    action === 'renew' ? isRenewable && record.mayRenew : record.mayDecide,
  );
}

export function admissionUse(plan: Plan, at: Date): CertificateSummary['admission_use'] {
  const { use, legalBasis, appealAddress } = admissionUseOn(plan, dateInShanghai(at));
  return { use, legal_basis: legalBasis, appeal_address: appealAddress };
}
