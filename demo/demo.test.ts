import { createHash } from 'node:crypto';
import { beforeAll, describe, expect, test } from 'vitest';
import { settleDistrict } from '../server/background.ts';
import { makeTestApp, type TestApp } from '../server/testing/test-app.ts';
import { loadDemoDistrict } from './index.ts';
import { withCheckDigit } from './made-up.ts';

let one: TestApp;
let again: TestApp;
let other: TestApp;

beforeAll(async () => {
  [one, again, other] = await Promise.all([made(1), made(1), made(2)]);
  await settleDistrict(one.district);
});

async function made(seed: number): Promise<TestApp> {
  const app = await makeTestApp({ personas: true });
  // The tests' own root: the demo begins from nothing.
  await app.pool.query('delete from tianfu.organisations');
  await loadDemoDistrict(app.district, { scale: 'small', seed });
  return app;
}

async function rowsOf<Row>({ pool }: TestApp, question: string): Promise<Row[]> {
  return (await pool.query(question)).rows as Row[];
}

/** Everything that the seed decides: sealed fields have a nonce of their own each time. */
async function fingerprint(app: TestApp): Promise<string> {
  const hash = createHash('sha256');
  for (const question of [
    'select id, parent_id, kind, name from tianfu.organisations order by id',
    'select id, name, gender from tianfu.people order by id',
    'select id, name, gender, born_on, student_number, class_id from tianfu.students order by id',
    'select student_id, carer_id, relationship, is_main from tianfu.guardianships order by id',
    'select person_id, role, organisation_id, began_on from tianfu.posts order by id',
    'select id, kind, title, begins_at, state from tianfu.activities order by id',
    'select activity_id, carer_id, entered_at, left_at, minutes from tianfu.attendances order by id',
    'select place, id, kind, at, subject_id, quantity, source, attributes from tianfu.facts order by place',
  ]) {
    hash.update(JSON.stringify(await rowsOf(app, question)));
  }
  return hash.digest('hex');
}

test('the same seed makes the same district, another seed another', async () => {
  const [first, second, third] = await Promise.all([one, again, other].map(fingerprint));
  expect(second).toBe(first);
  expect(third).not.toBe(first);
});

describe('nobody in it exists', () => {
  test('every phone is of a range that is assigned to nobody', async () => {
    const rows = await rowsOf<{ phone_sealed: Buffer }>(
      one,
      'select phone_sealed from tianfu.people where phone_sealed is not null',
    );
    expect(rows.length).toBeGreaterThan(100);
    for (const { phone_sealed } of rows) {
      expect(one.district.sealing.open('phone', phone_sealed)).toMatch(/^100\d{8}$/);
    }
  });

  test('every ID number is of division 999, with the right check digit', async () => {
    const rows = await rowsOf<{ sealed: Buffer }>(
      one,
      `select id_number_sealed as sealed from tianfu.people where id_number_sealed is not null
       union all
       select id_number_sealed from tianfu.students where id_number_sealed is not null`,
    );
    expect(rows.length).toBeGreaterThan(100);
    for (const { sealed } of rows) {
      const number = one.district.sealing.open('id-number', sealed);
      expect(number).toMatch(/^999/);
      expect(number).toBe(withCheckDigit(number.slice(0, 17)));
    }
  });
});

