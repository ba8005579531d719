import type { Who } from '../../directory/index.ts';
import { type Duty, lastBegun, type Plan, type Share, schoolYearOn } from '../../plan/index.ts';
import type { ReadTransaction } from '../../platform/index.ts';
import { listKindsSeen, listTallies, OCCASION } from '../duties/index.ts';
import { answeringPosts, answersAt, type Post, sharesOfDuties } from './posts.ts';
import { type Owed, owedOf, talliesByPlace } from './rules/owed.ts';

/** What the posts of a person owe in the periods that have begun last, and of occasions in this school year. */
export async function listOwed(
  transaction: ReadTransaction,
  plan: Plan,
  who: Pick<Who, 'person' | 'posts'>,
  today: string,
): Promise<Owed[]> {
  const around = answersAt(who);
  if (around.length === 0) return [];
  const posts = await answeringPosts(transaction, around);
  const own = [...sharesOfDuties(plan, posts)].flatMap(([duty, shares]) =>
    shares.filter(({ post }) => post.people.includes(who.person)).map((share) => ({ duty, share })),
  );
  const periods = new Set(own.map(({ duty }) => lastBegun(plan, duty, today)?.id ?? OCCASION));
  const [tallies, seen] = await Promise.all([
    listTallies(transaction, placesOf(own), [...periods]),
    listKindsSeen(transaction),
  ]);
  const now = { plan, tallies: talliesByPlace(tallies), seen, today };
  // An old letter is no news.
  const since = schoolYearOn(plan, today)?.beginsOn ?? today;
  return own.flatMap(({ duty, share }) =>
    owedOf(duty, share, lastBegun(plan, duty, today), now).filter(
      ({ period, dueOn }) => period !== undefined || dueOn >= since,
    ),
  );
}

/** Whose tallies a share is reckoned from. */
export function placesOf(
  shares: readonly { readonly duty: Duty; readonly share: Share<Post> }[],
): string[] {
  return [...new Set(shares.flatMap(({ share }) => [share.post.organisation, ...share.without]))];
}
