import type { CountedFact } from '../../../facts/index.ts';
import {
  type Condition,
  type Duty,
  dateInShanghai,
  daysAfter,
  endOfWorkingDay,
  type FactPattern,
  type Occasion,
  type Plan,
  periodOn,
} from '../../../plan/index.ts';
import type { StayWord } from './holders.ts';

/** An organisation, as a fact tells of it. */
export interface ToldPlace {
  readonly id: string;
  readonly kind: string;
  readonly stage: string | null;
  readonly entered_in: number | null;
  readonly lineage: readonly string[];
  readonly told_at: number;
}

/** Somebody came (+1) or went (−1); what a reversal takes back goes the other way. */
export interface Move {
  readonly holder: string;
  readonly word: StayWord;
  readonly place: string;
  readonly detail: string;
  readonly day: string;
  readonly times: number;
}

/** What a fact adds to a task, or takes from it. */
export interface Deed {
  readonly duty: string;
  readonly period: string;
  readonly holder: string;
  readonly quantity: number;
  readonly excuses: number;
  /** Of duties that count different values: the value. */
  readonly thing: string | null;
  /** The fact's place in the log. */
  readonly fact: number;
  /** On which it happened, in China. */
  readonly day: string;
}

/** Something asks for an answer by a day. */
export interface ToldOccasion {
  readonly duty: string;
  readonly key: string;
  readonly holder: string;
  readonly due_on: string;
  readonly times: number;
}

/** All that facts tell duties. */
export interface Told {
  readonly places: ToldPlace[];
  readonly moves: Move[];
  readonly deeds: Deed[];
  readonly occasions: ToldOccasion[];
}

/** What facts tell of whom there is, what was done, and what asks for an answer. */
export function tell(plan: Plan, facts: readonly CountedFact[]): Told {
  const told: Told = { places: [], moves: [], deeds: [], occasions: [] };
  const readers = readersOf(plan);
  for (const fact of facts) {
    const day = dateInShanghai(fact.at);
    tellPopulation(told, fact, day);
    for (const read of readers.get(fact.kind) ?? []) read(told, fact, day);
  }
  return told;
}

/** The same of deeds and occasions alone, for duties whose wording has changed. */
export function tellDeeds(plan: Plan, duties: ReadonlySet<string>, facts: readonly CountedFact[]) {
  const { deeds, occasions } = tell(plan, facts);
  const ofThese = ({ duty }: { duty: string }) => duties.has(duty);
  return { deeds: deeds.filter(ofThese), occasions: occasions.filter(ofThese) };
}

/** What of a duty's wording decides which facts count for whom and in which period. */
export function definitionOf(plan: Plan, { counts, excusedBy, versions }: Duty): string {
  const asked = versions.map(({ every, unit, effectiveFrom, effectiveUntil }) => ({
    ...{ every, unit, effectiveFrom, effectiveUntil },
  }));
  const calendar = { terms: plan.terms, months: plan.monthsThatCount, off: plan.daysOff.holidays };
  return JSON.stringify({ counts, excusedBy, asked, calendar });
}

/** The kinds of fact that a duty reads. */
export function kindsOf({ counts, excusedBy, versions }: Duty): string[] {
  const asking = versions.flatMap(({ every }) =>
    every.kind === 'occasion' ? [every.after.fact] : [],
  );
  return [counts.fact, ...excusedBy.map(({ fact }) => fact), ...asking, EXCUSED];
}

const EXCUSED = 'duty.excused';

type Read = (told: Told, fact: CountedFact, day: string) => void;

const readersOfPlans = new WeakMap<Plan, ReadonlyMap<string, readonly Read[]>>();

/** Who reads a kind of fact; made once a plan, for it is asked of every fact. */
function readersOf(plan: Plan): ReadonlyMap<string, readonly Read[]> {
  const known = readersOfPlans.get(plan);
  if (known) return known;
  const readers = new Map<string, Read[]>();
  const add = (kind: string, read: Read) => {
    readers.set(kind, [...(readers.get(kind) ?? []), read]);
  };
  for (const duty of plan.duties) {
    add(duty.counts.fact, (told, fact, day) => tellDeed(told, plan, duty, fact, day));
    for (const pattern of duty.excusedBy) {
      add(pattern.fact, (told, fact, day) => tellExcuse(told, plan, duty, pattern, fact, day));
    }
    for (const { every } of duty.versions) {
      if (every.kind !== 'occasion') continue;
      add(every.after.fact, (told, fact, day) =>
        tellOccasion(told, plan, duty, every.after, fact, day),
      );
    }
  }
  add(EXCUSED, tellExcused);
  readersOfPlans.set(plan, readers);
  return readers;
}

