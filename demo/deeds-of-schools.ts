import { DAY, type Deeds, days, everyYear, type Span, type Year } from './deeds.ts';
import type { Random } from './random.ts';

/** An organisation with what it does, and how reliably. */
export interface Doer {
  readonly deeds: Deeds;
  readonly organisation: string;
  readonly actor: string | undefined;
  readonly reliable: number;
  readonly years: readonly Year[];
}

/** How long a school may take to answer, in calendar days, and how long it takes at worst. */
const ANSWERED_WITHIN = 8;
const ANSWERED_AT_LAST = 28;
const HOURS_OF_TRAINING = [60, 90, 90, 120];

/** What a school owes besides its events and visits. */
export function deedsOfSchool(
  doer: Doer,
  { communities }: { communities: readonly string[] },
): void {
  for (const { year } of doer.years) {
    publishPlan(doer, 'parent-school', days(year, 9, 3, 28));
    publishPlan(doer, 'home-visits', days(year, 9, 3, 28));
    publishPlan(doer, 'leadership', days(year, 10, 9, 30));
    takeCensus(doer, year, 9);
    takeCensus(doer, year + 1, 3);
    once(doer, 'choice.published', days(year + 1, 6, 1, 25), { choice: 'outstanding-parents' });
    once(doer, 'project.reported', days(year + 1, 6, 5, 30));
    if (doer.deeds.random.chance(0.4)) once(doer, 'story.published', days(year, 11, 1, 25));
  }
  for (const due of everyYear(doer.years, { month: 4, from: 1, until: 28 })) {
    once(doer, 'story.published', due);
  }
  for (const due of everyYear(doer.years, { month: 6, from: 8, until: 30 })) {
    rateCommunity(doer, due, communities);
  }
  for (const { months } of doer.years) for (const month of months) everyMonth(doer, month);
  for (const { terms } of doer.years) {
    for (const term of terms) {
      for (let matters = doer.deeds.random.whole(0, 3); matters > 0; matters -= 1) {
        beAskedAndAnswer(doer, 'matter', term);
      }
    }
  }
}

/** Somebody came to see: once a year, in spring as a rule. */
export function inspected({ deeds, organisation, years }: Doer, officer: string | undefined): void {
  for (const due of everyYear(years, { month: deeds.random.whole(3, 5), from: 2, until: 28 })) {
    if (!deeds.random.chance(0.95)) continue;
    deeds.state('inspection.done', { organisation, at: deeds.within(due), actor: officer });
  }
}

export function publishPlan(doer: Doer, plan: string, due: { from: number; until: number }): void {
  const at = doer.deeds.inTime(doer.reliable, due, due.until + 45 * DAY);
  if (at !== undefined) state(doer, 'plan.published', at, { plan });
}

/** Something that is done once in a year by whoever does it at all. */
export function once(
  doer: Doer,
  kind: string,
  due: { from: number; until: number },
  attributes: Readonly<Record<string, string>> = {},
): void {
  if (doer.deeds.random.chance(doer.reliable))
    state(doer, kind, doer.deeds.within(due), attributes);
}

function takeCensus(doer: Doer, year: number, month: number): void {
  const due = days(year, month, 4, 28);
  const at = doer.deeds.inTime(doer.reliable, due, due.until + 25 * DAY);
  if (at !== undefined) state(doer, 'census.done', at);
}

function rateCommunity(doer: Doer, due: Span, communities: readonly string[]): void {
  const { random } = doer.deeds;
  if (communities.length === 0 || !random.chance(doer.reliable)) return;
  state(doer, 'community.rated', doer.deeds.within(due), { community: random.pick(communities) });
}

function everyMonth(doer: Doer, month: { from: number; until: number }): void {
  const { deeds, reliable } = doer;
  if (deeds.random.chance(reliable)) state(doer, 'reception.held', deeds.within(month));
  for (let letters = deeds.random.whole(0, 2); letters > 0; letters -= 1) {
    beAskedAndAnswer(doer, 'letter', month);
  }
}

/** A letter or a committee's matter: answered in time as a rule, some late, some still open. */
export function beAskedAndAnswer(
  doer: Doer,
  what: 'letter' | 'matter',
  when: { from: number; until: number },
): void {
  const { deeds, organisation, reliable } = doer;
  const at = deeds.within(when);
  const attributes = { [what]: deeds.random.id(at) };
  const asked = what === 'letter' ? 'letter.received' : 'matter.raised';
  if (!deeds.state(asked, { organisation, at, attributes })) return;
  const due = { from: at + DAY, until: at + ANSWERED_WITHIN * DAY };
  const answered = deeds.inTime(reliable, due, at + ANSWERED_AT_LAST * DAY);
  if (answered !== undefined) state(doer, `${what}.answered`, answered, attributes);
}

/** Class teachers and leads learn to guide: a few sessions a school year, four hours and more for most. */
export function trainTeachers({ deeds, reliable, years }: Doer, staff: readonly Staff[]): void {
  const { random } = deeds;
  for (const { id, organisation } of staff) {
    for (const { months } of years) {
      for (const sessions = timesOf(random, reliable); sessions.left > 0; sessions.left -= 1) {
        const at = deeds.within(random.pick(months));
        const quantity = random.pick(HOURS_OF_TRAINING);
        deeds.state('training.done', { organisation, subject: id, at, actor: id, quantity });
      }
    }
  }
}

export interface Staff {
  readonly id: string;
  readonly organisation: string;
}

const timesOf = (random: Random, reliable: number) => ({
  left: random.chance(reliable) ? random.whole(3, 4) : random.whole(0, 2),
});

function state(
  { deeds, organisation, actor }: Doer,
  kind: string,
  at: number,
  attributes: Readonly<Record<string, string>> = {},
): void {
  deeds.state(kind, { organisation, at, actor, attributes });
}
