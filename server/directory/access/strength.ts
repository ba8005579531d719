import type { Strength } from '../../platform/index.ts';
import type { PostRole } from './matrix.ts';
import type { HeldPost, Who } from './who.ts';

/** Posts that see a whole school's or district's families, or decide by their papers: an authenticator too. */
const sensitiveRoles: ReadonlySet<PostRole> = new Set<PostRole>([
  'district-officer',
  'admissions-officer',
  'principal',
  'moral-education-lead',
]);

/**
 * The person as far as the session has proven it: by a phone's code alone no post counts, by a password those
 * that are not sensitive, by a password and an authenticator all. A teacher who is a mother too reaches her own
 * child by her phone, and her class with a password.
 */
export function atStrength(who: Who, strength: Strength): Who {
  if (strength === 'password+totp' || who.posts.length === 0) return who;
  const posts = strength === 'code' ? [] : who.posts.filter(isOrdinary);
  if (posts.length === who.posts.length) return who;
  return { ...who, posts, stillToProve: strength === 'code' ? 'password' : 'totp' };
}

function isOrdinary({ role }: HeldPost): boolean {
  return !sensitiveRoles.has(role);
}
