import fc from 'fast-check';
import { sql } from 'kysely';
import { beforeAll, describe, expect, test } from 'vitest';
import { type FactStatement, reverseFacts, settle } from '../../facts/index.ts';
import { loadPlan, type Plan } from '../../plan/index.ts';
import { newId } from '../../platform/index.ts';
import { makeTestDatabase, type TestDatabase } from '../../platform/testing/test-database.ts';
import { dutiesCounter, listFinishes, openPeriods, recountDuties } from './index.ts';
import { districtOn, SmallWorld, tellFacts } from './testing/small-world.ts';

const theProgram = { person: null, reach: 'all' } as const;
let plan: Plan;
let here: TestDatabase;

beforeAll(async () => {
  plan = await loadPlan('plans/tianfu');
  here = await makeTestDatabase();
  await openPeriods(districtOn(here, plan, '2026-11-26'));
});

/** `tasks done excused` of a duty and period at a place; nothing when there is no task. */
async function tally(place: string, duty: string, period: string): Promise<string | undefined> {
  return here.database.read(theProgram, async (transaction) => {
    const { rows } = await sql<{ figures: string }>`
      select sum(tasks) || ' ' || sum(done) || ' ' || sum(excused) as figures from duty_tallies
       where place = ${place} and duty = ${duty} and period = ${period} and tasks <> 0
      having count(*) > 0`.execute(transaction);
    return rows[0]?.figures;
  });
}

describe('The in-home visit of the term (2.3.3)', () => {
  const term = '2026-2027-1';

  test('is owed to every child of a class, and done for each at every place above', async () => {
    const world = new SmallWorld();
    const [first, second] = world.students;
    const [class1] = world.classes;
    await tellFacts(here, plan, [
      ...world.opened(),
      world.enrolled(first, class1, '2026-09-01'),
      world.enrolled(second, class1, '2026-09-01'),
      world.visited(first, '2026-10-10'),
      world.visited(second, '2026-10-10', 'phone'),
    ]);
    expect(await tally(class1, 'in-home-visit', term)).toBe('2 1 0');
    expect(await tally(world.district, 'in-home-visit', term)).toBe('2 1 0');
    expect(await tally(class1, 'monthly-visit', '2026-10')).toBe('2 2 0');
  });

  test('goes along with a child who changes school, and stays where it was in terms past', async () => {
    const world = new SmallWorld();
    const [child] = world.students;
    const [class1, , class3] = world.classes;
    await tellFacts(here, plan, [
      ...world.opened(),
      world.enrolled(child, class1, '2025-09-01'),
      world.left(child, class1, '2026-10-15'),
      world.enrolled(child, class3, '2026-10-15'),
    ]);
    expect(await tally(class1, 'in-home-visit', '2025-2026-2')).toBe('1 0 0');
    expect(await tally(class1, 'in-home-visit', term)).toBeUndefined();
    expect(await tally(world.schools[1], 'in-home-visit', term)).toBe('1 0 0');
    await tellFacts(here, plan, [world.visited(child, '2026-11-01')]);
    expect(await tally(class3, 'in-home-visit', term)).toBe('1 1 0');
  });

  test('is not owed to a child who left, or came in the last two weeks', async () => {
    const world = new SmallWorld();
    const [gone, late] = world.students;
    const [class1] = world.classes;
    await tellFacts(here, plan, [
      ...world.opened(),
      world.enrolled(gone, class1, '2026-09-01'),
      world.left(gone, class1, '2026-12-01'),
      world.enrolled(late, class1, '2027-01-12'),
    ]);
    expect(await tally(class1, 'in-home-visit', term)).toBeUndefined();
  });

  test('is excused where the family declined it, and done all the same if it came after all', async () => {
    const world = new SmallWorld();
    const [child] = world.students;
    const [class1] = world.classes;
    const declined = world.fact('visit.declined', '2026-10-01', child, {
      attributes: { substitute: 'phone' },
    });
    await tellFacts(here, plan, [
      ...world.opened(),
      world.enrolled(child, class1, '2026-09-01'),
      declined,
    ]);
    expect(await tally(class1, 'in-home-visit', term)).toBe('1 0 1');
    await tellFacts(here, plan, [world.visited(child, '2026-10-20')]);
    expect(await tally(class1, 'in-home-visit', term)).toBe('1 1 0');
    await takeBack([declined.source]);
    expect(await tally(class1, 'in-home-visit', term)).toBe('1 1 0');
  });

  test('is excused for a whole school that was closed, by a fact that names duty and term', async () => {
    const world = new SmallWorld();
    const [school] = world.schools;
    await tellFacts(here, plan, [
      ...world.opened(),
      world.enrolled(world.students[0], world.classes[0], '2026-09-01'),
      world.enrolled(world.students[1], world.classes[2], '2026-09-01'),
      world.fact('duty.excused', '2026-10-01', school, {
        attributes: { duty: 'in-home-visit', period: term, excuse: newId() },
      }),
    ]);
    expect(await tally(school, 'in-home-visit', term)).toBe('1 0 1');
    expect(await tally(world.district, 'in-home-visit', term)).toBe('2 0 1');
  });
});

