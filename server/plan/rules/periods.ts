import type { Words } from '../../platform/index.ts';
import type { Duty, DutyVersion } from '../duty.ts';
import type { Plan } from '../plan.ts';
import { schoolYearOn } from './calendar.ts';
import { dayBefore, daysAfter } from './days.ts';

/** A stretch of days in which a duty is to be done once more. Days are `YYYY-MM-DD`, last days included. */
export interface DutyPeriod {
  /** `2026-2027-1`, `2026-2027`, `2026` or `2026-10`. */
  readonly id: string;
  readonly name: Words;
  readonly beginsOn: string;
  /** What is done until this day counts for it; after the due day it was late. */
  readonly collectsUntil: string;
  readonly dueOn: string;
  readonly amberOn: string;
  /** The first day on which it is late. */
  readonly redOn: string;
  /** Who came later owes nothing yet. */
  readonly joinedBy: string;
  readonly version: DutyVersion;
}

type Stretch = Pick<DutyPeriod, 'id' | 'name' | 'beginsOn' | 'collectsUntil' | 'dueOn'>;

const periodsOfDuties = new WeakMap<Plan, Map<string, readonly DutyPeriod[]>>();

/** All periods of a duty within the plan's calendar, earliest first; none of what falls due on occasion. */
export function periodsOf(plan: Plan, duty: Duty): readonly DutyPeriod[] {
  const known = periodsOfDuties.get(plan) ?? new Map<string, readonly DutyPeriod[]>();
  periodsOfDuties.set(plan, known);
  const found = known.get(duty.id) ?? duty.versions.flatMap((one) => periodsOfVersion(plan, one));
  known.set(duty.id, found);
  return found;
}

/** The period for which a deed of that day counts; undefined between periods. */
export function periodOn(plan: Plan, duty: Duty, day: string): DutyPeriod | undefined {
  const period = periodsOf(plan, duty).findLast(({ beginsOn }) => beginsOn <= day);
  return period && day <= period.collectsUntil ? period : undefined;
}

/** The period of a duty that has begun last by a day; undefined before its first, and on occasion. */
export function lastBegun(plan: Plan, duty: Duty, day: string): DutyPeriod | undefined {
  return periodsOf(plan, duty).findLast(({ beginsOn }) => beginsOn <= day);
}

/** The wording in force on a day, or the last one. */
export function versionOn({ versions }: Duty, day: string): DutyVersion | undefined {
  return versions.findLast(({ effectiveFrom }) => effectiveFrom <= day) ?? versions[0];
}

function periodsOfVersion(plan: Plan, version: DutyVersion): DutyPeriod[] {
  const { effectiveFrom, effectiveUntil, joinedDaysBefore } = version;
  return stretchesOf(plan, version)
    .filter(
      ({ dueOn }) =>
        effectiveFrom <= dueOn && (effectiveUntil === undefined || dueOn <= effectiveUntil),
    )
    .map((stretch) => ({
      ...stretch,
      ...turningDays(version, stretch.dueOn),
      joinedBy: daysAfter(stretch.dueOn, -joinedDaysBefore),
      version,
    }));
}

/** When what is due on a day turns amber, and the first day on which it is late. */
export function turningDays({ amberDays, redDays }: DutyVersion, dueOn: string) {
  return { amberOn: daysAfter(dueOn, -amberDays), redOn: daysAfter(dueOn, redDays + 1) };
}

function stretchesOf(plan: Plan, { every }: DutyVersion): Stretch[] {
  switch (every.kind) {
    case 'term':
      return collecting(plan.terms.map(({ id, name, ...days }) => stretch(id, name, days)));
    case 'school-year':
      return plan.schoolYears.map(({ id, beginsOn, endsOn }) =>
        stretch(id, schoolYearName(id), { beginsOn, endsOn }),
      );
    case 'year':
      return yearsOf(plan).map((year) =>
        stretch(`${year}`, yearName(year), { beginsOn: `${year}-01-01`, endsOn: `${year}-12-31` }),
      );
    case 'month':
      return monthsOf(plan, plan.monthsThatCount);
    case 'months':
      return collecting(monthsOf(plan, every.months));
    case 'occasion':
      return [];
  }
}

/** What is done in the holidays still counts for the period before them, late as it is. */
function collecting(stretches: readonly Stretch[]): Stretch[] {
  return stretches.map((one, index) => {
    const next = stretches[index + 1];
    return next ? { ...one, collectsUntil: dayBefore(next.beginsOn) } : one;
  });
}

function monthsOf(plan: Plan, months: readonly number[]): Stretch[] {
  return yearsOf(plan).flatMap((year) =>
    months
      .toSorted((one, other) => one - other)
      .flatMap((month) => {
        const beginsOn = `${year}-${String(month).padStart(2, '0')}-01`;
        if (!schoolYearOn(plan, beginsOn)) return [];
        const endsOn = new Date(Date.UTC(year, month, 0)).toISOString().slice(0, 10);
        return [stretch(beginsOn.slice(0, 7), monthName(year, month), { beginsOn, endsOn })];
      }),
  );
}

/** Every calendar year that the plan's calendar touches. */
function yearsOf(plan: Plan): number[] {
  const first = Number(plan.schoolYears[0]?.beginsOn.slice(0, 4));
  const last = Number(plan.schoolYears.at(-1)?.endsOn.slice(0, 4));
  return Array.from({ length: last - first + 1 }, (_, index) => first + index);
}

function stretch(id: string, name: Words, days: { beginsOn: string; endsOn: string }): Stretch {
  const { beginsOn, endsOn } = days;
  return { id, name, beginsOn, dueOn: endsOn, collectsUntil: endsOn };
}

function schoolYearName(id: string): Words {
  const years = id.replace('-', '–');
  return { zh: `${id.replace('-', '—')} 学年`, en: `School year ${years}` };
}

function yearName(year: number): Words {
  return { zh: `${year} 年`, en: `${year}` };
}

function monthName(year: number, month: number): Words {
  const name = new Date(Date.UTC(year, month - 1)).toLocaleString('en', {
    month: 'long',
    timeZone: 'UTC',
  });
  return { zh: `${year} 年 ${month} 月`, en: `${name} ${year}` };
}
