import { beforeAll, describe, expect, test } from 'vitest';
import { settleDistrict } from '../server/background.ts';
import { makeTestApp, type TestApp } from '../server/testing/test-app.ts';
import { loadDemoDistrict } from './index.ts';

let here: TestApp;

beforeAll(async () => {
  // Late in a term: most of it is done, the rest is to come.
  here = await makeTestApp({ at: '2026-11-26T02:00:00Z' });
  await here.pool.query('delete from tianfu.organisations');
  await loadDemoDistrict(here.district, { scale: 'small', seed: 1 });
  await settleDistrict(here.district);
});

async function rowsOf<Row>(question: string, values: unknown[] = []): Promise<Row[]> {
  return (await here.pool.query(question.replaceAll('@', 'tianfu.'), values)).rows as Row[];
}

test('every organisation is in the log before whoever is enrolled or works there', async () => {
  expect(
    await rowsOf(`
      select (select count(*) from @organisations) as known, count(*) as opened,
             count(*) filter (where stated.attributes -> 'lineage' = to_jsonb(place.lineage)) as right_place,
             max(stated.place) < (select min(place) from @facts
                                   where kind in ('student.enrolled', 'post.began')) as first
        from @facts as stated join @organisations as place on place.id = stated.subject_id
       where stated.kind = 'organisation.opened'`),
  ).toEqual([{ known: 32, opened: 32, right_place: 32, first: true }]);
});

test('an event to which somebody came was held once, by its host, with as many as came', async () => {
  const came = await rowsOf(`
    select activities.id, count(*) as people from @activities
      join @attendances on activity_id = activities.id and minutes > 0
     where state = 'finished' group by 1 order by 1`);
  const held = await rowsOf(`
    select attributes ->> 'activity' as id, (attributes ->> 'people')::int as people from @facts
     where kind = 'activity.held' and subject_id = organisation_id order by 1`);
  expect(held.length).toBeGreaterThan(50);
  expect(held).toEqual(came);
});

test('every fact says what its kind of the plan asks for, of a day before today', async () => {
  const { plan, clock } = here.district;
  const facts = await rowsOf<{ kind: string; attributes: Record<string, unknown> }>(
    `select distinct on (kind, attributes ->> 'form', attributes ->> 'body', attributes ->> 'choice',
                         attributes ->> 'plan') kind, attributes from @facts where reverses is null`,
  );
  for (const { kind, attributes } of facts) {
    const known = plan.factKinds.find(({ id }) => id === kind);
    expect(known, kind).toBeDefined();
    for (const { id, optional, choices } of known?.attributes ?? []) {
      const value = attributes[id];
      if (!optional) expect(value, `${kind} ${id}`).toBeDefined();
      if (value !== undefined && choices.length > 0) {
        expect(choices.map((choice) => choice.id)).toContain(value);
      }
    }
  }
  const kinds = new Set(facts.map(({ kind }) => kind));
  const neverInTheDemo = plan.factKinds.map(({ id }) => id).filter((id) => !kinds.has(id));
  expect(neverInTheDemo.toSorted()).toEqual([
    'body.dissolved',
    'deed.contributed',
    'deed.helped',
    'duty.excused',
    'family.unlinked',
    'organisation.closed',
    'post.ended',
    'student.left',
    // Of the few children in care of so small a district, nobody's ends.
    'student.unflagged',
  ]);
  const today = clock().toISOString();
  expect(
    await rowsOf('select count(*) as late from @facts where at > $1 or stated_at > $1', [today]),
  ).toEqual([{ late: 0 }]);
});

describe('what is owed under the plan', () => {
  test('is done for most children at home once a term, and the present term is under way', async () => {
    const terms = await rowsOf<{ began: string; share: number }>(`
      select began, count(distinct subject_id) * 100 / (select count(*) from @students) as share
        from (values ('2025-09-01', '2026-02-01'), ('2026-03-01', '2026-08-01'),
                     ('2026-09-01', '2027-02-01')) as term (began, ended)
        join @facts on at >= began::timestamptz and at < ended::timestamptz
       where kind = 'visit.made' and attributes ->> 'form' = 'in-home'
       group by began order by began`);
    expect(terms).toHaveLength(3);
    const [first, second, third] = terms.map(({ share }) => Number(share));
    for (const whole of [first, second]) {
      expect(whole).toBeGreaterThan(80);
      expect(whole).toBeLessThan(98);
    }
    expect(third).toBeGreaterThan(45);
    expect(third).toBeLessThan(75);
  });

  test('is mostly done in time: some letters are late, some still open', async () => {
    const [letters] = await rowsOf<Record<'all' | 'intime' | 'late' | 'open', number>>(`
      select count(*) as all, count(*) filter (where answered.at < asked.at + interval '10 days') as intime,
             count(*) filter (where answered.at > asked.at + interval '10 days') as late,
             count(*) filter (where answered.at is null) as open
        from @facts as asked
        left join @facts as answered on answered.kind = 'letter.answered'
         and answered.attributes ->> 'letter' = asked.attributes ->> 'letter'
       where asked.kind = 'letter.received'`);
    const { all = 0, intime = 0, late = 0, open = 0 } = letters ?? {};
    expect(all).toBeGreaterThan(20);
    expect(intime / all).toBeGreaterThan(0.6);
    expect(late).toBeGreaterThan(0);
    expect(open).toBeGreaterThan(0);
  });

  test('comes to six hours of service a year for most, and one school is clearly behind', async () => {
    const schools = await rowsOf<{ name: string; share: number }>(`
      select school.name, avg((coalesce(hours.done, 0) >= 360)::int) as share
        from @students join @organisations as school
             on school.id = any(students.lineage) and school.kind = 'school'
        left join (select subject_id, sum(quantity) as done from @facts
                    where kind = 'service.done' and at < '2026-09-01' group by 1) as hours
             on hours.subject_id = students.id
       group by 1 order by 2`);
    const [behind, best] = schools.map(({ share }) => Number(share));
    expect(behind).toBeGreaterThan(0.4);
    expect(behind).toBeLessThan(0.75);
    expect(best).toBeGreaterThan(0.8);
  });

  test('helps a child in difficulty by one file from the census to the end of each term', async () => {
    const [files] = await rowsOf(`
      select count(distinct file) > 0 as flagged,
             count(distinct file) filter (where kind = 'helper.paired') > 0 as paired,
             count(distinct file) filter (where kind = 'help.summed-up') > 0 as summed_up,
             bool_and(opened) as all_opened
        from (select kind, attributes ->> 'file' as file,
                     exists (select from @facts as first where first.kind = 'student.flagged'
                                and first.attributes ->> 'file' = facts.attributes ->> 'file'
                                and first.subject_id = facts.subject_id) as opened
                from @facts where attributes ? 'file') as said`);
    expect(files).toEqual({ flagged: true, paired: true, summed_up: true, all_opened: true });
  });
});
