/**
 * Growth points (2.4.1): what facts earn by the plan's rules, kept as ledger entries, balances and a tree that
 * anyone can audit.
 *
 * May touch: its own tables, the facts' and the plan's doors, the directory's names for its pages. Never a
 * record.
 */
export { holdBalances, pointsCounter } from './count-points.ts';
export { exportLedger } from './export-ledger.ts';
export { keepCheckpoint } from './keep-checkpoints.ts';
export { type AuditReport, auditLedgerExport } from './ledger/index.ts';
export { type Difference, recountPoints } from './recount.ts';
export { ledgerRoutes } from './routes.ts';
export { wouldEarn } from './rules/earn.ts';
export { type FamilyLink, familyLinksOf } from './rules/family-links.ts';
export { InclusionProof } from './shapes.ts';
export { proofForCarer } from './show-proofs.ts';
export { balancesOf, type Entry, listEntriesOf } from './store/entries.ts';
export {
  type FamilyTotal,
  listTotalsAfter,
  sumEntriesOfFamilies,
  totalsOfFamiliesOf,
  totalsOfStudents,
} from './store/families.ts';
