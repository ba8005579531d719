import type { Earning } from './earn.ts';

/**
 * What one carer has earned in one term below the caps: by rule and version for the term, and by rule, version
 * and day. Hundredths of a point, before the cap of the span itself.
 */
export type TermSums = Map<string, number>;

/** Names the carer and term whose sums an earning needs; none without a cap. */
export function termOfSums({ carer, term, version }: Earning): string | undefined {
  const { day, term: whole } = version.caps;
  return day === undefined && whole === undefined ? undefined : `${carer} ${term}`;
}

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
  const inTerm = `${rule.id}/${version.version}`;
  const inDay = `${inTerm}/${day}`;
  const afterDay = caps.day === undefined ? rawAmount : change(sums, inDay, rawAmount, caps.day);
  return caps.term === undefined ? afterDay : change(sums, inTerm, afterDay, caps.term);
}

function change(sums: TermSums, key: string, amount: number, cap: number): number {
  const before = sums.get(key) ?? 0;
  const after = before + amount;
  sums.set(key, after);
  return Math.min(cap, after) - Math.min(cap, before);
}
