import {
  type CertificateRule,
  certificateRulesOn,
  dateInShanghai,
  type Plan,
} from '../../plan/index.ts';
import type { ReadTransaction } from '../../platform/index.ts';
import type { FamilyTotal } from '../points/index.ts';
import { relievedCarers } from '../reliefs/index.ts';
import { type Asked, askedOf } from './rules/threshold.ts';

/** A rule, and since when the plan's points count. */
export interface PlannedRule extends CertificateRule {
  readonly beganOn: string;
}

/** The certificates' rules in force on a day. */
export function plannedRulesOn(plan: Plan, at: Date): PlannedRule[] {
  const { effectiveFrom: beganOn } = plan;
  return certificateRulesOn(plan, dateInShanghai(at)).map((rule) => ({ ...rule, beganOn }));
}

/**
 * What the rule asks of a family on that day. The reader must be one who sees every relief: the counter or the
 * program. Reliefs are read for the given families; any other is taken as not relieved.
 */
export async function whatIsAsked(
  transaction: ReadTransaction,
  rule: PlannedRule,
  totals: readonly FamilyTotal[],
  at: Date,
): Promise<(family: FamilyTotal) => Asked> {
  const day = dateInShanghai(at);
  const days = { beganOn: rule.beganOn, day };
  const relieves = rule.lowered?.leave !== undefined || rule.lowered?.disability !== undefined;
  const carers = relieves ? [...new Set(totals.flatMap((total) => total.carers))] : [];
  const relieved =
    carers.length > 0 ? await relievedCarers(transaction, carers, day) : new Map<string, never>();
  return (family) => {
    const own = family.carers.flatMap((carer) => relieved.get(carer) ?? []);
    return askedOf(
      rule,
      family,
      {
        leaveMonths: own.reduce((sum, { leaveMonths }) => sum + leaveMonths, 0),
        disability: own.some(({ disability }) => disability),
      },
      days,
    );
  };
}
