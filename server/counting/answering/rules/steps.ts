import {
  type AnsweringRole,
  answeringInTurn,
  dayBefore,
  daysAfter,
  isWorkingDay,
  type Plan,
  postAbove,
} from '../../../plan/index.ts';
import { OCCASION } from '../../duties/index.ts';
import { DAYS_A_STEP_WAITS } from '../limits.ts';
import type { Post } from '../posts.ts';
import { type Owed, openOf } from './owed.ts';

/** In the order in which they come; each is told once. */
export const steps = ['amber', 'due', 'late', 'above'] as const;
export type Step = (typeof steps)[number];

/** What a post is told of a duty: how many are open, and since when or until when. */
export interface Reminder {
  readonly step: Step;
  readonly duty: Owed['duty'];
  readonly period: string;
  readonly dueOn: string;
  /** Who is told. */
  readonly post: Post;
  readonly open: number;
  /** At how many places below; of its own share one. */
  readonly places: number;
}

/** On which days what is due on a day is told; on a day off it waits for the next working day. */
export function stepDays(
  plan: Plan,
  { amberOn, dueOn, redOn }: Pick<Owed, 'amberOn' | 'dueOn' | 'redOn'>,
): Readonly<Record<Step, string>> {
  let lastWorkingDay = dayBefore(dueOn);
  while (!isWorkingDay(plan, lastWorkingDay)) lastWorkingDay = dayBefore(lastWorkingDay);
  let above = redOn;
  for (let left = plan.reminders.aboveAfterWorkingDays; left > 0; ) {
    above = daysAfter(above, 1);
    if (isWorkingDay(plan, above)) left -= 1;
  }
  return { amber: amberOn, due: lastWorkingDay, late: redOn, above };
}

/** The step at which something is on a day; undefined: too early, or so long ago that it is no news. */
export function stepOn(days: Readonly<Record<Step, string>>, today: string): Step | undefined {
  const step = steps.findLast((one) => days[one] <= today);
  return step && today <= daysAfter(days[step], DAYS_A_STEP_WAITS) ? step : undefined;
}

/** What is told on a working day, given all that is owed. Who is above hears once of a duty, whatever lies below. */
export function remindersOn(
  plan: Plan,
  owed: readonly Owed[],
  posts: readonly Post[],
  today: string,
): Reminder[] {
  const late: Reminder[] = [];
  const own = owed.flatMap((one): Reminder[] => {
    if (one.state !== 'due' && one.state !== 'amber' && one.state !== 'late') return [];
    const step = stepOn(stepDays(plan, one), today);
    if (!step) return [];
    if (step !== 'above') return [reminderOf(one, step, one.share.post)];
    const above = postAbove(turnOf(one), one.share.post, posts);
    if (above) late.push(reminderOf(one, 'above', above));
    return [];
  });
  const together = Map.groupBy(
    late,
    ({ duty, period, dueOn, post }) => `${duty.id} ${period} ${dueOn} ${post.organisation}`,
  );
  const above = [...together.values()].flatMap((all) => {
    const [first] = all;
    if (!first) return [];
    const open = all.reduce((sum, one) => sum + one.open, 0);
    return [{ ...first, open, places: all.length }];
  });
  return [...own, ...above];
}

function reminderOf(owed: Owed, step: Step, post: Post): Reminder {
  const { duty, period, dueOn } = owed;
  const open = openOf(owed);
  return { step, duty, period: period?.id ?? OCCASION, dueOn, post, open, places: 1 };
}

function turnOf({ duty }: Owed): readonly AnsweringRole[] {
  return answeringInTurn(duty);
}
