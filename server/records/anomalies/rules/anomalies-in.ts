/** What looks unlikely in records. Pure. */

/** A presence: some minutes, at one place, within a stretch of time. */
export interface Stretch {
  readonly from_at: Date;
  readonly until_at: Date;
  readonly minutes: number;
}

const MINUTE_MS = 60_000;
const DAY_MS = 86_400_000;

/**
 * How many minutes of two presences of one person cannot both be true: those that do not fit into the time that the two
 * cover together. A correction of either makes them fewer.
 */
export function minutesTooMany(one: Stretch, other: Stretch): number {
  const from = Math.max(one.from_at.getTime(), other.from_at.getTime());
  const until = Math.min(one.until_at.getTime(), other.until_at.getTime());
  const shared = Math.max(0, until - from) / MINUTE_MS;
  const fits = lengthOf(one) + lengthOf(other) - shared;
  return Math.max(0, Math.floor(countedOf(one) + countedOf(other) - fits));
}

const lengthOf = ({ from_at, until_at }: Stretch) =>
  Math.max(0, until_at.getTime() - from_at.getTime()) / MINUTE_MS;

/** Where merely entering counts, more may count than somebody stayed. */
const countedOf = (stretch: Stretch) => Math.min(stretch.minutes, lengthOf(stretch));

/** Which carers are one family, by the children they raise together; a carer without any is one alone. */
export function familiesOf(
  carers: readonly string[],
  ties: readonly { readonly carer: string; readonly student: string }[],
): Map<string, string> {
  const family = new Map(carers.map((carer) => [carer, carer]));
  for (const tied of Map.groupBy(ties, ({ student }) => student).values()) {
    const joined = new Set(tied.flatMap(({ carer }) => family.get(carer) ?? []));
    const [name] = joined;
    for (const [carer, own] of family) if (name && joined.has(own)) family.set(carer, name);
  }
  return family;
}

/** What a phone did for one carer at one event. */
interface Use {
  readonly carer_id: string;
  readonly at: Date;
}

/** Of what one phone did, in the order of time, the stretch of so many days that served most families. */
export function busiestStretch<Used extends Use>(
  uses: readonly Used[],
  family: ReadonlyMap<string, string>,
  days: number,
): { readonly families: number; readonly uses: readonly Used[] } {
  let busiest: { families: number; uses: readonly Used[] } = { families: 0, uses: [] };
  for (const [index, first] of uses.entries()) {
    const end = first.at.getTime() + days * DAY_MS;
    const within = uses.slice(index).filter(({ at }) => at.getTime() <= end);
    const families = new Set(within.map(({ carer_id }) => family.get(carer_id) ?? carer_id)).size;
    if (families > busiest.families) busiest = { families, uses: within };
  }
  return busiest;
}
