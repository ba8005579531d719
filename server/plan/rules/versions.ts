import type {
  AdmissionUse,
  CategoryOnDay,
  CertificateKind,
  CertificateRule,
  CertificateVersion,
  Effective,
  Plan,
  PointCategory,
  PointCategoryVersion,
  PointRule,
  PointRuleVersion,
} from '../plan.ts';
import { categoryOf } from './catalogue.ts';

/** What a point rule says on a day; undefined before its first version and after its last. */
export function ruleVersionOn(rule: PointRule, date: string): PointRuleVersion | undefined {
  return inForceOn(rule.versions, date);
}

/** What a category says on a day; undefined before its first version and after its last. */
export function categoryVersionOn(
  category: PointCategory,
  date: string,
): PointCategoryVersion | undefined {
  return inForceOn(category.versions, date);
}

/** The category that a rule is in on a day, in the wording of that day; undefined where it is in none. */
export function categoryOn(plan: Plan, rule: string, date: string): CategoryOnDay | undefined {
  const category = categoryOf(plan, rule);
  const version = category && categoryVersionOn(category, date);
  return version && { id: category.id, title: category.title, ...version };
}

/** A certificate as it is on a day; undefined when there is none of that id, or none in force. */
export function certificateOn(plan: Plan, id: string, date: string): CertificateRule | undefined {
  const kind = plan.certificates.find((certificate) => certificate.id === id);
  const version = kind && inForceOn(kind.versions, date);
  return version && ruleOf(kind, version);
}

/** Every certificate in force on a day. */
export function certificateRulesOn(plan: Plan, date: string): CertificateRule[] {
  return plan.certificates.flatMap((kind) => {
    const version = inForceOn(kind.versions, date);
    return version ? [ruleOf(kind, version)] : [];
  });
}

/**
 * A certificate by its latest version, in force or not: for papers decided long ago. With the threshold that one
 * was decided by, the version that asked it.
 */
export function certificateRule(
  plan: Plan,
  id: string,
  threshold?: number,
): CertificateRule | undefined {
  const kind = plan.certificates.find((certificate) => certificate.id === id);
  const asked = kind?.versions.findLast((version) => version.threshold === threshold);
  const version = asked ?? kind?.versions.at(-1);
  return kind && version && ruleOf(kind, version);
}

const OFF: Omit<AdmissionUse, 'from' | 'appealAddress'> = {
  use: 'off',
  legalBasis: {
    zh: '计划没有规定这一天证明在入学审核中的用途，因此不使用。',
    en: 'The plan names no use of the certificate at enrolment on this day, so it is not used.',
  },
};

/** What a certificate may be used for on a day. Off wherever the plan says nothing. */
export function admissionUseOn(plan: Plan, date: string): AdmissionUse {
  const found = plan.admissionUse.find(
    ({ from, until }) => from <= date && (until === undefined || date <= until),
  );
  return found ?? { ...OFF, from: date, until: date, appealAddress: plan.contact.address };
}

function inForceOn<Version extends Effective>(
  versions: readonly Version[],
  date: string,
): Version | undefined {
  const version = versions.findLast(({ effectiveFrom }) => effectiveFrom <= date);
  if (version?.effectiveUntil !== undefined && version.effectiveUntil < date) return undefined;
  return version;
}

function ruleOf(
  { versions: _, ...kind }: CertificateKind,
  version: CertificateVersion,
): CertificateRule {
  return { ...kind, ...version };
}
