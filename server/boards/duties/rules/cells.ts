import type { Tally } from '../../../counting/duties/index.ts';
import { type DutyState, type DutyVersion, dutyState, turningDays } from '../../../plan/index.ts';

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
