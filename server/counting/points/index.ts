/**
 * Growth points (2.4.1): what facts earn by the plan's rules, kept as ledger entries, balances and a tree that
 * anyone can audit.
 *
 * May touch: its own tables, the facts' and the plan's doors, the directory's names for its pages. Never a
 * record.
 */
import type { Witness } from './ask-witnesses.ts';
import type { NoteKey } from './ledger/index.ts';

declare module '../../platform/district.ts' {
  interface District {
    /** Houses that sign that this ledger only grew. */
    readonly witnesses?: readonly Witness[];
    /** Ledgers of other houses for which this district does the same. */
    readonly witnessed?: readonly NoteKey[];
  }
}

export { eraseSalt, pointsHoldings } from './about-person.ts';
export { askWitnesses, parseWitnessKey, readWitnesses } from './ask-witnesses.ts';
export { holdBalances, pointsCounter } from './count-points.ts';
export { exportLedger } from './export-ledger.ts';
export { keepCheckpoint } from './keep-checkpoints.ts';
export { type AuditReport, auditLedgerExport } from './ledger/index.ts';
export { ledgerAt, ledgerKeyOf } from './ledger-name.ts';
export { type Difference, recountPoints } from './recount.ts';
export { ledgerRoutes } from './routes.ts';
export { countWithinCaps, type TermSums } from './rules/caps.ts';
export { type Earning, earningsOf, wouldEarn } from './rules/earn.ts';
export { arrivalsOf, type FamilyLink, familyLinksOf } from './rules/family-links.ts';
export { type HeldBack, heldBack, heldBackBy } from './rules/held-back.ts';
export { type NewWording, pointsOf, recounted } from './rules/recounted.ts';
export { setSigners, signersOf } from './set-signers.ts';
export { InclusionProof } from './shapes.ts';
export { proofForCarer } from './show-proofs.ts';
export {
  balancesOf,
  type Entry,
  findEntryOf,
  listEntriesOf,
  listRuleDays,
  type RuleDay,
} from './store/entries.ts';
export {
  type FamilyLinks,
  type FamilyTotal,
  listTotalsAfter,
  streamFamilies,
  sumEntriesOfFamilies,
  totalsOfFamiliesOf,
  totalsOfStudents,
} from './store/families.ts';
export type { SignersSet } from './store/signers.ts';
export { readWitnessed } from './witness-others.ts';
