/**
 * The growth-hours certificate itself (clause 2.4.1): an Open Badges 3.0 credential, its status lists, its
 * paper, the link in its QR, and its verification without a network. Pure: no database, no HTTP; may touch
 * `platform/signing`. Who gets one, and when, is decided in `certificates/`.
 */
export {
  type CopyDetail,
  type CopyDetails,
  copyDetails,
  copyFields,
  makeAdmissionsCopy,
  openAdmissionsCopy,
} from './admissions-copy.ts';
export { buildCertificate, credentialBytes, readCertificate } from './build.ts';
export { offlineDocumentLoader } from './document-loader.ts';
export {
  type CertificateField,
  type CertificateFieldKey,
  certificateFields,
  certificateLabels,
} from './fields.ts';
export { createIssuer, type Issuer } from './issue.ts';
export { certificateJwt, openJwt, statusListJwt, VC_JWT } from './jwt.ts';
export { type CertificatePdfInput, renderCertificatePdf } from './pdf.ts';
export { checkFace } from './pdf-text.ts';
export {
  type CertificateInput,
  CREDENTIALS_CONTEXT,
  SignedCertificate,
  SignedStatusList,
  type StatusPurpose,
} from './shapes.ts';
export {
  createStatusList,
  decodeStatusList,
  STATUS_LIST_LENGTH,
  type StatusList,
  type StatusListInput,
} from './status-list.ts';
export { makeVerifyToken, type OpenedToken, openVerifyToken, verifyLink } from './token.ts';
export {
  type Check,
  type CheckKey,
  certificateIn,
  checkAdmissionsCopy,
  createVerifier,
  type Verdict,
  type Verifier,
  type VerifyOptions,
  verdictOf,
  verifyCertificate,
} from './verify.ts';
export type { CheckOutcome } from './verify-words.ts';
