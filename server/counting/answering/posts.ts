import { type HeldRole, postsHeld, type Who } from '../../directory/index.ts';
import {
  type AnsweringRole,
  answeringInTurn,
  answeringRoles,
  type Duty,
  type Plan,
  type Share,
  sharesOf,
} from '../../plan/index.ts';
import type { ReadTransaction } from '../../platform/index.ts';

/** A post that may answer for duties, with who holds it. */
export type Post = HeldRole<AnsweringRole>;

/** The organisations at which somebody holds a post that may answer for duties. */
export function answersAt({ posts }: Pick<Who, 'posts'>): string[] {
  const roles: readonly string[] = answeringRoles;
  return [
    ...new Set(posts.filter(({ role }) => roles.includes(role)).map((post) => post.organisation)),
  ];
}

export function answeringPosts(
  transaction: ReadTransaction,
  around?: readonly string[],
): Promise<Post[]> {
  return postsHeld(transaction, answeringRoles, around);
}

/** How each duty is divided among the posts. Duties that the same posts answer for are divided once. */
export function sharesOfDuties(
  { duties }: Plan,
  posts: readonly Post[],
): ReadonlyMap<Duty, readonly Share<Post>[]> {
  const divided = new Map<string, readonly Share<Post>[]>();
  return new Map(
    duties.map((duty) => {
      const turn = answeringInTurn(duty);
      const known = divided.get(turn.join()) ?? sharesOf(turn, posts);
      divided.set(turn.join(), known);
      return [duty, known];
    }),
  );
}
