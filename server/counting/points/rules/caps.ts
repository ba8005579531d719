import type { Earning } from './earn.ts';

/** Running sums of one rule's version in one carer's term; hundredths of a point. */
interface RuleSums {
  /** After the cap of the day and before that of the term. */
  term: number;
  /**
   * Day and amount by turns, before the cap of the day: 20261027, 225, 20261103, 150 … A flat list, because
   * thousands of these are read and written each second.
   */
  readonly days: number[];
}

/** What one carer has earned in one term below the caps, by "rule/version". */
export type TermSums = Record<string, RuleSums>;

/**
 * Adds an earning to the sums and gives what counts of it.
 *
 * Points by a rule in a term are min(term cap, Σ over days min(day cap, raw of the day)). An entry is the
 * change that its fact makes to that function. So the balance depends on what happened and not on the order
 * in which it was told, and a reversal takes back exactly what its fact had added beyond the caps.
 */
export function countWithinCaps(sums: TermSums, earning: Earning): number {
  const { rule, version, day, rawAmount } = earning;
  const { caps } = version;
  if (caps.day === undefined && caps.term === undefined) return rawAmount;
  const own = ownSums(sums, `${rule.id}/${version.version}`);
  let amount = rawAmount;
  if (caps.day !== undefined) {
    const before = addOnDay(own.days, day, rawAmount);
    amount = changeBelow(caps.day, before, rawAmount);
  }
  if (caps.term !== undefined) {
    const before = own.term;
    own.term = before + amount;
    amount = changeBelow(caps.term, before, amount);
  }
  return amount;
}

function ownSums(sums: TermSums, ruleVersion: string): RuleSums {
  const known = sums[ruleVersion];
  if (known) return known;
  const made: RuleSums = { term: 0, days: [] };
  sums[ruleVersion] = made;
  return made;
}

/** Gives what the day had before. */
function addOnDay(days: number[], day: string, amount: number): number {
  const number = Number(day.replaceAll('-', ''));
  for (let index = 0; index < days.length; index += 2) {
    if (days[index] !== number) continue;
    const before = days[index + 1] ?? 0;
    days[index + 1] = before + amount;
    return before;
  }
  days.push(number, amount);
  return 0;
}

function changeBelow(cap: number, before: number, amount: number): number {
  return Math.min(cap, before + amount) - Math.min(cap, before);
}
