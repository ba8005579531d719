/** One row of bench/results.json. */
export interface Result {
  readonly name: string;
  readonly ours: number;
  readonly baseline: number;
  /** Ours divided by the baseline: for rates more is better, for times less. */
  readonly ratio: number;
  readonly unit: string;
  readonly note: string;
  /** What the row promises and did not keep in this run. Absent when it kept everything. */
  readonly missed?: string;
}

/** What the ratio has to reach. */
export type Reach = { readonly least: number } | { readonly most: number };

/** A figure that has a limit of its own, beside the ratio. */
export interface Limited {
  readonly what: string;
  readonly figure: number;
  readonly most: number;
}

interface Figures {
  readonly ours: number;
  readonly baseline: number;
  readonly note: string;
  readonly reach: Reach;
  readonly limits?: readonly Limited[];
}

/** The ratio is ours divided by the baseline, whatever is measured. */
export function resultOf(
  name: string,
  unit: string,
  { ours, baseline, note, reach, limits = [] }: Figures,
): Result {
  const ratio = ours / baseline;
  const missed = [
    ...missedReach(ratio, reach),
    ...limits
      .filter(({ figure, most }) => figure > most)
      .map(({ what, figure, most }) => `${what} ${figure}, to be at most ${most}`),
  ];
  return {
    name,
    unit,
    ours,
    baseline,
    note,
    ratio,
    ...(missed.length > 0 && { missed: missed.join('; ') }),
  };
}

function missedReach(ratio: number, reach: Reach): string[] {
  if ('least' in reach) {
    return ratio < reach.least ? [`ratio ${ratio.toFixed(2)}, to be at least ${reach.least}`] : [];
  }
  return ratio > reach.most ? [`ratio ${ratio.toFixed(2)}, to be at most ${reach.most}`] : [];
}
