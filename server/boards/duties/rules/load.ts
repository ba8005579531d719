import type { PlaceDone } from '../../../counting/duties/index.ts';
import type { CountsAs, Duty } from '../../../plan/index.ts';

/** Who carries the work: the three tiers of parent school, the street between them told apart. */
export const tiers = ['district', 'subdistrict', 'community', 'campus'] as const;
export type Tier = (typeof tiers)[number];

export function tierOf(kind: string): Tier {
  const own = tiers.find((tier) => tier === kind);
  return own ?? 'campus';
}

/** Events of a sort that more than one tier owes, and the duty by which they are counted. */
export interface CarriedWork {
  readonly countsAs: CountsAs;
  readonly duty: Duty;
  /** Every duty that asks for it. */
  readonly owedBy: readonly Duty[];
}

/**
 * What several tiers carry: events that count as the same and that the plan asks of more than one kind of organisation.
 * What only schools owe (parents' meetings, open days) says nothing about whether communities are hollow. Whoever holds
 * such an event, its figure is counted under each duty alike, so one duty tells all.
 */
export function carriedWork(duties: readonly Duty[]): CarriedWork[] {
  const sorts = Map.groupBy(duties.filter(countsEvents), ({ counts: { when } }) =>
    String(when[0]?.in[0]),
  );
  return [...sorts].flatMap(([countsAs, those]) => {
    const owed = new Set(those.flatMap(({ whose }) => whose.kinds.map(tierOf)));
    const [duty] = those;
    return duty && owed.size > 1 ? [{ countsAs: countsAs as CountsAs, duty, owedBy: those }] : [];
  });
}

/** Counts events by one thing they count as, and by nothing else, in periods of a term. */
function countsEvents({ counts, versions }: Duty): boolean {
  const [condition, ...others] = counts.when;
  return (
    counts.fact === 'activity.held' &&
    condition?.attribute === 'counts_as' &&
    condition.in.length === 1 &&
    others.length === 0 &&
    counts.distinct === undefined &&
    versions.every(({ every }) => every.kind === 'term')
  );
}

/** What an organisation held, sort by sort and in all. */
export interface Host {
  readonly place: string;
  readonly tier: Tier;
  readonly lineage: readonly string[];
  readonly held: readonly number[];
}

/** One host for each organisation; its figures in the order of the work. */
export function hostsOf(work: readonly CarriedWork[], done: readonly PlaceDone[]): Host[] {
  return [...Map.groupBy(done, ({ place }) => place)].map(([place, own]) => ({
    place,
    tier: tierOf(own[0]?.kind ?? ''),
    lineage: own[0]?.lineage ?? [],
    held: work.map(({ duty }) => own.find((one) => one.duty === duty.id)?.done ?? 0),
  }));
}

/** What tiers carry: events of each sort, organisations, and how many of them held none at all. */
export function tiersOf(hosts: readonly Host[], sorts: number) {
  return tiers.flatMap((tier) => {
    const own = hosts.filter((host) => host.tier === tier);
    if (own.length === 0) return [];
    const held = Array.from({ length: sorts }, (_, sort) =>
      own.reduce((sum, host) => sum + (host.held[sort] ?? 0), 0),
    );
    return [{ tier, places: own.length, hollow: own.filter(isHollow).length, held }];
  });
}

export function isHollow({ held }: Host): boolean {
  return held.every((events) => events <= 0);
}
