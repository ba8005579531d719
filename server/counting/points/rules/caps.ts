import type { Earning } from './earn.ts';

/** The running sum of one carer, rule, version and span; see `point_sums`. */
export type SumKey = string;

export interface SpanSums {
  get(key: SumKey): number | undefined;
  set(key: SumKey, amount: number): unknown;
}

export function dayKey(earning: Earning): SumKey {
  return spanKey(earning, earning.day);
}

export function termKey(earning: Earning): SumKey {
  return spanKey(earning, earning.term);
}

/** The sums that an earning needs: none without a cap. */
export function sumKeysOf(earning: Earning): SumKey[] {
  const { caps } = earning.version;
  const keys: SumKey[] = [];
  if (caps.day !== undefined) keys.push(dayKey(earning));
  if (caps.term !== undefined) keys.push(termKey(earning));
  return keys;
}

/** The parts of a key again, for the table. */
export function sumKeyParts(key: SumKey): {
  carer: string;
  rule: string;
  version: number;
  span: string;
} {
  const [carer, rule, version, span] = key.split(' ') as [string, string, string, string];
  return { carer, rule, version: Number(version), span };
}

/**
 * Adds an earning to the sums and gives what counts of it.
 *
 * Points by a rule in a term are min(term cap, Σ over days min(day cap, raw of the day)). An entry is the
 * change that its fact makes to that function. So the balance depends on what happened and not on the order
 * in which it was told, and a reversal takes back exactly what its fact had added beyond the caps.
 */
export function countWithinCaps(sums: SpanSums, earning: Earning): number {
  const { caps } = earning.version;
  const afterDay =
    caps.day === undefined
      ? earning.rawAmount
      : change(sums, dayKey(earning), earning.rawAmount, caps.day);
  return caps.term === undefined ? afterDay : change(sums, termKey(earning), afterDay, caps.term);
}

function change(sums: SpanSums, key: SumKey, amount: number, cap: number): number {
  const before = sums.get(key) ?? 0;
  const after = before + amount;
  sums.set(key, after);
  return Math.min(cap, after) - Math.min(cap, before);
}

function spanKey({ carer, rule, version }: Earning, span: string): SumKey {
  return `${carer} ${rule.id} ${version.version} ${span}`;
}
