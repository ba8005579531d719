import type { Duty } from '../duty.ts';
import { type AnsweringRole, answering } from '../vocabulary.ts';

/** A post that somebody holds. */
export interface PostHeld {
  readonly role: AnsweringRole;
  readonly organisation: string;
  /** From the district down to the organisation. */
  readonly lineage: readonly string[];
}

/** What a post answers for of a duty: whatever lies at its organisation and below it, but for what others answer for. */
export interface Share<Post extends PostHeld> {
  readonly post: Post;
  /** Places below where another post answers; none lies within another. */
  readonly without: readonly string[];
  /** The post that the duty names is vacant, and this one stands in. */
  readonly standsIn: boolean;
}

/** Who takes over from a vacant post, and is told when it is late. */
const above: Readonly<Record<AnsweringRole, AnsweringRole | undefined>> = {
  'class-teacher': 'principal',
  'moral-education-lead': 'principal',
  principal: 'subdistrict-worker',
  'community-worker': 'subdistrict-worker',
  'subdistrict-worker': 'district-officer',
  'district-officer': undefined,
};

/**
 * The posts that answer for a duty, one when the one before is vacant: the one that it names, then those above that can
 * answer for its holders. So no school's children come to a street's office.
 */
export function answeringInTurn({ answers, whose }: Pick<Duty, 'answers' | 'whose'>) {
  const turn: AnsweringRole[] = [];
  for (let role: AnsweringRole | undefined = answers; role; role = above[role]) {
    const able: readonly string[] = answering[role];
    if (role === answers || whose.kinds.every((kind) => able.includes(kind))) turn.push(role);
  }
  return turn;
}

/**
 * Who answers for a task: the post that the duty names at the nearest organisation that has one; where there is none up
 * to the district, the next post in turn. Undefined: nobody.
 */
export function whoAnswers<Post extends PostHeld>(
  turn: readonly AnsweringRole[],
  lineage: readonly string[],
  posts: readonly Post[],
): Post | undefined {
  const upwards = lineage.toReversed().flatMap((place) => postsAt(posts, place));
  for (const role of turn) {
    const nearest = upwards.find((post) => post.role === role);
    if (nearest) return nearest;
  }
  return undefined;
}

const postsByOrganisation = new WeakMap<
  readonly PostHeld[],
  ReadonlyMap<string, readonly PostHeld[]>
>();

/** Asked of each task of a district among all its posts, so looked up. */
function postsAt<Post extends PostHeld>(posts: readonly Post[], place: string): readonly Post[] {
  const known = postsByOrganisation.get(posts) as ReadonlyMap<string, readonly Post[]> | undefined;
  const byOrganisation = known ?? Map.groupBy(posts, ({ organisation }) => organisation);
  if (!known) postsByOrganisation.set(posts, byOrganisation);
  return byOrganisation.get(place) ?? [];
}

/** The post to turn to when this one does not get it done: the same further up, or the next in turn. */
export function postAbove<Post extends PostHeld>(
  turn: readonly AnsweringRole[],
  { role, organisation, lineage }: PostHeld,
  posts: readonly Post[],
): Post | undefined {
  const further = lineage.slice(0, lineage.indexOf(organisation));
  const later = turn.slice(turn.indexOf(role) + 1);
  return whoAnswers([role], further, posts) ?? whoAnswers(later, lineage, posts);
}

/**
 * Divides a duty among the posts: each task belongs to the share of the post that `whoAnswers` names, and to no other.
 * So what a post owes is what its organisation owes, less what the places in `without` owe.
 */
export function sharesOf<Post extends PostHeld>(
  turn: readonly AnsweringRole[],
  posts: readonly Post[],
): Share<Post>[] {
  return turn.flatMap((role, index) => {
    const earlier = placesWith(posts, turn.slice(0, index));
    const until = placesWith(posts, turn.slice(0, index + 1));
    const below = nearestBelow(until);
    return posts
      .filter((post) => post.role === role)
      .filter(({ lineage }) => !lineage.some((place) => earlier.has(place)))
      .map((post) => ({
        post,
        without: below.get(post.organisation) ?? [],
        standsIn: index > 0,
      }));
  });
}

function placesWith(posts: readonly PostHeld[], roles: readonly AnsweringRole[]) {
  return new Map(
    posts
      .filter(({ role }) => roles.includes(role))
      .map((post) => [post.organisation, post.lineage]),
  );
}

/** Of each place the nearest of the others that lie below it. */
function nearestBelow(places: ReadonlyMap<string, readonly string[]>): Map<string, string[]> {
  const below = new Map<string, string[]>();
  for (const [place, lineage] of places) {
    const next = lineage.findLast((one) => one !== place && places.has(one));
    if (next !== undefined) below.set(next, [...(below.get(next) ?? []), place]);
  }
  return below;
}
