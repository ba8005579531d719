import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  type Capability,
  capabilities,
  matrix,
  type PostRole,
  type Role,
  roles,
} from './matrix.ts';
import { requireMay } from './require.ts';
import { holds, may, reachOf, type Target, type Who } from './who.ts';

/** Two districts, each with two schools of one class: d0, d0.s0, d0.s0.c0 … An id says where it stands. */
const places = ['d0', 'd1'].flatMap((district) => [
  district,
  ...['s0', 's1'].flatMap((school) => [`${district}.${school}`, `${district}.${school}.c0`]),
]);

function lineageOf(place: string): string[] {
  const parts = place.split('.');
  return parts.map((_, index) => parts.slice(0, index + 1).join('.'));
}

function schoolOf(place: string): string | null {
  return lineageOf(place)[1] ?? null;
}

const postRoles = Object.keys(roles).filter((role) => role !== 'carer' && role !== 'student');
const arbitraryWho: fc.Arbitrary<Who> = fc.oneof(
  fc.constant<Who>({ person: 'pupil', name: '学生', kind: 'student', posts: [], children: [] }),
  fc.record({
    person: fc.constant('me'),
    name: fc.constant('我'),
    kind: fc.constant('adult' as const),
    posts: fc.array(
      fc
        .record({
          role: fc.constantFrom(...(postRoles as PostRole[])),
          organisation: fc.constantFrom(...places),
        })
        .map(({ role, organisation }) => ({
          id: `${role}@${organisation}`,
          role,
          organisation,
          lineage: lineageOf(organisation),
          school: schoolOf(organisation),
        })),
      { maxLength: 2 },
    ),
    children: fc.subarray(['mine', 'mine too']),
  }),
);

const arbitraryTarget: fc.Arbitrary<Target> = fc.record(
  {
    lineage: fc.constantFrom(...places).map(lineageOf),
    student: fc.constantFrom('mine', 'a stranger', 'pupil'),
    person: fc.constantFrom('me', 'somebody else'),
  },
  { requiredKeys: [] },
);

const arbitraryCapability = fc.constantFrom(...(Object.keys(capabilities) as Capability[]));

/** The oracle: the table said in one breath, by comparing names of places. */
function oracle(who: Who, capability: Capability, { lineage, student, person }: Target): boolean {
  const place = lineage?.at(-1) ?? 'nowhere';
  const under = (top: string) => place === top || place.startsWith(`${top}.`);
  const staff = who.posts.some(({ role, organisation }) => {
    const reach = matrix[role][capability];
    if (reach === 'district') return under(organisation.slice(0, 2));
    if (reach === 'school') return under(organisation.slice(0, 5));
    return reach === 'post' && under(organisation);
  });
  const isCarer = who.kind === 'adult' && (who.posts.length === 0 || who.children.length > 0);
  const reach = matrix[who.kind === 'student' ? 'student' : 'carer'][capability];
  const self = person === who.person || student === who.person;
  if (staff) return true;
  if (who.kind === 'adult' && !isCarer) return false;
  if (reach === 'own') return self;
  if (reach === 'family') return student === undefined ? self : who.children.includes(student);
  return false;
}

describe('who may do what', () => {
  test('is what the table says, for any person, capability and thing', () => {
    fc.assert(
      fc.property(arbitraryWho, arbitraryCapability, arbitraryTarget, (who, capability, target) => {
        expect(may(who, capability, target)).toBe(oracle(who, capability, target));
      }),
      { numRuns: 5000 },
    );
  });

  test('never crosses a district', () => {
    fc.assert(
      fc.property(arbitraryWho, arbitraryCapability, arbitraryTarget, (who, capability, target) => {
        const own = new Set(who.posts.map((post) => post.lineage[0]));
        const elsewhere = target.lineage !== undefined && !own.has(target.lineage[0]);
        fc.pre(elsewhere && target.student === undefined && target.person === undefined);
        expect(may(who, capability, target)).toBe(false);
      }),
    );
  });

  test('a person who may do something somewhere holds it, and one who holds nothing reaches nothing', () => {
    fc.assert(
      fc.property(arbitraryWho, arbitraryCapability, arbitraryTarget, (who, capability, target) => {
        if (may(who, capability, target)) expect(holds(who, capability)).toBe(true);
        if (!holds(who, capability)) expect(reachOf(who, capability)).toEqual([]);
      }),
    );
  });

  test('refuses with "not allowed" what a role cannot do, and with "not found" what lies out of reach', () => {
    const teacher: Who = {
      name: '老师',
      person: 'me',
      kind: 'adult',
      posts: [
        {
          id: 'p',
          role: 'class-teacher',
          organisation: 'd0.s0.c0',
          lineage: lineageOf('d0.s0.c0'),
          school: 'd0.s0',
        },
      ],
      children: [],
    };
    const code = (capability: Capability, target: Target) => {
      try {
        requireMay(teacher, capability, target);
        return 'allowed';
      } catch (error) {
        return (error as { kind: { code: string } }).kind.code;
      }
    };
    expect(code('students.read', { lineage: lineageOf('d0.s0.c0') })).toBe('allowed');
    expect(code('activities.check-in', { lineage: lineageOf('d0.s0') })).toBe('allowed');
    expect(code('students.read', { lineage: lineageOf('d0.s1.c0') })).toBe('http.not-found');
    expect(code('roster.import', { lineage: lineageOf('d0.s0') })).toBe('http.not-allowed');
  });

  test('every capability is held by somebody, and every role holds something', () => {
    for (const capability of Object.keys(capabilities) as Capability[]) {
      expect(Object.values(matrix).some((row) => row[capability])).toBe(true);
    }
    for (const role of Object.keys(roles) as Role[]) {
      expect(Object.keys(matrix[role]).length).toBeGreaterThan(0);
    }
  });
});
