import type { Tally } from '../../../counting/duties/index.ts';
import {
  type Duty,
  type DutyPeriod,
  type DutyState,
  type DutyVersion,
  dutyState,
  type Plan,
  periodsOf,
  turningDays,
} from '../../../plan/index.ts';

/** A duty at one place: how many tasks, how many of them done, and what that means today. */
export interface Cell {
  readonly state: DutyState;
  readonly tasks: number;
  readonly done: number;
  readonly done_late: number;
  readonly excused: number;
}

/** The worst first: what a place has of several days is as far as the worst of them. */
const worst: readonly DutyState[] = [
  'late',
  'amber',
  'due',
  'unrecorded',
  'done-late',
  'done',
  'excused',
  'none',
];

/** What a duty has at a place, from its tallies; those of an occasion fall due on many days. */
export function cellOf(
  tallies: readonly Tally[],
  { version, isRecorded, today }: { version: DutyVersion; isRecorded: boolean; today: string },
): Cell {
  const states = tallies.map(({ due_on, done_late: doneLate, ...counts }) =>
    dutyState(
      { ...counts, doneLate },
      { ...turningDays(version, due_on), enough: version.enough },
      today,
      isRecorded,
    ),
  );
  const state = worst.find((one) => states.includes(one)) ?? 'none';
  const sum = (field: 'tasks' | 'done' | 'done_late' | 'excused') =>
    tallies.reduce((total, tally) => total + tally[field], 0);
  return {
    state,
    tasks: sum('tasks'),
    done: sum('done'),
    done_late: sum('done_late'),
    excused: sum('excused'),
  };
}

/** The period of a duty that has begun last by a day; undefined before its first, and on occasion. */
export function lastBegun(plan: Plan, duty: Duty, day: string): DutyPeriod | undefined {
  return periodsOf(plan, duty).findLast(({ beginsOn }) => beginsOn <= day);
}

/** The wording in force on a day, or the last one. */
export function versionOn({ versions }: Duty, day: string): DutyVersion | undefined {
  return versions.findLast(({ effectiveFrom }) => effectiveFrom <= day) ?? versions[0];
}

export type Holders = 'student' | 'staff' | 'organisation' | 'body';

/** Whom a duty's tasks are about. */
export function holdersOf({ whose }: Duty): Holders {
  const [kind] = whose.kinds;
  return kind === 'student' || kind === 'staff' || kind === 'body' ? kind : 'organisation';
}
