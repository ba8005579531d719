import type { FactAttributes } from '../server/facts/index.ts';
import type { Term } from '../server/plan/index.ts';
import type { FactLog } from './fact-log.ts';
import type { Random } from './random.ts';

const HOUR = 3_600_000;
export const DAY = 24 * HOUR;
/** Hours from midnight UTC: nine in the morning to seven in the evening in Shanghai. */
const DAYTIME = [1, 11] as const;
/** How many of those who miss the time do it after all. */
const LATE_RATHER_THAN_NEVER = 0.6;

/** A time in which something is due, in milliseconds. */
export interface Span {
  readonly from: number;
  readonly until: number;
}

/** What was done, for whom, on which day. */
interface Done {
  readonly organisation: string;
  /** The organisation itself if not given. */
  readonly subject?: string;
  readonly at: number;
  readonly actor?: string | undefined;
  /** 1 if not given. */
  readonly quantity?: number;
  readonly attributes?: FactAttributes;
}

/**
 * States what is done where no record is kept yet, as facts alone. By chance of its own, so that the rest of the
 * district is the same with and without; what would come after today is left out.
 */
export class Deeds {
  readonly random: Random;
  readonly #facts: FactLog;
  readonly #today: number;

  constructor(facts: FactLog, random: Random, today: Date) {
    this.#facts = facts;
    this.random = random;
    this.#today = today.getTime();
  }

  /** Whether it has been done by today. */
  state(kind: string, { organisation, subject = organisation, at, ...done }: Done): boolean {
    if (at >= this.#today) return false;
    const id = this.random.id(at);
    const { actor, quantity = 1, attributes = {} } = done;
    const rest = { organisation, subject, actor, quantity, attributes, at: new Date(at) };
    const statedAt = new Date(Math.min(at + HOUR, this.#today));
    this.#facts.add({ kind, source: `${kind}:${id}`, ...rest }, statedAt, { id });
    return true;
  }

  /** On some day of a time, in the daytime. */
  within({ from, until }: Span): number {
    const day = Math.floor((from + this.random.next() * (until - from)) / DAY) * DAY;
    return Math.max(from, day) + this.random.whole(...DAYTIME) * HOUR;
  }

  /** In time as a rule, by how reliable whoever does it is; else late, or never. */
  inTime(reliable: number, due: Span, latest: number): number | undefined {
    const luck = this.random.next();
    if (luck < reliable) return this.within(due);
    const isLate = luck < reliable + (1 - reliable) * LATE_RATHER_THAN_NEVER;
    return isLate ? this.within({ from: due.until + DAY, until: latest }) : undefined;
  }
}

/** The days from one day of a month to another of the same year. */
export function days(year: number, month: number, from: number, until: number): Span {
  const at = (day: number) => Date.UTC(year, month - 1, day);
  return { from: at(from), until: at(until) };
}

/**
 * When something that belongs to a calendar year is done, year by year: in a month of spring as a rule. The demo's first
 * year has no spring, so that it is done in November.
 */
export function everyYear(
  years: readonly Year[],
  { month, from, until }: { month: number; from: number; until: number },
): Span[] {
  const [first] = years;
  const springs = years.map(({ year }) => days(year + 1, month, from, until));
  return first ? [days(first.year, 11, from, until), ...springs] : springs;
}

/** Months in which something is asked of everybody; the others are holidays, or nearly. */
const monthsThatCount = [9, 10, 11, 12, 3, 4, 5, 6] as const;

/** A school year of the demo. */
export interface Year {
  /** In which it begins. */
  readonly year: number;
  readonly months: readonly Span[];
  readonly terms: readonly Span[];
}

/** The school years from the demo's beginning until today. */
export function yearsOf(terms: readonly Term[], beganAt: number, today: Date): Year[] {
  const began = new Date(beganAt).getUTCFullYear();
  const years: Year[] = [];
  for (let year = began; Date.UTC(year, 8, 1) < today.getTime(); year += 1) {
    const from = `${year}-09-01`;
    const until = `${year + 1}-08-31`;
    years.push({
      year,
      months: monthsThatCount.map((month) => days(month >= 9 ? year : year + 1, month, 2, 28)),
      terms: terms
        .filter(({ beginsOn, endsOn }) => beginsOn >= from && endsOn <= until)
        .map(({ beginsOn, endsOn }) => ({ from: Date.parse(beginsOn), until: Date.parse(endsOn) })),
    });
  }
  return years;
}
