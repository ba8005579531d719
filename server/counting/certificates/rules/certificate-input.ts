import type { CertificateRule, Plan } from '../../../plan/index.ts';
import { type CertificateInput, STATUS_LIST_LENGTH } from '../credential/index.ts';

/** What is signed about one child: taken from the decision, the directory and the plan. */
export interface CertificateFacts {
  readonly id: string;
  readonly number: string;
  readonly threshold: number;
  readonly statusIndex: number;
  readonly child: { readonly name: string; readonly idNumberLastFour: string | null };
  readonly validUntil: Date;
}

/** A child without an ID number in the roster: the paper says so instead of leaving a gap. */
const NO_ID_NUMBER = '无';

/** The credential's content. Pure: the moment of issue is an argument, to the second. */
export function certificateInput(
  plan: Plan,
  rule: CertificateRule,
  facts: CertificateFacts,
  issuer: { readonly did: string; readonly publicUrl: string },
  issuedAt: Date,
): CertificateInput {
  const list = Math.floor(facts.statusIndex / STATUS_LIST_LENGTH);
  return {
    id: facts.id,
    number: facts.number,
    child: {
      name: facts.child.name,
      idNumberLastFour: facts.child.idNumberLastFour ?? NO_ID_NUMBER,
    },
    districtName: plan.districtName,
    achievement: {
      id: `${issuer.publicUrl}/achievements/${rule.id}`,
      name: rule.name,
      description: rule.description,
      criteria: rule.criteria,
    },
    threshold: facts.threshold,
    issuer: { id: issuer.did, name: plan.office },
    issuedAt: instant(issuedAt),
    validFrom: instant(issuedAt),
    validUntil: instant(facts.validUntil),
    statusLists: {
      revocation: statusListUrl(issuer.publicUrl, 'revocation', list),
      suspension: statusListUrl(issuer.publicUrl, 'suspension', list),
    },
    statusIndex: facts.statusIndex % STATUS_LIST_LENGTH,
  };
}

export function statusListUrl(publicUrl: string, purpose: string, list: number): string {
  return `${publicUrl}/api/v1/public/status-lists/${purpose}/${list}`;
}

/** The same day of the month, so many months later; the month's last day where there is no such day. */
export function validUntil(issuedAt: Date, months: number): Date {
  const until = new Date(issuedAt);
  until.setUTCDate(1);
  until.setUTCMonth(until.getUTCMonth() + months);
  const lastDay = new Date(Date.UTC(until.getUTCFullYear(), until.getUTCMonth() + 1, 0));
  until.setUTCDate(Math.min(issuedAt.getUTCDate(), lastDay.getUTCDate()));
  return until;
}

function instant(at: Date): string {
  return `${at.toISOString().slice(0, 19)}Z`;
}
