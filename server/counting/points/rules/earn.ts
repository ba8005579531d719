import type { CountedFact } from '../../../facts/index.ts';
import {
  type CategoryOnDay,
  capTermOn,
  categoryOn,
  dateInShanghai,
  type Plan,
  type PointRule,
  type PointRuleVersion,
  ruleVersionOn,
} from '../../../plan/index.ts';
import { meets } from './conditions.ts';

/** What a fact would earn by one rule, before caps; hundredths of a point. */
export interface Earning {
  readonly fact: CountedFact;
  readonly carer: string;
  readonly rule: PointRule;
  readonly version: PointRuleVersion;
  /** The category that the rule is in on that day, and what its rules together give at most. */
  readonly category?: Pick<CategoryOnDay, 'id' | 'version' | 'caps'>;
  readonly rawAmount: number;
  /** The day on which the thing happened, in Shanghai. */
  readonly day: string;
  /** The term whose cap the day falls under; holidays belong to the term before them. */
  readonly term: string;
}

const MINUTES_AN_HOUR = 60;

/**
 * What a fact earns by the plan, one earning for each rule that it meets. The version is the one in force on
 * the day of the deed, so a later change of rules never touches it; unless the fact itself names another day, since the
 * district had its deed counted anew.
 */
export function earningsOf(plan: Plan, fact: CountedFact): Earning[] {
  const day = dateInShanghai(fact.at);
  const earnings: Earning[] = [];
  for (const rule of plan.pointRules) {
    if (rule.fact !== fact.kind || !meets(rule.when, fact.attributes)) continue;
    const wording = wordingDay(fact.attributes, rule.id) ?? day;
    const version = ruleVersionOn(rule, wording);
    if (!version) continue;
    const rawAmount = rawAmountOf(version, fact.quantity);
    const term = capTermOn(plan, day);
    const category = categoryOn(plan, rule.id, wording);
    const earning = { fact, carer: fact.subject, rule, version, rawAmount, day, term };
    earnings.push({ ...earning, ...(category && { category }) });
  }
  return earnings;
}

/** The day whose wording of a rule a fact asks for; undefined: that of the deed. */
export function wordingDay(
  { wordings }: CountedFact['attributes'],
  rule: string,
): string | undefined {
  if (!Array.isArray(wordings)) return undefined;
  const own = wordings.find((one: string) => one.startsWith(`${rule}@`));
  return own?.slice(rule.length + 1);
}

/** What a deed would earn if it were done, before caps: for "this event gives 1.5 points". */
export function wouldEarn(
  plan: Plan,
  deed: Pick<CountedFact, 'kind' | 'at' | 'quantity' | 'attributes'>,
): number {
  return earningsOf(plan, { ...nobodysFact, ...deed }).reduce((sum, one) => sum + one.rawAmount, 0);
}

const nobodysFact: Omit<CountedFact, 'kind' | 'at' | 'quantity' | 'attributes'> = {
  place: 0,
  id: '',
  organisation: '',
  subject: '',
  reverses: null,
};

/**
 * Hundredths for a quantity: per hour of minutes, or per occurrence. Rounds towards zero, so that a reversal,
 * whose quantity is negated, takes back exactly what was given.
 */
function rawAmountOf(version: PointRuleVersion, quantity: number): number {
  if (version.per === 'event') return Math.sign(quantity) * version.amount;
  return Math.trunc((quantity * version.amount) / MINUTES_AN_HOUR);
}
