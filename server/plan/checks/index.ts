/** What a shape cannot say: references that lead somewhere, days that follow each other, amounts that add up. */
import type { PlanProblem } from '../problem.ts';
import { checkCalendar } from './check-calendar.ts';
import {
  checkActivities,
  checkClauses,
  checkFacts,
  checkPlan,
  checkStages,
} from './check-catalogues.ts';
import { checkCertificates, checkContests, checkPoints } from './check-counting.ts';
import { checkDuties } from './check-duties.ts';
import type { Parts } from './findings.ts';

export type { Part, Parts } from './findings.ts';

/** Everything that is wrong with files that have their shape, in all files at once. */
export function checkParts(parts: Parts): PlanProblem[] {
  const {
    plan,
    clauses,
    calendar,
    stages,
    activities,
    facts,
    points,
    certificates,
    contests,
    duties,
  } = parts;
  return [
    ...(plan ? checkPlan(plan) : []),
    ...(clauses ? checkClauses(clauses) : []),
    ...(calendar ? checkCalendar(calendar) : []),
    ...(stages ? checkStages(stages) : []),
    ...(activities ? checkActivities(activities, parts) : []),
    ...(facts ? checkFacts(facts) : []),
    ...(points ? checkPoints(points, parts) : []),
    ...(certificates ? checkCertificates(certificates, parts) : []),
    ...(contests ? checkContests(contests, parts) : []),
    ...(duties ? checkDuties(duties, parts) : []),
  ];
}
