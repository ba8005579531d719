import {
  type Duty,
  type DutyPeriod,
  type DutyState,
  type DutyVersion,
  dutyState,
  type Plan,
  type Share,
  turningDays,
  versionOn,
} from '../../../plan/index.ts';
import { OCCASION, type Tally } from '../../duties/index.ts';
import type { Post } from '../posts.ts';

/** What a post owes of a duty by a day. */
export interface Owed {
  readonly duty: Duty;
  readonly share: Share<Post>;
  /** Undefined: on occasion. */
  readonly period: DutyPeriod | undefined;
  readonly version: DutyVersion;
  readonly dueOn: string;
  readonly amberOn: string;
  readonly redOn: string;
  readonly tasks: number;
  readonly done: number;
  readonly excused: number;
  readonly state: DutyState;
}

/** The tallies of some duties, to be looked up by place. */
export type Tallies = ReadonlyMap<string, readonly Tally[]>;

export function talliesByPlace(tallies: readonly Tally[]): Tallies {
  return Map.groupBy(tallies, ({ duty, period, place }) => keyOf(duty, period, place));
}

export interface Now {
  readonly plan: Plan;
  readonly tallies: Tallies;
  /** Kinds of fact that were ever stated here. */
  readonly seen: ReadonlySet<string>;
  readonly today: string;
}

/** What a share has of a duty in a period, by due days: what its organisation has less what others answer for. */
export function owedOf(
  duty: Duty,
  share: Share<Post>,
  period: DutyPeriod | undefined,
  { tallies, seen, today }: Now,
): Owed[] {
  const at = (place: string) => tallies.get(keyOf(duty.id, period?.id ?? OCCASION, place)) ?? [];
  const others = Map.groupBy(share.without.flatMap(at), ({ due_on }) => due_on);
  return at(share.post.organisation).flatMap((tally) => {
    const version = period?.version ?? versionOn(duty, tally.due_on);
    const counts = less(tally, others.get(tally.due_on) ?? []);
    if (!version || counts.tasks === 0) return [];
    const days = turningDays(version, tally.due_on);
    const isRecorded = seen.has(duty.counts.fact);
    const state = dutyState(counts, { ...days, enough: version.enough }, today, isRecorded);
    const { tasks, done, excused } = counts;
    return [
      {
        ...{ duty, share, period, version, ...days },
        dueOn: tally.due_on,
        tasks,
        done,
        excused,
        state,
      },
    ];
  });
}

/** How many are still to be done. */
export function openOf({ tasks, done, excused }: Pick<Owed, 'tasks' | 'done' | 'excused'>): number {
  return tasks - done - excused;
}

export function isOpen({ state }: Pick<Owed, 'state'>): boolean {
  return state === 'due' || state === 'amber' || state === 'late';
}

function less(whole: Tally, others: readonly Tally[]) {
  const left = (field: 'tasks' | 'done' | 'done_late' | 'excused') =>
    others.reduce((rest, other) => rest - other[field], whole[field]);
  return {
    ...{ tasks: left('tasks'), done: left('done') },
    ...{ doneLate: left('done_late'), excused: left('excused') },
  };
}

function keyOf(duty: string, period: string, place: string): string {
  return `${duty} ${period} ${place}`;
}
