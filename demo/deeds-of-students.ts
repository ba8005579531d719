import { DAY, type Deeds, type Span, type Year } from './deeds.ts';
import type { Child } from './families.ts';

/** What a school's reliability comes to for its students. */
export interface Care {
  /** The share of students visited at home in a term. */
  readonly visits: number;
  readonly reliable: number;
  /** Who visits: the class teacher. */
  readonly teacherOf: (child: Child) => string | undefined;
  readonly lead: string;
  /** The school years whose monthly visits and service hours are written. */
  readonly inFull: ReadonlySet<number>;
}

const DECLINED = 0.03;
const SPECIAL_GROUP = 0.015;
/** Of those, who needs a visit each month. */
const EACH_MONTH = 0.35;
const HELP_ENDS = 0.25;
const ENOUGH_SERVICE = 360;
const forms = [
  ['phone', 60],
  ['at-school', 25],
  ['video', 15],
] as const;
const minutesOfService = [45, 60, 60, 90, 90, 120, 120];

/** Visits, help and service of one child, over the years of the demo. */
export function deedsOfStudent(
  deeds: Deeds,
  child: Child,
  years: readonly Year[],
  care: Care,
): void {
  const need = needOf(deeds, years);
  for (const year of years) {
    const atHome = year.terms.map((term) => visitAtHome(deeds, child, term, care));
    if (care.inFull.has(year.year)) {
      visitEachMonth(deeds, child, year, care, atHome);
      serve(deeds, child, year, care);
    }
  }
  if (need) help(deeds, child, { years, care, need });
}

/** Before the visit the family is asked; who would rather not is talked to in another form. */
function visitAtHome(deeds: Deeds, child: Child, term: Span, care: Care): number {
  const { random } = deeds;
  // Not in the first days of a term, nor in the days before its end.
  const at = deeds.within({ from: term.from + 10 * DAY, until: term.until - 12 * DAY });
  const about = aboutOf(child, care);
  if (random.chance(DECLINED)) {
    const form = random.weighted(forms);
    deeds.state('visit.declined', { ...about, at, attributes: { substitute: form } });
    deeds.state('visit.made', { ...about, at: at + 3 * DAY, attributes: { form } });
    return at + 3 * DAY;
  }
  if (!random.chance(care.visits)) return 0;
  deeds.state('visit.made', { ...about, at, attributes: { form: 'in-home' } });
  return at;
}

function visitEachMonth(
  deeds: Deeds,
  child: Child,
  { months }: Year,
  care: Care,
  atHome: readonly number[],
): void {
  for (const month of months) {
    const isDone = atHome.some((at) => at >= month.from && at <= month.until);
    if (isDone || !deeds.random.chance(care.reliable)) continue;
    const attributes = { form: deeds.random.weighted(forms) };
    deeds.state('visit.made', { ...aboutOf(child, care), at: deeds.within(month), attributes });
  }
}

/** In a community, an hour or two at a time: six hours a year for most. */
function serve(deeds: Deeds, child: Child, { months }: Year, care: Care): void {
  const { stage } = child.schoolClass;
  if (stage !== 'primary' && stage !== 'junior') return;
  const { random } = deeds;
  const enough = random.chance(care.reliable)
    ? ENOUGH_SERVICE
    : random.whole(0, ENOUGH_SERVICE - 60);
  for (let done = 0; done < enough; ) {
    const quantity = random.pick(minutesOfService);
    done += quantity;
    const at = deeds.within(random.pick(months));
    deeds.state('service.done', { ...aboutOf(child, care), at, quantity });
  }
}

interface Need {
  readonly seenIn: Year;
  readonly eachMonth: boolean;
}

/** Most are seen at the first census, some later. */
function needOf({ random }: Deeds, years: readonly Year[]): Need | undefined {
  if (!random.chance(SPECIAL_GROUP) || years.length === 0) return undefined;
  const seenIn = random.chance(0.6) ? years[0] : random.pick(years);
  return seenIn && { seenIn, eachMonth: random.chance(EACH_MONTH) };
}

/** A file is opened at the autumn's census, a helper paired, what was done summed up at the end of each term. */
function help(
  deeds: Deeds,
  child: Child,
  { years, care, need: { seenIn, eachMonth } }: { years: readonly Year[]; care: Care; need: Need },
): void {
  const { random } = deeds;
  const about = { ...aboutOf(child, care), actor: care.lead };
  const seen = deeds.within({
    from: Date.UTC(seenIn.year, 8, 5),
    until: Date.UTC(seenIn.year, 8, 26),
  });
  const file = random.id(seen);
  const flags = ['special-group', ...(eachMonth ? ['monthly-visits'] : [])];
  for (const flag of flags) {
    deeds.state('student.flagged', { ...about, at: seen, attributes: { flag, file } });
  }
  const paired = deeds.inTime(
    care.reliable,
    { from: seen + DAY, until: seen + 12 * DAY },
    seen + 40 * DAY,
  );
  if (paired) deeds.state('helper.paired', { ...about, at: paired, attributes: { file } });
  const ends = random.chance(HELP_ENDS) ? Date.UTC(seenIn.year + 1, 6, 6, 3) : undefined;
  for (const year of years.filter((one) => one.year >= seenIn.year)) {
    for (const term of year.terms) {
      if (ends !== undefined && term.from > ends) continue;
      const due = { from: term.until - 14 * DAY, until: term.until - DAY };
      if (!random.chance(care.reliable)) continue;
      deeds.state('help.summed-up', { ...about, at: deeds.within(due), attributes: { file } });
    }
    if (!eachMonth) continue;
    for (const month of year.months) {
      if ((ends !== undefined && month.from > ends) || !random.chance(care.reliable)) continue;
      const attributes = { form: 'in-home' };
      deeds.state('visit.made', { ...aboutOf(child, care), at: deeds.within(month), attributes });
    }
  }
  if (ends === undefined) return;
  for (const flag of flags) {
    deeds.state('student.unflagged', { ...about, at: ends, attributes: { flag, file } });
  }
}

function aboutOf(child: Child, { teacherOf }: Care) {
  return { organisation: child.schoolClass.id, subject: child.id, actor: teacherOf(child) };
}
