import { type Duty, type DutyPeriod, daysAfter, type Plan, periodsOf } from '../../plan/index.ts';
import type { ReadTransaction } from '../../platform/index.ts';
import { listKindsSeen, listTallies, OCCASION } from '../duties/index.ts';
import { DAYS_WATCHED } from './limits.ts';
import { placesOf } from './list-owed.ts';
import { answeringPosts, type Post, sharesOfDuties } from './posts.ts';
import { type Owed, owedOf, talliesByPlace } from './rules/owed.ts';

/** What every post of the district owes, of what is not long past; and the posts. */
export async function owedEverywhere(
  transaction: ReadTransaction,
  plan: Plan,
  today: string,
): Promise<{ owed: readonly Owed[]; posts: readonly Post[] }> {
  const posts = await answeringPosts(transaction);
  const asked = [...sharesOfDuties(plan, posts)].flatMap(([duty, shares]) =>
    runningOf(plan, duty, today).flatMap((period) =>
      shares.map((share) => ({ duty, period, share })),
    ),
  );
  const periods = new Set(asked.map(({ period }) => period?.id ?? OCCASION));
  const [tallies, seen] = await Promise.all([
    listTallies(transaction, placesOf(asked), [...periods]),
    listKindsSeen(transaction),
  ]);
  const now = { plan, tallies: talliesByPlace(tallies), seen, today };
  const since = daysAfter(today, -DAYS_WATCHED);
  const owed = asked
    .flatMap(({ duty, period, share }) => owedOf(duty, share, period, now))
    .filter(({ dueOn }) => dueOn >= since);
  return { owed, posts };
}

/** The periods that have begun and are not long past; undefined: on occasion. */
function runningOf(plan: Plan, duty: Duty, today: string): (DutyPeriod | undefined)[] {
  if (duty.versions.some(({ every }) => every.kind === 'occasion')) return [undefined];
  const since = daysAfter(today, -DAYS_WATCHED);
  return periodsOf(plan, duty).filter(({ beginsOn, dueOn }) => beginsOn <= today && dueOn >= since);
}
