import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import { settleDistrict } from '../background.ts';
import { makeTestApp, type TestApp } from '../testing/test-app.ts';
import { createStaffAccount } from './create-staff-account.ts';

let here: TestApp;
beforeAll(async () => {
  here = await makeTestApp();
});

const said = async (organisation: string) =>
  (
    await here.pool.query(
      `select kind, at, organisation_id, attributes from tianfu.facts where subject_id = $1
        order by place`,
      [organisation],
    )
  ).rows;

/** As on a database that had organisations before they were facts. */
async function migrateOnceMore(): Promise<void> {
  const file = join(import.meta.dirname, 'migrations/0120-organisations-are-facts.sql');
  const text = await readFile(file, 'utf8');
  await here.district.database.withOwner((client) => client.query(text));
  await settleDistrict(here.district);
}

test('an organisation from before says that it opened with the first who was there, and that it closed', async () => {
  const { people, pool } = here;
  const { school, grade, schoolClass } = await people.school('第一小学');
  await people.student('小一', schoolClass);
  await people.student('小二', schoolClass);
  const empty = await people.place('community', '新社区');
  const gone = await people.place('school', '旧小学');
  await pool.query(`update tianfu.enrolments set began_on = '2024-09-01' where student_id in
    (select student_id from tianfu.enrolments limit 1)`);
  await pool.query(
    `update tianfu.organisations set stage = 'primary', entered_in = 2024 where id = $1`,
    [grade.id],
  );
  await pool.query(`update tianfu.organisations set closed_on = '2025-07-10' where id = $1`, [
    gone.id,
  ]);

  await migrateOnceMore();

  const began = new Date('2024-08-31T16:00:00Z');
  for (const { id, kind, lineage } of [people.top, school, schoolClass]) {
    const attributes = { place_kind: kind, lineage };
    expect(await said(id)).toEqual([
      { kind: 'organisation.opened', at: began, organisation_id: id, attributes },
    ]);
  }
  expect((await said(grade.id))[0].attributes).toMatchObject({
    stage: 'primary',
    entered_in: 2024,
  });
  expect(await said(empty.id)).toMatchObject([{ at: new Date('2021-08-31T16:00:00Z') }]);
  expect(await said(gone.id)).toMatchObject([
    { kind: 'organisation.opened', at: new Date('2021-08-31T16:00:00Z') },
    {
      kind: 'organisation.closed',
      at: new Date('2025-07-09T16:00:00Z'),
      attributes: { place_kind: 'school' },
    },
  ]);

  await migrateOnceMore();
  expect(await said(school.id)).toHaveLength(1);
  expect(await said(gone.id)).toHaveLength(2);
});

test('a new district opens with its first officer, who has a post', async () => {
  const fresh = await makeTestApp();
  await fresh.pool.query('delete from tianfu.organisations');
  const officer = { name: '赵科长', phone: '10000000009', role: 'district-officer' } as const;
  const person = await createStaffAccount(fresh.district, officer);
  await createStaffAccount(fresh.district, officer);
  await settleDistrict(fresh.district);
  const { rows } = await fresh.pool.query(
    'select kind, subject_id, organisation_id, attributes from tianfu.facts order by place',
  );
  const [{ id }] = (await fresh.pool.query('select id from tianfu.organisations')).rows;
  expect(rows).toEqual([
    {
      ...{ kind: 'organisation.opened', subject_id: id, organisation_id: id },
      attributes: { place_kind: 'district', lineage: [id] },
    },
    {
      ...{ kind: 'post.began', subject_id: person, organisation_id: id },
      attributes: { role: 'district-officer' },
    },
  ]);
});
