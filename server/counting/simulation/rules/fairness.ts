/** A group of fewer families is not shown: somebody could be recognised. */
export const LEAST_SHOWN = 5;

/** One family before and after; hundredths of a point. */
export interface Compared {
  readonly before: Standing;
  readonly after: Standing;
  /** By dimension: which of its groups the family is in. */
  readonly groups: Readonly<Record<string, string>>;
}

export interface Standing {
  /** What counts of its carers' points. */
  readonly counted: number;
  readonly reached: boolean;
}

/** Hundredths of a percent, and hundredths of a point. */
export interface GroupLine {
  readonly key: string;
  readonly families: number;
  readonly gain: number;
  readonly lose: number;
  readonly up: number;
  readonly down: number;
  readonly share_before: number;
  readonly share_after: number;
  /** The group's share less that of all other families. */
  readonly gap_before: number;
  readonly gap_after: number;
  readonly median_before: number;
  readonly median_after: number;
}

export interface Dimension {
  readonly key: string;
  readonly groups: readonly GroupLine[];
  /** Groups that are not shown, and the families in them. */
  readonly hidden_groups: number;
  readonly hidden_families: number;
}

export interface FairnessTable {
  readonly all: GroupLine;
  readonly dimensions: readonly Dimension[];
}

/** Gathers families one by one and tells how their groups stand. */
export class Fairness {
  readonly #all = new Tally();
  readonly #dimensions = new Map<string, Map<string, Tally>>();

  constructor(dimensions: readonly string[]) {
    for (const dimension of dimensions) this.#dimensions.set(dimension, new Map());
  }

  add(family: Compared): void {
    this.#all.add(family);
    for (const [dimension, tallies] of this.#dimensions) {
      const group = family.groups[dimension];
      if (group === undefined) continue;
      const tally = tallies.get(group) ?? new Tally();
      tallies.set(group, tally);
      tally.add(family);
    }
  }

  table(): FairnessTable {
    return {
      all: this.#all.line('all', this.#all),
      dimensions: [...this.#dimensions].map(([key, tallies]) => dimensionOf(key, tallies)),
    };
  }
}

/**
 * Groups below the least are hidden; and where all that is hidden is still so few that it follows from the whole,
 * the next smallest too.
 */
function dimensionOf(key: string, tallies: ReadonlyMap<string, Tally>): Dimension {
  const all = new Tally();
  for (const tally of tallies.values()) all.take(tally);
  const bySize = [...tallies].toSorted(([, one], [, other]) => one.families - other.families);
  let [hidden, families] = [0, 0];
  for (const [, tally] of bySize) {
    const isOpen = tally.families >= LEAST_SHOWN && (families === 0 || families >= LEAST_SHOWN);
    if (isOpen) break;
    hidden += 1;
    families += tally.families;
  }
  const shown = bySize.slice(hidden).map(([group, tally]) => tally.line(group, all));
  return {
    key,
    groups: shown.toSorted((one, other) => one.key.localeCompare(other.key)),
    hidden_groups: hidden,
    hidden_families: families,
  };
}

/** Counts of one group. */
class Tally {
  readonly #before: number[] = [];
  readonly #after: number[] = [];
  #reachedBefore = 0;
  #reachedAfter = 0;
  #gain = 0;
  #lose = 0;
  #up = 0;
  #down = 0;

  get families(): number {
    return this.#before.length;
  }

  add({ before, after }: Compared): void {
    this.#before.push(before.counted);
    this.#after.push(after.counted);
    if (after.counted > before.counted) this.#gain += 1;
    if (after.counted < before.counted) this.#lose += 1;
    if (before.reached) this.#reachedBefore += 1;
    if (after.reached) this.#reachedAfter += 1;
    if (after.reached && !before.reached) this.#up += 1;
    if (before.reached && !after.reached) this.#down += 1;
  }

  /** Takes another's numbers in, but for its medians. */
  take(other: Tally): void {
    for (let one = 0; one < other.families; one += 1) this.#before.push(0);
    this.#reachedBefore += other.#reachedBefore;
    this.#reachedAfter += other.#reachedAfter;
  }

  line(key: string, all: Tally): GroupLine {
    const gap = (own: number, whole: number) =>
      percent(own, this.families) - percent(whole - own, all.families - this.families);
    const isAll = all.families === this.families;
    return {
      ...{ key, families: this.families },
      ...{ gain: this.#gain, lose: this.#lose, up: this.#up, down: this.#down },
      share_before: percent(this.#reachedBefore, this.families),
      share_after: percent(this.#reachedAfter, this.families),
      gap_before: isAll ? 0 : gap(this.#reachedBefore, all.#reachedBefore),
      gap_after: isAll ? 0 : gap(this.#reachedAfter, all.#reachedAfter),
      median_before: median(this.#before),
      median_after: median(this.#after),
    };
  }
}

/** In hundredths of a percent. */
function percent(part: number, whole: number): number {
  return whole === 0 ? 0 : Math.round((part * 10_000) / whole);
}

/** The lower one of two in the middle. */
function median(values: readonly number[]): number {
  const sorted = Float64Array.from(values).sort();
  return sorted[Math.floor((sorted.length - 1) / 2)] ?? 0;
}
