/**
 * The points ledger as something that can be proved: canonical entries, an RFC 6962 Merkle tree over them,
 * signed checkpoints (C2SP), exports, and their audit without us. Pure and file-based; may touch
 * `platform/signing` and folders it is told to; a long audit has a thread. Storing entries is `points/`' own business.
 */
export { accountOf, SALT_BYTES } from './account.ts';
export {
  type AuditOptions,
  type AuditReport,
  auditLedgerExport,
} from './audit.ts';
export type { AuditFinding } from './audit-finding.ts';
export { type Checkpoint, ledgerOrigin, openCheckpoint, signCheckpoint } from './checkpoint.ts';
export { cosign, findCosignature } from './cosignature.ts';
export { canonicalEntry, type LedgerEntry, leafHash } from './entry.ts';
export { type LedgerExportInput, type PostedEntry, writeLedgerExport } from './export.ts';
export type { Balance, Manifest } from './export-format.ts';
export {
  type ConsistencyClaim,
  type InclusionClaim,
  verifyConsistency,
  verifyInclusion,
} from './proof.ts';
export { COSIGNATURE, type NoteKey, parseVerifierKey, verifierKeyOf } from './signed-note.ts';
export {
  areSignerHandovers,
  isHandedOver,
  isSignedEnough,
  parseSignerKey,
  type SignerHandover,
  type SignersRule,
  signerHandoverText,
  successorsOf,
} from './signers.ts';
export { consistencySpans, inclusionSpans, type Span, type Subtree, subtreesOf } from './spans.ts';
export {
  CompactRange,
  type CompactRangeState,
  EMPTY_ROOT,
  HASH_BYTES,
  type Hash,
  joinRight,
  MerkleTree,
  rootOfWhole,
  sameHash,
} from './tree.ts';
