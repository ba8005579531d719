import { nobody } from '../../../directory/index.ts';
import type { Call, District } from '../../../platform/index.ts';
import { issuersOfDistrict } from '../../keys/index.ts';
import { openAppealOf } from '../appealed.ts';
import {
  checkAdmissionsCopy,
  copyFields,
  decodeStatusList,
  openAdmissionsCopy,
  STATUS_LIST_LENGTH,
  verdictOf,
} from '../credential/index.ts';
import { LinkForged } from '../refusals.ts';
import { publishedStatusList } from '../status-lists.ts';
import { findByStatusIndex } from '../store/records.ts';
import { admissionUse } from './show-certificates.ts';

/** What an admissions copy comes to: what the family showed, how much it kept, and every check with its reason. */
export async function checkCopy(district: District, text: string, call: Call) {
  const opened = openAdmissionsCopy(text);
  if (!opened) throw LinkForged();
  const { list, index } = opened.claims.status;
  const [revoked, suspended] = await Promise.all(
    (['revocation', 'suspension'] as const).map(async (purpose) => {
      const { credentialSubject } = await publishedStatusList(district, purpose, list);
      const bits = await decodeStatusList(credentialSubject.encodedList);
      return index < bits.length && bits.has(index);
    }),
  );
  const checks = await checkAdmissionsCopy(opened, {
    ...{ now: call.at, trustedIssuers: issuersOfDistrict(district) },
    ...{ revoked: revoked ?? true, suspended: suspended ?? true },
  });
  // What nobody signed is not shown as if somebody had said it.
  if (checks.find(({ key }) => key === 'signature')?.outcome !== 'passed') throw LinkForged();
  const record = await district.database.read(nobody, (transaction) =>
    findByStatusIndex(transaction, list * STATUS_LIST_LENGTH + index),
  );
  return {
    verdict: verdictOf(checks),
    state: revoked ? ('revoked' as const) : suspended ? ('suspended' as const) : ('valid' as const),
    appealed_at: record ? openAppealOf(record) : null,
    fields: copyFields(opened),
    withheld: opened.kept,
    checks: checks.map(({ key, outcome, says }) => ({ key, outcome, says })),
    checked_at: call.at.toISOString(),
    admission_use: admissionUse(district.plan, call.at),
  };
}
