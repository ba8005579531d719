import type { Tier } from '../../../plan/index.ts';
import type { Earning } from './earn.ts';

/** Running sums of one rule's version, or of one category's, in one carer's term; hundredths of a point. */
interface RunningSums {
  /** After the caps of day and month and before tiers and the cap of the term. */
  term: number;
  /**
   * Day and amount by turns, before the cap of the day: 20261027, 225, 20261103, 150 … A flat list, because
   * thousands of these are read and written each second.
   */
  readonly days: number[];
  /** Month and amount by turns, after the cap of the day and before that of the month: 202610, 375 … */
  readonly months?: number[];
  /** Of a category with a cap by source: what each organisation gave before any cap. */
  readonly sources?: Record<string, number>;
  /** … and what all of them gave, each up to the cap. */
  fromSources?: number;
}

/** What one carer has earned in one term below the caps, by "rule/version" and "category/<id>/version". */
export type TermSums = Record<string, RunningSums>;

/**
 * Adds an earning to the sums and gives what counts of it.
 *
 * Points in a term are a function of what happened: by a rule
 * min(term cap, tiered(Σ over months min(month cap, Σ over days min(day cap, raw of the day)))), and by the rules of a
 * category together at most its cap, and at most Σ over organisations min(source cap, raw of the organisation): each
 * limit by itself, and the lowest counts. An entry is the change that its fact makes to that function. So the balance does
 * not depend on the order in which things were told, and a reversal takes back exactly what its fact had added.
 */
export function countWithinCaps(sums: TermSums, earning: Earning): number {
  return countInCategory(sums, earning, countByRule(sums, earning));
}

function countByRule(sums: TermSums, { rule, version, day, rawAmount }: Earning): number {
  const { caps, tiers } = version;
  const counts = caps.term !== undefined || tiers.length > 0;
  if (caps.day === undefined && caps.month === undefined && !counts) return rawAmount;
  const own = sumsOf(sums, `${rule.id}/${version.version}`, caps.month !== undefined);
  const number = Number(day.replaceAll('-', ''));
  let amount = rawAmount;
  if (caps.day !== undefined) {
    const before = addTo(own.days, number, amount);
    amount = changeOf(atMost(caps.day), before, amount);
  }
  if (caps.month !== undefined && own.months) {
    const before = addTo(own.months, Math.floor(number / 100), amount);
    amount = changeOf(atMost(caps.month), before, amount);
  }
  if (counts) {
    const before = own.term;
    own.term = before + amount;
    amount = changeOf((sum) => Math.min(caps.term ?? sum, tiered(tiers, sum)), before, amount);
  }
  return amount;
}

function countInCategory(sums: TermSums, earning: Earning, amount: number): number {
  const { category } = earning;
  if (!category) return amount;
  const { caps, id, version } = category;
  const own = sumsOf(sums, `category/${id}/${version}`, false, caps.source !== undefined);
  const counted = () => Math.min(own.term, caps.term ?? own.term, own.fromSources ?? own.term);
  const before = counted();
  own.term += amount;
  if (caps.source !== undefined) addToSource(own, earning, caps.source);
  return counted() - before;
}

function addToSource(own: RunningSums, { fact, rawAmount }: Earning, cap: number): void {
  const { sources = {}, fromSources = 0 } = own;
  const before = sources[fact.organisation] ?? 0;
  sources[fact.organisation] = before + rawAmount;
  own.fromSources = fromSources + changeOf(atMost(cap), before, rawAmount);
}

/** What a term's sum counts as: what lies above a tier by its percentage, in whole hundredths. */
export function tiered(tiers: readonly Tier[], sum: number): number {
  const [first] = tiers;
  if (!first || sum <= first.above) return sum;
  return tiers.reduce((counted, { above, percent }, at) => {
    const to = Math.min(sum, tiers[at + 1]?.above ?? sum);
    return counted + Math.trunc((Math.max(0, to - above) * percent) / 100);
  }, first.above);
}

function sumsOf(sums: TermSums, name: string, byMonth: boolean, bySource = false): RunningSums {
  const known = sums[name];
  if (known) return known;
  const made: RunningSums = {
    ...{ term: 0, days: [] },
    ...(byMonth && { months: [] }),
    ...(bySource && { sources: {}, fromSources: 0 }),
  };
  sums[name] = made;
  return made;
}

/** Gives what the day, or the month, had before. */
function addTo(list: number[], key: number, amount: number): number {
  for (let index = 0; index < list.length; index += 2) {
    if (list[index] !== key) continue;
    const before = list[index + 1] ?? 0;
    list[index + 1] = before + amount;
    return before;
  }
  list.push(key, amount);
  return 0;
}

function atMost(cap: number): (sum: number) => number {
  return (sum) => Math.min(cap, sum);
}

function changeOf(counted: (sum: number) => number, before: number, amount: number): number {
  return counted(before + amount) - counted(before);
}
