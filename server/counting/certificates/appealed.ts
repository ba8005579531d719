import { certificateRule, type Plan } from '../../plan/index.ts';
import type { ReadTransaction } from '../../platform/index.ts';
import type { CertificateState } from './states.ts';
import type { CertificateRow } from './store/certificates.ts';
import { deciders, findCertificate } from './store/records.ts';

/** A certificate as an appeal about it sees it; undefined: there is none, or out of the reader's reach. */
export async function certificateForAppeal(transaction: ReadTransaction, plan: Plan, id: string) {
  const record = await findCertificate(transaction, id);
  if (!record) return undefined;
  const { student_id: student, number, state, kind, threshold, events } = record;
  return {
    ...{ student, number, state },
    name: certificateRule(plan, kind, threshold)?.name ?? { zh: kind, en: kind },
    // One in whose place another stands was issued again: that is what an appeal asks for.
    holds: state === 'valid' || state === 'due' || record.replaced_by !== null,
    lastEventAt: new Date(events.at(-1)?.at ?? 0),
    decidedBy: await deciders(transaction, id),
  };
}

/** Out of use, and not replaced: what an appeal may be about. */
const appealable: readonly CertificateState[] = ['suspended', 'contested', 'ended', 'revoked'];

/** Since when the family's appeal about it is open, for whoever checks it; null where there is none or nothing to say. */
export function openAppealOf({
  state,
  replaced_by,
  appealed_at,
}: Pick<CertificateRow, 'state' | 'replaced_by' | 'appealed_at'>): string | null {
  const isOut = appealable.includes(state) && replaced_by === null;
  return isOut ? (appealed_at?.toISOString() ?? null) : null;
}