test('A letter asks for an answer within seven working days, and only the answer to it counts (2.3.2)', async () => {
  const world = new SmallWorld();
  const [school] = world.schools;
  const letters = [newId(), newId()];
  await tellFacts(here, plan, [
    ...world.opened(),
    ...letters.map((letter) =>
      world.fact('letter.received', '2026-09-28', school, { attributes: { letter } }),
    ),
    world.fact('letter.answered', '2026-09-30', school, {
      attributes: { letter: letters[0] ?? '' },
    }),
  ]);
  const { rows } = await here.pool.query(
    `select due_on::text, tasks, done from tianfu.duty_tallies where place = $1 and duty = 'letter-answered'`,
    [school],
  );
  // The holiday of 1 to 7 October is no working time; the Saturday before and after it are.
  expect(rows).toEqual([{ due_on: '2026-10-13', tasks: 2, done: 1 }]);
});

test('A letter that comes and is answered in one batch, without anything else, is one task', async () => {
  const world = new SmallWorld();
  const [school] = world.schools;
  await tellFacts(here, plan, world.opened());
  const about = { attributes: { letter: newId() } };
  const answer = world.fact('letter.answered', '2026-09-30', school, about);
  await tellFacts(here, plan, [world.fact('letter.received', '2026-09-28', school, about), answer]);
  expect(await tally(school, 'letter-answered', 'occasion')).toBe('1 1 0');
  await takeBack([sourceOf(answer)]);
  expect(await tally(school, 'letter-answered', 'occasion')).toBe('1 0 0');
});

test('A base needs ten different students, however often one of them rates it (2.4.3)', async () => {
  const world = new SmallWorld();
  const base = newId();
  const organisation = world.subdistrict;
  const rated = (student: string) =>
    world.fact('base.rated', '2026-05-05', base, { organisation, attributes: { student } });
  const students = Array.from({ length: 9 }, () => newId());
  const formed = { organisation, attributes: { body: 'practice-base' } };
  await tellFacts(here, plan, [
    ...world.opened(),
    world.fact('body.formed', '2026-01-01', base, formed),
    ...[...students, ...students].map(rated),
  ]);
  expect(await tally(world.subdistrict, 'bases-rated', '2026')).toBe('1 0 0');
  const tenth = rated(newId());
  await tellFacts(here, plan, [tenth]);
  expect(await tally(world.subdistrict, 'bases-rated', '2026')).toBe('1 1 0');
  await takeBack([tenth.source]);
  expect(await tally(world.subdistrict, 'bases-rated', '2026')).toBe('1 0 0');
});

describe('The day on which a task was done', () => {
  const term = '2026-2027-1';

  async function finishesOf(place: string, duty: string) {
    return here.database.read(theProgram, async (transaction) => {
      const finishes = await listFinishes(transaction, [place], [term]);
      return finishes.filter((one) => one.duty === duty).map(({ week, done }) => ({ week, done }));
    });
  }

  test('is that of the deed, not of its telling: the earlier of two counts, whichever is told first', async () => {
    const world = new SmallWorld();
    const [child] = world.students;
    const [class1] = world.classes;
    await tellFacts(here, plan, [
      ...world.opened(),
      world.enrolled(child, class1, '2026-09-01'),
      world.visited(child, '2026-11-12'),
    ]);
    expect(await finishesOf(class1, 'in-home-visit')).toEqual([{ week: '2026-11-09', done: 1 }]);
    const earlier = world.visited(child, '2026-10-11');
    await tellFacts(here, plan, [earlier]);
    expect(await finishesOf(world.district, 'in-home-visit')).toEqual([
      { week: '2026-10-05', done: 1 },
    ]);
    await takeBack([earlier.source]);
    expect(await finishesOf(class1, 'in-home-visit')).toEqual([{ week: '2026-11-09', done: 1 }]);
  });

  test('of two events asked for is that of the second', async () => {
    const world = new SmallWorld();
    const [school] = world.schools;
    const held = (day: string) =>
      world.fact('activity.held', day, school, {
        attributes: { counts_as: 'guidance', kind: 'guidance-lecture' },
      });
    await tellFacts(here, plan, [...world.opened(), held('2026-11-20')]);
    expect(await finishesOf(school, 'campus-guidance')).toEqual([]);
    await tellFacts(here, plan, [held('2026-09-22')]);
    expect(await finishesOf(school, 'campus-guidance')).toEqual([{ week: '2026-11-16', done: 1 }]);
  });

  test('makes a letter answered after its seven working days done, but late', async () => {
    const world = new SmallWorld();
    const [school] = world.schools;
    const letter = newId();
    await tellFacts(here, plan, [
      ...world.opened(),
      world.fact('letter.received', '2026-09-28', school, { attributes: { letter } }),
      world.fact('letter.answered', '2026-10-14', school, { attributes: { letter } }),
    ]);
    const { rows } = await here.pool.query(
      `select done, done_late from tianfu.duty_tallies where place = $1 and duty = 'letter-answered'`,
      [school],
    );
    expect(rows).toEqual([{ done: 1, done_late: 1 }]);
  });
});