function tellDeed(told: Told, plan: Plan, duty: Duty, fact: CountedFact, day: string): void {
  const { counts } = duty;
  if (!meets(counts.when, fact)) return;
  const occasion = occasionOf(duty, day);
  const period = occasion ? keyOf(fact, occasion.key) : periodOn(plan, duty, day)?.id;
  if (!period) return;
  const minutes = duty.versions[0]?.unit === 'minutes';
  const quantity = minutes ? fact.quantity : Math.sign(fact.quantity);
  const thing = counts.distinct ? valueIn(fact, counts.distinct) : null;
  if (counts.distinct && thing === null) return;
  for (const holder of holdersIn(fact, counts.holder)) {
    told.deeds.push({
      ...{ duty: duty.id, period, holder, quantity, excuses: 0, thing, fact: fact.place, day },
    });
  }
}

function tellExcuse(
  told: Told,
  plan: Plan,
  duty: Duty,
  pattern: FactPattern,
  fact: CountedFact,
  day: string,
): void {
  const period = periodOn(plan, duty, day)?.id;
  if (!period || !meets(pattern.when, fact)) return;
  told.deeds.push(excuse(fact, day, duty.id, period));
}

/** `duty.excused` names duty and period itself. */
function tellExcused(told: Told, fact: CountedFact, day: string): void {
  const { duty, period } = fact.attributes;
  if (typeof duty === 'string' && typeof period === 'string') {
    told.deeds.push(excuse(fact, day, duty, period));
  }
}

function excuse(fact: CountedFact, day: string, duty: string, period: string): Deed {
  const excuses = Math.sign(fact.quantity);
  const rest = { quantity: 0, thing: null, fact: fact.place, day };
  return { duty, period, holder: fact.subject, excuses, ...rest };
}

function tellOccasion(
  told: Told,
  plan: Plan,
  duty: Duty,
  after: Occasion,
  fact: CountedFact,
  day: string,
): void {
  const key = keyOf(fact, after.key);
  if (!key || occasionOf(duty, day) !== after || !meets(after.when, fact)) return;
  const due_on = after.workingDays
    ? dateInShanghai(new Date(endOfWorkingDay(plan, fact.at, after.days).getTime() - 1))
    : daysAfter(day, after.days);
  const times = Math.sign(fact.quantity);
  told.occasions.push({ duty: duty.id, key, holder: fact.subject, due_on, times });
}

function occasionOf({ versions }: Duty, day: string): Occasion | undefined {
  const version = versions.findLast(({ effectiveFrom }) => effectiveFrom <= day);
  return version?.every.kind === 'occasion' ? version.every.after : undefined;
}

function tellPopulation(told: Told, fact: CountedFact, day: string): void {
  const { kind, subject, organisation, attributes } = fact;
  const move = (word: StayWord, place: string, detail: string, comes: 1 | -1) =>
    told.moves.push({
      ...{ holder: subject, word, place, detail, day, times: comes * Math.sign(fact.quantity) },
    });
  const text = (name: string) => String(attributes[name] ?? '');
  switch (kind) {
    case 'organisation.opened':
      told.places.push(placeOf(fact));
      move('open', subject, text('place_kind'), 1);
      break;
    case 'organisation.closed':
      move('open', subject, text('place_kind'), -1);
      break;
    case 'student.enrolled':
      move('class', text('class') || organisation, '', 1);
      break;
    case 'student.left':
      move('class', text('class') || organisation, '', -1);
      break;
    case 'student.flagged':
      move('flag', subject, text('flag'), 1);
      break;
    case 'student.unflagged':
      move('flag', subject, text('flag'), -1);
      break;
    case 'post.began':
      move('post', organisation, text('role'), 1);
      break;
    case 'post.ended':
      move('post', organisation, text('role'), -1);
      break;
    case 'body.formed':
      move('body', organisation, text('body'), 1);
      break;
    case 'body.dissolved':
      move('body', organisation, text('body'), -1);
      break;
  }
}

function placeOf({ subject, attributes, place }: CountedFact): ToldPlace {
  const { place_kind, stage, entered_in, lineage } = attributes;
  return {
    id: subject,
    kind: String(place_kind),
    stage: typeof stage === 'string' ? stage : null,
    entered_in: typeof entered_in === 'number' ? entered_in : null,
    lineage: Array.isArray(lineage) ? lineage : [subject],
    told_at: place,
  };
}

function meets(when: readonly Condition[], { attributes }: CountedFact): boolean {
  return when.every(({ attribute, in: values }) => values.includes(String(attributes[attribute])));
}

function holdersIn(fact: CountedFact, parts: readonly string[]): Set<string> {
  const holders = new Set<string>();
  for (const part of parts) {
    if (part === 'subject') holders.add(fact.subject);
    else if (part === 'organisation') holders.add(fact.organisation);
    else {
      const value = fact.attributes[part];
      if (typeof value === 'string') holders.add(value);
      else if (Array.isArray(value)) for (const one of value) holders.add(one);
    }
  }
  return holders;
}

function valueIn(fact: CountedFact, part: string): string | null {
  if (part === 'subject') return fact.subject;
  const value = fact.attributes[part];
  return value === null || value === undefined ? null : String(value);
}

function keyOf({ attributes }: CountedFact, key: string): string | undefined {
  const value = attributes[key];
  return typeof value === 'string' ? value : undefined;
}
