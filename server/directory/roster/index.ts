/**
 * The roster: reads what schools and districts have — our workbook, OneRoster 1.1 and 1.2, School Data Sync
 * v2.1 — into one shape, and says of each bad row where it stands, what is wrong and what would be right.
 *
 * May touch: files given to it, a folder of its own for unpacking, the directory's tables. Knows no HTTP.
 */
export type { Counts } from './apply/compare-rows.ts';
export {
  applyRoster,
  changesNothing,
  type ImportCounts,
  type ImportOptions,
  previewRoster,
} from './apply/import-roster.ts';
export { Sealer } from './apply/sealer.ts';
export { type ExplainedProblem, explainProblem } from './explain-problem.ts';
export type { RejectedRow, RosterProblem } from './problem-book.ts';
export type { ProblemCode, Severity } from './problem-kinds.ts';
export { readRoster } from './read-roster.ts';
export type {
  ReadOptions,
  Roster,
  RosterGuardianship,
  RosterOrganisation,
  RosterPerson,
  RosterPost,
  RosterProgress,
  RosterSource,
  RosterStudent,
  RosterSystem,
} from './roster.ts';
export { writeRejectedSheet } from './sheets/rejected-sheet.ts';
export { writeTemplate } from './sheets/template.ts';