test('A changed plan is counted from the first fact on, and only where it changed', async () => {
  const world = new SmallWorld();
  const [child] = world.students;
  const [class1] = world.classes;
  await tellFacts(here, plan, [
    ...world.opened(),
    world.enrolled(child, class1, '2026-09-01'),
    world.visited(child, '2026-10-10', 'video'),
  ]);
  const byVideo: Plan = {
    ...plan,
    duties: plan.duties.map((duty) =>
      duty.id === 'in-home-visit' ? { ...duty, counts: { ...duty.counts, when: [] } } : duty,
    ),
  };
  await openPeriods(districtOn(here, byVideo, '2026-11-26'));
  expect(await tally(class1, 'in-home-visit', '2026-2027-1')).toBe('1 1 0');
  expect(await recountDuties(districtOn(here, byVideo, '2026-11-26'))).toEqual([]);
  await openPeriods(districtOn(here, plan, '2026-11-26'));
  expect(await tally(class1, 'in-home-visit', '2026-2027-1')).toBe('1 0 0');
});

test('A duty that counts different values is counted anew by values, though an excuse was told first', async () => {
  const world = new SmallWorld();
  const base = newId();
  const organisation = world.subdistrict;
  const about = (kind: string, day: string, attributes: Record<string, string>) =>
    world.fact(kind, day, base, { organisation, attributes });
  const often = Array.from({ length: 10 }, () => newId());
  const rated = (day: string) => (student: string) => about('base.rated', day, { student });
  await tellFacts(here, plan, [
    ...world.opened(),
    about('body.formed', '2026-01-01', { body: 'practice-base' }),
    about('duty.excused', '2026-01-20', { duty: 'bases-rated', period: '2026', excuse: newId() }),
    ...often.map(() => rated('2026-02-02')(often[0] ?? '')),
    ...often.map(rated('2026-05-05')),
  ]);
  const worded: Plan = {
    ...plan,
    duties: plan.duties.map((duty) =>
      duty.id === 'bases-rated'
        ? { ...duty, excusedBy: [{ fact: 'visit.declined', when: [] }] }
        : duty,
    ),
  };
  await openPeriods(districtOn(here, worded, '2026-11-26'));
  expect(await recountDuties(districtOn(here, worded, '2026-11-26'))).toEqual([]);
  await openPeriods(districtOn(here, plan, '2026-11-26'));
  expect(await recountDuties(districtOn(here, plan, '2026-11-26'))).toEqual([]);
});

