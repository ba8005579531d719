import {
  type CertificateRule,
  certificateRulesOn,
  dateInShanghai,
  type Plan,
} from '../../plan/index.ts';
import type { ReadTransaction } from '../../platform/index.ts';
import type { FamilyTotal } from '../points/index.ts';
import { type Asked, askedOf, notRelieved } from './rules/threshold.ts';

/** A rule, and since when the plan's points count. */
export interface PlannedRule extends CertificateRule {
  readonly beganOn: string;
}

/** The certificates' rules in force on a day. */
export function plannedRulesOn(plan: Plan, at: Date): PlannedRule[] {
  const { effectiveFrom: beganOn } = plan;
  return certificateRulesOn(plan, dateInShanghai(at)).map((rule) => ({ ...rule, beganOn }));
}

/** What the rule asks of each of these families on that day. */
export async function whatIsAsked(
  _transaction: ReadTransaction,
  rule: PlannedRule,
  _totals: readonly FamilyTotal[],
  at: Date,
): Promise<(family: FamilyTotal) => Asked> {
  const days = { beganOn: rule.beganOn, day: dateInShanghai(at) };
  return (family) => askedOf(rule, family, notRelieved, days);
}
