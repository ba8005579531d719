import type { PersonKind, Reader, Strength } from '../../platform/index.ts';
import { type Capability, matrix, type PostRole, type Reach } from './matrix.ts';

/** The session's person, kind and strength, as the sign-in gives it. */
export interface SessionPerson {
  readonly person: string;
  readonly kind: PersonKind;
  readonly strength: Strength;
}

/** A post as access needs it. */
export interface HeldPost {
  readonly id: string;
  readonly role: PostRole;
  readonly organisation: string;
  /** From the district down to the organisation of the post. */
  readonly lineage: readonly string[];
  /** The school or kindergarten in that lineage; a post in an office has none. */
  readonly school?: string | null;
}

/** The signed-in person, with everything that decides what they may do. */
export interface Who {
  readonly person: string;
  /** For answers that say who it is; decides nothing. */
  readonly name: string;
  readonly kind: 'adult' | 'student';
  readonly posts: readonly HeldPost[];
  /** Children whom this person raises, by open guardianships. */
  readonly children: readonly string[];
  /** What the session must still prove before all of the person's posts count; see strength.ts. */
  readonly stillToProve?: 'password' | 'totp';
}

/** What a capability is asked for: a place in the tree, a person, a child. Nothing given reaches nothing. */
export interface Target {
  /** Lineage of the organisation that the thing belongs to. */
  readonly lineage?: readonly string[] | undefined;
  readonly student?: string | undefined;
  readonly person?: string | undefined;
}

/** Every role that the person has now. Who raises a child, or is not staff, is a carer. */
export function rolesOf(who: Who): readonly (keyof typeof matrix)[] {
  if (who.kind === 'student') return ['student'];
  const held = who.posts.map((post) => post.role);
  return who.children.length > 0 || held.length === 0 ? [...new Set(held), 'carer'] : held;
}

/** Whether the person has the capability at all: what a route asks before its action asks of the target. */
export function holds(who: Who, capability: Capability): boolean {
  return rolesOf(who).some((role) => matrix[role][capability] !== undefined);
}

/** Everything that the person holds somewhere; the pages show only what these allow. */
export function heldCapabilities(who: Who): Capability[] {
  return [...new Set(rolesOf(who).flatMap((role) => Object.keys(matrix[role]) as Capability[]))];
}

/** Whether the person may use the capability on this target. Pure: the matrix and the tree decide. */
export function may(who: Who, capability: Capability, target: Target): boolean {
  const byPost = who.posts.some((post) => {
    const reach = matrix[post.role][capability];
    const top = reach && topOf(post, reach);
    return top !== undefined && (target.lineage?.includes(top) ?? false);
  });
  if (byPost) return true;
  const personal = rolesOf(who).includes('student')
    ? matrix.student[capability]
    : rolesOf(who).includes('carer')
      ? matrix.carer[capability]
      : undefined;
  if (personal === undefined) return false;
  const ownself = target.person === who.person || target.student === who.person;
  if (personal === 'own') return ownself;
  const child = target.student !== undefined && who.children.includes(target.student);
  return personal === 'family' && (target.student === undefined ? ownself : child);
}

/** The organisations in which the person holds the capability by a post. */
export function reachOf(who: Who, capability: Capability): string[] {
  return who.posts.flatMap((post) => {
    const reach = matrix[post.role][capability];
    return (reach && topOf(post, reach)) ?? [];
  });
}

/** The organisation at the top of what a post reaches; none for reaches that no post gives. */
function topOf(post: HeldPost, reach: Reach): string | undefined {
  switch (reach) {
    case 'district':
      return post.lineage[0];
    case 'school':
      return post.school ?? post.organisation;
    case 'post':
      return post.organisation;
    case 'own':
    case 'family':
      return undefined;
  }
}

/** What row-level security needs: which students this person may see is the reach of `students.read`. */
export function readerOf(who: Who): Reader {
  return { person: who.person, reach: reachOf(who, 'students.read') };
}

/** Nobody is signed in: sees no student. */
export const nobody: Reader = { person: null, reach: [] };

/** The program itself (imports, jobs, certificates): sees every student of the district. */
export const theProgram: Reader = { person: null, reach: 'all' };
