/**
 * Growth-hours certificates (2.4.1): who gets one is decided by following the points; each is signed, published
 * in status lists, printed, and verified by anyone.
 *
 * May touch: its own tables, the points', the reliefs', the facts' and the notices' doors, the plan, and the directory
 * for the child's name. Never a record.
 */
declare module '../../platform/district.ts' {
  interface District {
    /** A font of the operator's for the rare characters in names. */
    readonly rareFontFile?: string | undefined;
  }
}

export { certificatesHoldings } from './about-person.ts';
export { decideOnCertificate } from './actions/decide-on-certificate.ts';
export { certificateForAppeal } from './appealed.ts';
export { certificatesCounter } from './count-certificates.ts';
export { type Check, type Verdict, verdictOf, verifyCertificate } from './credential/index.ts';
export { decideAtRuleChange } from './decide-at-rule-change.ts';
export { decideForReliefs } from './decide-for-reliefs.ts';
export { endCertificates } from './end-certificates.ts';
export { type FamilyScore, scoresOf } from './family-scores.ts';
export { issueDueCertificates } from './issue-due.ts';
export { readRareFont } from './rare-font.ts';
export { recountCertificates } from './recount.ts';
export { certificatesRoutes } from './routes.ts';
export { askedOf, countedOf, type Family, type Relieved } from './rules/threshold.ts';
export { WhatIsAsked } from './shapes.ts';
export type { CertificateState } from './states.ts';
export {
  type CertificateRecord,
  listCertificatesOf,
  setAppealed,
} from './store/records.ts';
export { vcApiRoutes } from './vc-api/index.ts';
