import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  type AnsweringRole,
  answeringInTurn,
  type Duty,
  loadPlan,
  type PostHeld,
  postAbove,
  sharesOf,
  whoAnswers,
} from '../index.ts';

const plan = await loadPlan(join(import.meta.dirname, '../../../plans/tianfu'));
const turnOf = (id: string) => answeringInTurn(plan.duties.find((one) => one.id === id) as Duty);

/** An id says where it stands: d, d.street, d.street.school … */
function lineageOf(place: string): string[] {
  const parts = place.split('.');
  return parts.map((_, index) => parts.slice(0, index + 1).join('.'));
}

function post(role: AnsweringRole, organisation: string): PostHeld {
  return { role, organisation, lineage: lineageOf(organisation) };
}

const schoolClass = 'd.street.school.grade.class';
const officer = post('district-officer', 'd');
const worker = post('subdistrict-worker', 'd.street');
const principal = post('principal', 'd.street.school');
const teacher = post('class-teacher', schoolClass);

describe('Who answers for a duty', () => {
  test('is the post that it names, then the posts above that can answer for its holders', () => {
    expect(turnOf('in-home-visit')).toEqual(['class-teacher', 'principal', 'district-officer']);
    expect(turnOf('helper-paired')).toEqual([
      'moral-education-lead',
      'principal',
      'district-officer',
    ]);
    expect(turnOf('community-guidance')).toEqual([
      'community-worker',
      'subdistrict-worker',
      'district-officer',
    ]);
    expect(turnOf('inspection')).toEqual(['district-officer']);
  });

  test('of a class is its teacher; while it has none, the principal; without one, the district', () => {
    const answers = (posts: PostHeld[]) =>
      whoAnswers(turnOf('in-home-visit'), lineageOf(schoolClass), posts);
    expect(answers([officer, worker, principal, teacher])).toBe(teacher);
    expect(answers([officer, worker, principal])).toBe(principal);
    expect(answers([officer, worker])).toBe(officer);
    expect(answers([worker])).toBeUndefined();
  });

  test('is nobody of another class', () => {
    const other = post('class-teacher', 'd.street.school.grade.other');
    expect(whoAnswers(turnOf('in-home-visit'), lineageOf(schoolClass), [other, officer])).toBe(
      officer,
    );
  });

  test('and above whom stands the next in turn', () => {
    const posts = [officer, worker, principal, teacher];
    const turn = turnOf('in-home-visit');
    expect(postAbove(turn, teacher, posts)).toBe(principal);
    expect(postAbove(turn, principal, posts)).toBe(officer);
    expect(postAbove(turn, officer, posts)).toBeUndefined();
    expect(postAbove(turn, teacher, [officer, teacher])).toBe(officer);
  });

  test('a principal answers for the class without a teacher, and for no other', () => {
    const other = post('class-teacher', 'd.street.school.grade.other');
    const shares = sharesOf(turnOf('in-home-visit'), [officer, principal, other]);
    expect(shares).toEqual([
      { post: other, without: [], standsIn: false },
      { post: principal, without: [other.organisation], standsIn: true },
      { post: officer, without: [principal.organisation], standsIn: true },
    ]);
  });
});

const parts = ['a', 'b'];
const places = [
  'd',
  ...parts.flatMap((one) => [
    `d.${one}`,
    ...parts.flatMap((two) => [
      `d.${one}.${two}`,
      ...parts.map((three) => `d.${one}.${two}.${three}`),
    ]),
  ]),
];
const roles: AnsweringRole[] = ['class-teacher', 'principal', 'district-officer'];
const arbitraryPosts = fc.uniqueArray(
  fc.record({ role: fc.constantFrom(...roles), place: fc.constantFrom(...places) }),
  { selector: ({ role, place }) => `${role}@${place}`, maxLength: 20 },
);

test('Whoever holds whatever post: each task lies in the one share of who answers for it', () => {
  fc.assert(
    fc.property(arbitraryPosts, (drawn) => {
      const posts = drawn.map(({ role, place }) => post(role, place));
      const shares = sharesOf(roles, posts);
      for (const place of places) {
        const lineage = lineageOf(place);
        const holding = shares.filter(
          (share) =>
            lineage.includes(share.post.organisation) &&
            !share.without.some((one) => lineage.includes(one)),
        );
        const answering = whoAnswers(roles, lineage, posts);
        expect(holding.map((share) => share.post)).toEqual(answering ? [answering] : []);
        if (answering) expect(holding[0]?.standsIn).toBe(answering.role !== roles[0]);
      }
    }),
  );
});

test('Whoever holds whatever post: above a post stands one further up, or a later one in turn', () => {
  fc.assert(
    fc.property(arbitraryPosts, (drawn) => {
      const posts = drawn.map(({ role, place }) => post(role, place));
      for (const one of posts) {
        const next = postAbove(roles, one, posts);
        if (!next) continue;
        expect(one.lineage).toContain(next.organisation);
        const isFurther = next.lineage.length < one.lineage.length && next.role === one.role;
        expect(isFurther || roles.indexOf(next.role) > roles.indexOf(one.role)).toBe(true);
      }
    }),
  );
});
