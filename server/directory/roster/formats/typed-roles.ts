import type { PostRole } from '../../access/index.ts';

/** What a user's role makes of them here; `null` is a grown-up without a post. */
export type UserKind = 'student' | 'carer' | PostRole | null;

const KINDS: Readonly<Record<string, UserKind>> = {
  student: 'student',
  parent: 'carer',
  guardian: 'carer',
  relative: 'carer',
  caregiver: 'carer',
  principal: 'principal',
  teacher: 'teacher',
  professor: 'teacher',
  faculty: 'teacher',
  instructor: 'teacher',
  lecturer: 'teacher',
  substitute: 'teacher',
  counselor: 'teacher',
  aide: 'teacher',
  proctor: 'teacher',
  advisor: 'teacher',
  coach: 'teacher',
};

const OWN_ROLES: readonly PostRole[] = [
  'moral-education-lead',
  'class-teacher',
  'subdistrict-worker',
  'community-worker',
  'admissions-officer',
  'district-officer',
];

/**
 * The meaning of a role of OneRoster or School Data Sync. Administrators are deliberately given no post: their
 * roles say who runs the software, not who runs the school, and a post here opens children's records. Our own
 * posts can be written as OneRoster's extension, `ext:class-teacher`.
 */
export function kindOfUser(role: string): UserKind {
  const plain = role.toLowerCase();
  const own = OWN_ROLES.find((name) => plain === name || plain === `ext:${name}`);
  return own ?? KINDS[plain] ?? null;
}

/** GB/T 4761 as far as a role tells: a parent, a relative, another guardian. */
export function relationshipOfRole(role: string): string {
  switch (role.toLowerCase()) {
    case 'parent':
      return '50';
    case 'relative':
      return '97';
    default:
      return '80';
  }
}
