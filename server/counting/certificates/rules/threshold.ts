import type { CertificateRule, WhoCounts } from '../../../plan/index.ts';

/** A child's family, as what is asked of it may go by it. */
export interface Family {
  /** What each of the child's carers has earned; hundredths of a point. */
  readonly shares: readonly number[];
  /** The day on which the child joined its first class of the district, `YYYY-MM-DD`; null: not known. */
  readonly arrivedOn: string | null;
}

/** What lowers what is asked of a family, carers' circumstances that were approved. */
export interface Relieved {
  /** Whole 30 days of approved leaves of its carers, together. */
  readonly leaveMonths: number;
  /** One of its carers lives with a disability. */
  readonly disability: boolean;
}

export const notRelieved: Relieved = { leaveMonths: 0, disability: false };

/** Why what is asked of a family is not what the plan asks of everyone. Says nothing of who was ill or on leave. */
export type Because =
  | { readonly kind: 'each'; readonly percent: number; readonly carers: number }
  | {
      readonly kind: 'moved-in';
      readonly arrived_on: string;
      readonly months: number;
      readonly of_months: number;
    }
  | { readonly kind: 'relief'; readonly percent: number }
  | { readonly kind: 'at-least'; readonly percent: number };

/** What a certificate asks of one family. */
export interface Asked {
  /** Whose points are looked at. */
  readonly counted: WhoCounts;
  /** What they must reach; hundredths of a point. */
  readonly asked: number;
  readonly because: readonly Because[];
}

/**
 * What of a family's points is held against what is asked: all carers' together; the best one's; or the second
 * best's, since two carers each reach a score exactly when the second best does. An only carer's are that one's.
 */
export function countedOf(counted: WhoCounts, shares: readonly number[]): number {
  if (counted === 'sum') return shares.reduce((sum, share) => sum + share, 0);
  const [best = 0, second = best] = shares.toSorted((one, other) => other - one);
  return counted === 'best' ? best : second;
}

/**
 * What the rule asks of a family on a day. Of a family with one carer `both` asks what it asks of each of two, of
 * that one: no carer of any family is asked for more. Rounds down, in the family's favour. Within a calendar month
 * it stays the same, and while nothing else changes it never falls from one month to the next, so that passing time
 * alone lets nobody reach it. `beganOn`: the plan's first day.
 */
export function askedOf(
  rule: Pick<CertificateRule, 'threshold' | 'counts' | 'lowered'>,
  { shares, arrivedOn }: Family,
  { leaveMonths, disability }: Relieved,
  { beganOn, day }: { readonly beganOn: string; readonly day: string },
): Asked {
  const { counts, lowered } = rule;
  const because: Because[] = [];
  let threshold = rule.threshold;
  if (lowered) {
    const { leave, atLeast } = lowered;
    const part = lowered.movedIn && partHere(lowered.movedIn, arrivedOn, beganOn, day);
    if (part) because.push({ kind: 'moved-in', ...part });
    const off =
      leaveMonths * (leave?.percentAMonth ?? 0) +
      (disability ? (lowered.disability?.percent ?? 0) : 0);
    const percent = Math.min(off, 100 - atLeast);
    if (percent > 0) because.push({ kind: 'relief', percent });
    const { months = 1, of_months = 1 } = part ?? {};
    const inPart = Math.floor((rule.threshold * months * (100 - percent)) / (of_months * 100));
    const least = Math.floor((rule.threshold * atLeast) / 100);
    if (inPart < least) because.push({ kind: 'at-least', percent: atLeast });
    threshold = Math.max(inPart, least);
  }
  if (counts.carers !== 'both') {
    return { counted: counts.carers, asked: Math.max(1, threshold), because };
  }
  const asked = Math.max(1, Math.floor((threshold * counts.each) / 100));
  const carers = Math.min(2, shares.length);
  return {
    counted: carers === 2 ? 'both' : 'best',
    asked,
    because: [{ kind: 'each', percent: counts.each, carers }, ...because],
  };
}

/** The least that the rule asks of any family, and so what nobody below it can have reached. */
export function leastAsked({
  threshold,
  counts,
  lowered,
}: Pick<CertificateRule, 'threshold' | 'counts' | 'lowered'>): number {
  const least = lowered ? Math.floor((threshold * lowered.atLeast) / 100) : threshold;
  return Math.max(1, Math.floor((least * counts.each) / 100));
}

/** Calendar months here, of those of the period; undefined for who was here from its beginning. */
function partHere(
  { after, months }: { readonly after: string; readonly months: number },
  arrivedOn: string | null,
  beganOn: string,
  day: string,
): { arrived_on: string; months: number; of_months: number } | undefined {
  if (arrivedOn === null || arrivedOn <= after) return undefined;
  const today = monthOf(day);
  const ofMonths = Math.max(1, Math.min(months, today - monthOf(beganOn)));
  const here = Math.max(0, today - monthOf(arrivedOn));
  return here < ofMonths ? { arrived_on: arrivedOn, months: here, of_months: ofMonths } : undefined;
}

/** Months since the year 0. */
function monthOf(day: string): number {
  return Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7)) - 1;
}
