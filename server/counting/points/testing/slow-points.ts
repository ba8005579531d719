import type { CountedFact } from '../../../facts/index.ts';
import type { Plan, PointRule, PointRuleVersion } from '../../../plan/index.ts';

/** The clock on the wall in China. */
const wall = new Intl.DateTimeFormat('en-CA', { timeZone: 'Asia/Shanghai' });
const dayOf = ({ at }: CountedFact): string => wall.format(at);

/**
 * What the plan says that a carer's deeds give, said slowly and from nothing but the plan and the deeds: term by term,
 * rule by rule, version by version, month by month, day by day. Shares no code with the counting. Hundredths. Knows
 * categories of one version.
 */
export function slowPoints(plan: Plan, facts: readonly CountedFact[]): number {
  let total = 0;
  for (const [index, term] of plan.terms.entries()) {
    const before = plan.terms[index + 1]?.beginsOn ?? '9999-12-31';
    total += pointsOfTerm(
      plan,
      facts.filter((fact) => {
        const day = dayOf(fact);
        return (index === 0 || day >= term.beginsOn) && day < before;
      }),
    );
  }
  return total;
}

function pointsOfTerm(plan: Plan, facts: readonly CountedFact[]): number {
  const given = new Map<string, number>();
  for (const rule of plan.pointRules) {
    let sum = 0;
    for (const version of rule.versions) {
      sum += pointsOfVersion(
        version,
        facts.filter((fact) => earns(rule, version, fact)),
      );
    }
    given.set(rule.id, sum);
  }
  for (const { rules, versions } of plan.pointCategories) {
    const together = rules.reduce((sum, rule) => sum + (given.get(rule) ?? 0), 0);
    for (const rule of rules) given.delete(rule);
    given.set(`all of ${rules}`, Math.min(together, versions[0]?.caps.term ?? together));
  }
  return [...given.values()].reduce((sum, one) => sum + one, 0);
}

function earns(rule: PointRule, version: PointRuleVersion, fact: CountedFact): boolean {
  const day = dayOf(fact);
  if (day < version.effectiveFrom || day > (version.effectiveUntil ?? '9999-12-31')) return false;
  if (fact.kind !== rule.fact) return false;
  return rule.when.every(({ attribute, in: words }) =>
    words.includes(String(fact.attributes[attribute])),
  );
}

function pointsOfVersion(version: PointRuleVersion, facts: readonly CountedFact[]): number {
  const { caps } = version;
  let sum = 0;
  for (const month of new Set(facts.map((fact) => dayOf(fact).slice(0, 7)))) {
    let ofMonth = 0;
    for (const day of new Set(facts.map(dayOf).filter((one) => one.startsWith(month)))) {
      let ofDay = 0;
      for (const fact of facts) if (dayOf(fact) === day) ofDay += worth(version, fact.quantity);
      ofMonth += Math.min(ofDay, caps.day ?? ofDay);
    }
    sum += Math.min(ofMonth, caps.month ?? ofMonth);
  }
  const inTiers = afterTiers(version, sum);
  return Math.min(inTiers, caps.term ?? inTiers);
}

function worth({ per, amount }: PointRuleVersion, quantity: number): number {
  if (per === 'hour') return Math.trunc((quantity * amount) / 60);
  return quantity > 0 ? amount : -amount;
}

/** Each tier takes its part of the sum by its percentage; what is below the first counts whole. */
function afterTiers({ tiers }: PointRuleVersion, sum: number): number {
  let counted = Math.min(sum, tiers[0]?.above ?? sum);
  for (const [index, { above, percent }] of tiers.entries()) {
    const to = Math.min(sum, tiers[index + 1]?.above ?? sum);
    if (to > above) counted += Math.trunc(((to - above) * percent) / 100);
  }
  return counted;
}
