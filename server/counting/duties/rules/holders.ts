import { type Duty, type DutyPeriod, type Plan, schoolYearOn } from '../../../plan/index.ts';

/** Which stays make somebody a holder of a duty: what a row of `duty_periods` says. */
export interface Asking {
  readonly duty: string;
  /** `occasion` for what falls due on occasion. */
  readonly period: string;
  readonly word: StayWord;
  readonly details: readonly string[] | null;
  readonly stages: readonly string[] | null;
  readonly entered_in: readonly number[] | null;
  readonly flag: string | null;
  readonly due_on: string | null;
  readonly joined_by: string | null;
  readonly target: number;
  /** Days after the last one on which it is not late yet. */
  readonly red_days: number;
}

/** `open`: an organisation that there is; `class`: a student in a class; `flag`, `post`, `body` likewise. */
export type StayWord = 'open' | 'class' | 'flag' | 'post' | 'body';

export const OCCASION = 'occasion';

/** What a duty asks in one of its periods. */
export function askedIn(plan: Plan, duty: Duty, period: DutyPeriod): Asking {
  return {
    ...holdersOf(duty),
    period: period.id,
    entered_in: yearsOfEntry(plan, duty, period.dueOn),
    due_on: period.dueOn,
    joined_by: period.joinedBy,
    target: period.version.target,
    red_days: period.version.redDays,
  };
}

/** What a duty asks each time that something happens. */
export function askedOnOccasion(duty: Duty): Asking {
  const version = duty.versions.at(-1);
  const [target, red_days] = [version?.target ?? 1, version?.redDays ?? 0];
  const rest = { entered_in: null, due_on: null, joined_by: null };
  return { ...holdersOf(duty), period: OCCASION, ...rest, target, red_days };
}

function holdersOf({ id, whose }: Duty) {
  const { kinds, stages = null, flag = null, body, roles = null } = whose;
  const [kind] = kinds;
  const base = { duty: id, stages, flag };
  if (kind === 'student') return { ...base, word: 'class' as const, details: null };
  if (kind === 'staff') return { ...base, word: 'post' as const, details: roles };
  if (kind === 'body') return { ...base, word: 'body' as const, details: body ? [body] : null };
  return { ...base, word: 'open' as const, details: kinds };
}

/** In grade g since September is who entered g − 1 years before. */
function yearsOfEntry(plan: Plan, { whose }: Duty, day: string): number[] | null {
  if (!whose.grades) return null;
  const year = Number((schoolYearOn(plan, day)?.id ?? day).slice(0, 4));
  return whose.grades.map((grade) => year - grade + 1);
}
