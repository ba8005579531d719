/** What a plan that is not in force yet would change: in words, and whether it would change the past. */

export { type DifferentThing, differencesBetween, type PlanDifference } from './differences.ts';
export { type ChangedPlan, pastChanges } from './past-changes.ts';
export { pastChangesAbove } from './past-changes-above.ts';
export { askedBy, type PlanTurn, turnsOf } from './turns.ts';