describe('The boards are a function of the facts', () => {
  const days = fc.constantFrom(
    ...['2026-01-20', '2026-03-10', '2026-06-30', '2026-09-01', '2026-09-30', '2026-10-15'],
    ...['2026-11-25', '2027-01-15', '2027-01-22'],
  );
  const one = fc.record({
    what: fc.constantFrom(
      ...['enrolled', 'enrolled', 'left', 'visited', 'visited', 'declined', 'flagged', 'unflagged'],
      ...['attended', 'served', 'letter', 'answer', 'held', 'excused', 'closed', 'opened', 'rated'],
    ),
    day: days,
    who: fc.nat(4),
    where: fc.nat(3),
    corrected: fc.boolean(),
  });
  type Step = typeof one extends fc.Arbitrary<infer Step> ? Step : never;

  function statementOf(world: SmallWorld, { what, day, who, where }: Step): FactStatement {
    const student = world.students[who] ?? world.students[0];
    const schoolClass = world.classes[where] ?? world.classes[0];
    const school = world.schools[where % 2] ?? world.schools[0];
    const about = (kind: string, subject: string, attributes: FactStatement['attributes'] = {}) =>
      world.fact(kind, day, subject, { attributes, organisation: school });
    const lineage = [world.district, world.subdistrict, school];
    switch (what) {
      case 'enrolled':
        return world.enrolled(student, schoolClass, day);
      case 'left':
        return world.left(student, schoolClass, day);
      case 'visited':
        return world.visited(student, day, where % 2 ? 'in-home' : 'phone');
      case 'declined':
        return about('visit.declined', student, { substitute: 'phone' });
      case 'flagged':
        return about('student.flagged', student, { flag: 'special-group', file: student });
      case 'unflagged':
        return about('student.unflagged', student, { flag: 'special-group', file: student });
      case 'attended':
        return world.fact('activity.attended', day, newId(), {
          quantity: 60,
          attributes: { counts_as: 'guidance', students: [student, world.students[where] ?? ''] },
        });
      case 'served':
        return { ...about('service.done', student), quantity: 200 };
      case 'letter':
        return about('letter.received', school, { letter: student });
      case 'answer':
        return about('letter.answered', school, { letter: student });
      case 'held':
        return about('activity.held', school, { counts_as: 'guidance', kind: 'guidance-lecture' });
      case 'excused':
        return about('duty.excused', where > 1 ? school : student, {
          ...{ duty: 'in-home-visit', period: '2026-2027-1', excuse: student },
        });
      case 'closed':
        return about('organisation.closed', school, { place_kind: 'school' });
      case 'opened':
        return about('organisation.opened', school, { place_kind: 'school', lineage });
      default:
        return about('base.rated', school, { student });
    }
  }

  test('whatever happens, in whatever order it is told: the recount agrees', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(one, { minLength: 1, maxLength: 30 }),
        fc.array(fc.nat(), { minLength: 1, maxLength: 4 }),
        async (steps, cuts) => {
          const world = new SmallWorld();
          const statements = steps.map((step) => statementOf(world, step));
          await tellFacts(here, plan, world.opened());
          for (const part of cutAt(statements, cuts)) await tellFacts(here, plan, part);
          await takeBack(statements.filter((_, index) => steps[index]?.corrected).map(sourceOf));
          expect(await recountDuties(districtOn(here, plan, '2026-11-26'))).toEqual([]);
        },
      ),
      { numRuns: 15 },
    );
    // Each history is counted again whole: a second or two on a busy machine.
  }, 180_000);

  test('a new term and a changed plan too', async () => {
    const stricter: Plan = {
      ...plan,
      duties: plan.duties
        .filter(({ id }) => id !== 'census')
        .map((duty) => ({
          ...duty,
          versions: duty.versions.map((version) => ({ ...version, target: version.target + 1 })),
        })),
    };
    const nextTerm = districtOn(here, stricter, '2027-03-05');
    await openPeriods(nextTerm);
    expect(await recountDuties(nextTerm)).toEqual([]);
  });

  test('and a figure that was touched is found', async () => {
    const world = new SmallWorld();
    await tellFacts(here, plan, [
      ...world.opened(),
      world.enrolled(world.students[0], world.classes[0], '2026-09-01'),
    ]);
    await openPeriods(districtOn(here, plan, '2026-11-26'));
    await here.pool.query(
      `update tianfu.duty_tallies set done = 1
        where place = $1 and duty = 'in-home-visit' and period = '2026-2027-1'`,
      [world.classes[0]],
    );
    expect(await recountDuties(districtOn(here, plan, '2026-11-26'))).toEqual([
      {
        what: 'duty',
        about: `in-home-visit in 2026-2027-1 due on 2027-01-22 at organisation ${world.classes[0]}`,
        counted: '1 1 0 0',
        recounted: '1 0 0 0',
      },
    ]);
  });
});

async function takeBack(sources: readonly string[]): Promise<void> {
  if (sources.length > 0) {
    const correction = { actor: newId(), reason: 'a mistake', at: new Date() };
    await here.database.write(theProgram, (transaction) =>
      reverseFacts(transaction, sources, correction),
    );
  }
  await settle(here.database, [dutiesCounter(plan)]);
}

function sourceOf({ source }: FactStatement): string {
  return source;
}

function cutAt<One>(list: readonly One[], cuts: readonly number[]): One[][] {
  const places = [0, ...cuts.map((cut) => cut % (list.length + 1)), list.length];
  const sorted = places.toSorted((one, other) => one - other);
  return sorted.slice(1).map((end, index) => list.slice(sorted[index], end));
}
