import type { CountedFact, FactAttributes } from '../../../facts/index.ts';
import {
  dateInShanghai,
  type Plan,
  type PointRuleVersion,
  ruleVersionOn,
} from '../../../plan/index.ts';
import { countWithinCaps, type TermSums } from './caps.ts';
import { meets } from './conditions.ts';
import { earningsOf, wordingDay } from './earn.ts';

/** Deeds of some days, to be counted by the wording that rules have on another day. */
export interface NewWording {
  readonly rules: readonly string[];
  readonly from: string;
  /** The last day, itself included. */
  readonly until: string;
  /** The day whose wording counts. */
  readonly wordingOf: string;
}

/**
 * What a fact says once its deed is counted by the new wording: the same, and for each rule that this changes the day
 * whose wording counts (`wordings`, `rule@day`). Undefined where nothing about it changes.
 */
export function recounted(
  plan: Plan,
  fact: CountedFact,
  { rules, from, until, wordingOf }: NewWording,
): FactAttributes | undefined {
  const day = dateInShanghai(fact.at);
  if (fact.reverses !== null || day < from || day > until) return undefined;
  const changed = plan.pointRules.filter((rule) => {
    if (!rules.includes(rule.id) || rule.fact !== fact.kind) return false;
    if (!meets(rule.when, fact.attributes)) return false;
    const then = ruleVersionOn(rule, wordingDay(fact.attributes, rule.id) ?? day);
    const anew = ruleVersionOn(rule, wordingOf);
    return anew !== undefined && !isSame(then, anew);
  });
  if (changed.length === 0) return undefined;
  const ids = changed.map(({ id }) => id);
  const before = wordingsIn(fact.attributes).filter(
    (wording) => !ids.some((id) => wording.startsWith(`${id}@`)),
  );
  return { ...fact.attributes, wordings: [...before, ...ids.map((id) => `${id}@${wordingOf}`)] };
}

/** What facts give one carer by the plan; hundredths of a point. */
export function pointsOf(plan: Plan, facts: readonly CountedFact[]): number {
  const terms = new Map<string, TermSums>();
  let total = 0;
  for (const fact of facts) {
    for (const earning of earningsOf(plan, fact)) {
      const sums = terms.get(earning.term) ?? {};
      terms.set(earning.term, sums);
      total += countWithinCaps(sums, earning);
    }
  }
  return total;
}

function wordingsIn({ wordings }: FactAttributes): readonly string[] {
  return Array.isArray(wordings) ? wordings : [];
}

function isSame(one: PointRuleVersion | undefined, other: PointRuleVersion): boolean {
  return one?.version === other.version;
}
