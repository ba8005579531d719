/**
 * The plan as data: reads the files of `plans/<district>/`, checks them, and answers what holds on a day.
 *
 * May touch: the plan's files, and the platform's words. No database, no HTTP, no clock.
 */
import type { Plan } from './plan.ts';

declare module '../platform/district.ts' {
  interface District {
    /** What counts, for whom, how often, how much. */
    readonly plan: Plan;
  }
}

export {
  askedBy,
  type DifferentThing,
  differencesBetween,
  type PlanDifference,
  type PlanTurn,
  turnsOf,
} from './changes/index.ts';
export type {
  Duty,
  DutyCounts,
  DutyHolders,
  DutySource,
  DutyVersion,
  Every,
  FactPattern,
  Layer,
  Occasion,
} from './duty.ts';
export { jsonSchemas } from './json-schemas.ts';
export { loadPlan, loadPlanAgainst } from './load-plan.ts';
export type {
  ActivityKind,
  ActivityRole,
  AdmissionUse,
  Anomalies,
  Awards,
  CategoryOnDay,
  CertificateKind,
  CertificateRule,
  CertificateVersion,
  Clause,
  Condition,
  Contests,
  Counts,
  CurriculumStage,
  ExcuseReason,
  Excuses,
  FactAttribute,
  FactKind,
  Lowered,
  Plan,
  PointCategory,
  PointCategoryVersion,
  PointRule,
  PointRuleVersion,
  SchoolYear,
  Term,
  Tier,
} from './plan.ts';

export { PlanError, type PlanProblem } from './problem.ts';
export {
  answeringInTurn,
  type PostHeld,
  postAbove,
  type Share,
  sharesOf,
  whoAnswers,
} from './rules/answering.ts';
export { capTermDays, capTermOn, schoolYearOn, termOn } from './rules/calendar.ts';
export {
  activityKind,
  categoryOf,
  clauseOf,
  curriculumStage,
  factKind,
  nameOfChoice,
  pointRule,
} from './rules/catalogue.ts';
export { type DayNote, noteOfDay, notesOfDays } from './rules/day-notes.ts';
export { beginningOf, dateInShanghai, dayAfter, dayBefore, daysAfter } from './rules/days.ts';
export {
  type DutyState,
  dutyState,
  type TaskCounts,
  type TaskDays,
} from './rules/duty-state.ts';
export { type Holders, holdersOf } from './rules/holders-of.ts';
export {
  type DutyPeriod,
  lastBegun,
  periodOn,
  periodsOf,
  turningDays,
  versionOn,
} from './rules/periods.ts';
export {
  admissionUseOn,
  categoryOn,
  categoryVersionOn,
  certificateOn,
  certificateRule,
  certificateRulesOn,
  ruleVersionOn,
} from './rules/versions.ts';
export { endOfWorkingDay, isWorkingDay } from './rules/working-days.ts';
export {
  type ActivityRoleName,
  type AdmissionUseWord,
  type AnsweringRole,
  activityRoles,
  answeringRoles,
  type Carrier,
  type CheckInMode,
  type CountsAs,
  carriers,
  countsAsWords,
  type HolderKind,
  type HostKind,
  hostKinds,
  type SchoolStage,
  type SessionChoice,
  sessionChoices,
  type WhoCounts,
  whoCountsWords,
} from './vocabulary.ts';