describe('families of all shapes live in it', () => {
  test.each([
    [
      'every child has a class and somebody who raises it',
      `select count(*) = 0 as is_so from tianfu.students
        where class_id is null
           or not exists (select from tianfu.guardianships where student_id = students.id)`,
    ],
    [
      'a grandparent is the main carer of some child',
      `select count(*) > 0 as is_so from tianfu.guardianships
        where is_main and relationship between '60' and '69'`,
    ],
    [
      'some children have three carers or more',
      `select count(*) > 0 as is_so from (select student_id from tianfu.guardianships
         group by student_id having count(*) >= 3) as many`,
    ],
    [
      'some have one',
      `select count(*) > 0 as is_so from (select student_id from tianfu.guardianships
         group by student_id having count(*) = 1) as single`,
    ],
    [
      'some carers have children in two schools',
      `select count(*) > 0 as is_so from (
         select carer_id from tianfu.guardianships
           join tianfu.students on students.id = student_id
           join tianfu.organisations as class on class.id = class_id
          group by carer_id having count(distinct class.lineage[array_length(class.lineage, 1) - 2]) > 1) as far`,
    ],
    [
      'there are twins',
      `select count(*) > 0 as is_so from tianfu.guardianships as own
         join tianfu.guardianships as other using (carer_id)
         join tianfu.students as first on first.id = own.student_id
         join tianfu.students as second on second.id = other.student_id
        where first.id < second.id and first.born_on = second.born_on`,
    ],
    [
      'people share names',
      `select count(*) > 0 as is_so from (select name from tianfu.people
         group by name having count(*) > 1) as shared`,
    ],
  ])('%s', async (_what, question) => {
    expect(await rowsOf(one, question)).toEqual([{ is_so: true }]);
  });
});

test('one school has a programme with questions, private slots, and a meeting for each class', async () => {
  const [found] = await rowsOf(
    one,
    `select (select count(*) from tianfu.activities where programme_id is not null
               and exists (select from tianfu.activity_questions where activity_id = activities.id)) as dates,
            (select count(*) from tianfu.activities where is_private and led_by is not null) as slots,
            (select count(*) from tianfu.activities
              where kind = 'parents-meeting' and part_of is not null)
              = (select count(*) from tianfu.organisations where kind = 'class' and lineage @>
                  (select array[host_id] from tianfu.programmes)) as each_class`,
  );
  expect(found).toEqual({ dates: 3, slots: 4, each_class: true });
});

describe('its history holds together', () => {
  test('each settled attendance has one fact that stands, of as many minutes, and none came from elsewhere', async () => {
    const [counts] = await rowsOf<{ settled: number; facts: number; matched: number }>(
      one,
      `with standing as (
         select * from tianfu.facts as stated
          where source like 'attendance:%' and reverses is null
            and not exists (select from tianfu.facts where reverses = stated.id)
       )
       select (select count(*) from tianfu.attendances where minutes > 0) as settled,
              (select count(*) from standing) as facts,
              (select count(*) from standing join tianfu.attendances
                  on split_part(source, ':', 2) = attendances.id::text
                 and quantity = case kind when 'activity.spoke' then 1 else minutes end) as matched`,
    );
    expect(counts?.settled).toBeGreaterThan(100);
    expect(counts?.facts).toBe(counts?.settled);
    expect(counts?.matched).toBe(counts?.settled);
  });

  test('some families have earned their certificate, most have not yet', async () => {
    const [counts] = await rowsOf<{ earned: number; students: number }>(
      one,
      `select (select count(*) from tianfu.certificates) as earned,
              (select count(*) from tianfu.students) as students`,
    );
    expect(counts?.earned).toBeGreaterThan(0);
    expect(counts?.earned).toBeLessThan((counts?.students ?? 0) / 2);
  });

  test('nothing was written down after today', async () => {
    const [late] = await rowsOf(
      one,
      `select (select count(*)::int from tianfu.activities where made_at > $today) as activities,
              (select count(*)::int from tianfu.registrations where made_at > $today) as registrations,
              (select count(*)::int from tianfu.topic_lists where changed_at > $today) as topics`.replaceAll(
        '$today',
        `'${one.district.clock().toISOString()}'`,
      ),
    );
    expect(late).toEqual({ activities: 0, registrations: 0, topics: 0 });
  });

  test('every persona signs in', async () => {
    const { personas } = (await one.nobody.get('/api/v1/demo/personas')).json();
    expect(personas.map(({ persona }: { persona: string }) => persona)).toEqual(
      expect.arrayContaining(['carer', 'grandparent', 'class-teacher', 'district-officer']),
    );
    for (const { persona } of personas) {
      const signedIn = await one.nobody.post('/api/v1/demo/sign-in', { persona });
      expect(signedIn.statusCode, persona).toBe(201);
    }
  });
});
