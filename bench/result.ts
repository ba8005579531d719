/** One row of bench/results.json. */
export interface Result {
  readonly name: string;
  readonly ours: number;
  readonly baseline: number;
  /** Ours divided by the baseline: for rates more is better, for times less. */
  readonly ratio: number;
  readonly unit: string;
  readonly note: string;
}

/** The ratio is ours divided by the baseline, whatever is measured. */
export function resultOf(
  name: string,
  unit: string,
  figures: { ours: number; baseline: number; note: string },
): Result {
  return { name, unit, ...figures, ratio: figures.ours / figures.baseline };
}
