/** Ids and codes that point rules and duties may ask for. Never a name. */
export type FactAttributes = Readonly<
  Record<string, string | number | boolean | null | readonly string[]>
>;

/** What a record states when a thing is truly done. */
export interface FactStatement {
  /** A kind of the plan's catalogue, such as `activity.attended`. */
  readonly kind: string;
  /** When the thing happened. */
  readonly at: Date;
  /** The organisation that the deed counts for. */
  readonly organisation: string;
  /** Whom it is about. */
  readonly subject: string;
  /** Who did or confirmed it. */
  readonly actor?: string | undefined;
  /** Integer in the unit of the kind: minutes for time, 1 for an occurrence. Not 0. */
  readonly quantity: number;
  /** The record that it comes from, such as `attendance:<id>`. One source, one fact. */
  readonly source: string;
  readonly attributes?: FactAttributes;
}

/** A fact in the log. */
export interface Fact extends FactStatement {
  readonly place: number;
  readonly id: string;
  readonly attributes: FactAttributes;
  /** The fact that this one takes back: same in all, quantity negated. */
  readonly reverses: string | null;
  readonly statedAt: Date;
}

/** What counters see of a fact: what it says, not who wrote it down and from which record. */
export type CountedFact = Omit<Fact, 'source' | 'actor' | 'statedAt'>;
