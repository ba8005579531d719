import { nobody } from '../../../directory/index.ts';
import { type Call, type District, NotFound } from '../../../platform/index.ts';
import { issuersOfDistrict, publicKeysOfDistrict } from '../../keys/index.ts';
import { openAppealOf } from '../appealed.ts';
import {
  certificateFields,
  openVerifyToken,
  readCertificate,
  type SignedCertificate,
  verdictOf,
  verifyCertificate,
} from '../credential/index.ts';
import { CertificateNotReady, LinkForged } from '../refusals.ts';
import { statusListsFor } from '../status-lists.ts';
import { findCertificate } from '../store/records.ts';
import { admissionUse } from './show-certificates.ts';

/**
 * What the paper's QR leads anyone to: every field that the paper shows, read from the signed credential, and
 * every check with its reason. The token is the permission: only its holder can ask for this certificate.
 */
export async function checkLink(district: District, token: string, call: Call) {
  const opened = openVerifyToken(token, publicKeysOfDistrict(district), call.at);
  if (opened.outcome === 'forged') throw LinkForged();
  const record = await district.database.read(nobody, (transaction) =>
    findCertificate(transaction, opened.certificateId),
  );
  if (!record) throw NotFound();
  if (!record.credential) throw CertificateNotReady();
  const credential = record.credential as SignedCertificate;
  const checks = await verifyCertificate(credential, {
    now: call.at,
    trustedIssuers: issuersOfDistrict(district),
    statusLists: await statusListsFor(district, record.status_index),
  });
  return {
    verdict: verdictOf(checks),
    state: record.state,
    appealed_at: openAppealOf(record),
    fields: certificateFields(readCertificate(credential)),
    withheld: 0,
    checks: checks.map(({ key, outcome, says }) => ({ key, outcome, says })),
    checked_at: call.at.toISOString(),
    admission_use: admissionUse(district.plan, call.at),
  };
}
