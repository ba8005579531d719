import type { ClientBase } from 'pg';
import { pinyinOf } from '../../pinyin.ts';
import { countVersion } from '../../version.ts';
import { copyRows } from './copy-rows.ts';
import type { KnownOrganisation, PlacedOrganisations } from './place-organisations.ts';
import { withIndexesAside } from './set-indexes-aside.ts';
import type { Staging } from './stage-roster.ts';

/** Writes what `compareRows` has laid out. Everything is set-based; one statement a kind of change. */
export async function writeRows(
  staging: Staging,
  knownKeys: ReadonlyMap<string, string>,
  fresh: number,
): Promise<void> {
  const { client, roster, placed } = staging;
  await writeOrganisations(client, placed);
  await withIndexesAside(client, fresh, async () => {
    for (const statement of statements) await client.query(statement);
    await client.query(keepKeys, [roster.source.system]);
    await copyRows(
      client,
      'external_keys (source, kind, key, entity_id)',
      organisationKeys(staging, knownKeys),
    );
  });
  await client.query(countVersion);
}

function* organisationKeys({ roster, placed }: Staging, knownKeys: ReadonlyMap<string, string>) {
  for (const [key, id] of placed.idOfKey) {
    if (!knownKeys.has(key)) yield [roster.source.system, 'organisation', key, id];
  }
}

/** By these the same file again finds the same people; an entity may have several. */
const keepKeys = `
insert into external_keys (source, kind, key, entity_id)
select $1, 'person', new_key, id
  from matched_people
 where new_key is not null
   and id not in (select id from changes_people where change = 'nothing')
union all
select $1, 'student', new_key, id
  from matched_students
 where new_key is not null
   and id not in (select id from changes_students where change = 'nothing')`;

async function writeOrganisations(
  client: ClientBase,
  { fresh, changed, closed }: PlacedOrganisations,
): Promise<void> {
  await copyRows(
    client,
    'organisations (id, kind, parent_id, lineage, name, name_in_pinyin, code, stage, entered_in)',
    organisationRows(fresh),
  );
  for (const { id, name, code, stage, entered_in, closed_on } of [...changed, ...closed]) {
    await client.query(changeOrganisation, [
      id,
      name,
      pinyinOf(name),
      code,
      stage,
      entered_in,
      closed_on,
    ]);
  }
}

/** Parents before children, as they were placed. */
function* organisationRows(fresh: readonly KnownOrganisation[]) {
  for (const { id, kind, parent_id, lineage, name, code, stage, entered_in } of fresh) {
    const path = `{${lineage.join(',')}}`;
    yield [id, kind, parent_id, path, name, pinyinOf(name), code, stage, entered_in];
  }
}

const changeOrganisation = `
update organisations
   set name = $2, name_in_pinyin = $3, code = $4, stage = $5, entered_in = $6, closed_on = $7
 where id = $1`;

const insertPeople = `
insert into people (id, name, name_in_pinyin, gender,
                    phone_sealed, phone_index, id_number_sealed, id_number_index)
select changes.id, name, name_in_pinyin, gender, phone_sealed, phone_index, id_sealed, id_index
  from changes_people as changes join staged_people using (n)
 where change = 'fresh'`;

const updatePeople = `
update people as known
   set name             = staged.name,
       name_in_pinyin   = staged.name_in_pinyin,
       gender           = coalesce(staged.gender, known.gender),
       phone_sealed     = case when staged.phone_index is distinct from known.phone_index
                               then coalesce(staged.phone_sealed, known.phone_sealed)
                               else known.phone_sealed end,
       phone_index      = coalesce(staged.phone_index, known.phone_index),
       id_number_sealed = case when staged.id_index is distinct from known.id_number_index
                               then coalesce(staged.id_sealed, known.id_number_sealed)
                               else known.id_number_sealed end,
       id_number_index  = coalesce(staged.id_index, known.id_number_index)
  from changes_people as changes join staged_people as staged using (n)
 where changes.change = 'changed' and known.id = changes.id`;

const insertStudents = `
insert into students (id, name, name_in_pinyin, gender, born_on, student_number,
                      id_number_sealed, id_number_index, id_number_last_four, class_id, lineage)
select changes.id, name, name_in_pinyin, gender, born_on, student_number,
       id_sealed, id_index, id_last_four, changes.class_id, coalesce(place.lineage, '{}')
  from changes_students as changes
  join staged_students using (n)
  left join staged_places as place on place.id = changes.class_id
 where change = 'fresh'`;

const updateStudents = `
update students as known
   set name                = staged.name,
       name_in_pinyin      = staged.name_in_pinyin,
       gender              = coalesce(staged.gender, known.gender),
       born_on             = coalesce(staged.born_on, known.born_on),
       student_number      = coalesce(staged.student_number, known.student_number),
       id_number_sealed    = case when staged.id_index is distinct from known.id_number_index
                                  then coalesce(staged.id_sealed, known.id_number_sealed)
                                  else known.id_number_sealed end,
       id_number_last_four = coalesce(staged.id_last_four, known.id_number_last_four),
       id_number_index     = coalesce(staged.id_index, known.id_number_index),
       class_id            = case when changes.moves then changes.class_id else known.class_id end,
       lineage             = case when changes.moves then place.lineage else known.lineage end
  from changes_students as changes
  join staged_students as staged using (n)
  left join staged_places as place on place.id = changes.class_id
 where changes.change = 'changed' and known.id = changes.id`;

const releaseStudents = `
update students as known set class_id = null, lineage = '{}'
  from changes_students as changes
 where changes.change = 'left' and known.id = changes.id`;

/** Kept for the facts. */
const findEndedEnrolments = `
create temp table ended_enrolments on commit drop as
select known.id, known.student_id, known.class_id, greatest(known.began_on, changes.moved_on) as ended_on
  from changes_students as changes
  join enrolments as known on known.student_id = changes.id and known.ended_on is null
 where changes.moves and changes.change in ('changed', 'left')`;

const endEnrolments = `
update enrolments as known set ended_on = ended.ended_on
  from ended_enrolments as ended where known.id = ended.id`;

const findNewEnrolments = `
create temp table new_enrolments on commit drop as
select staged.enrolment_id as id, changes.id as student_id, changes.class_id,
       changes.moved_on as began_on
  from changes_students as changes join staged_students as staged using (n)
 where changes.moves and changes.change in ('fresh', 'changed') and changes.class_id is not null`;

const insertEnrolments = `
insert into enrolments (id, student_id, class_id, began_on)
select id, student_id, class_id, began_on from new_enrolments`;

const insertGuardianships = `
insert into guardianships (id, student_id, carer_id, relationship, is_main, began_on)
select id, student_id, carer_id, relationship, is_main, changed_on
  from changes_guardianships where change = 'fresh'`;

const updateGuardianships = `
update guardianships as known
   set relationship = changes.relationship, is_main = changes.is_main
  from changes_guardianships as changes
 where changes.change = 'changed' and known.id = changes.id`;

const endGuardianships = `
update guardianships as known set ended_on = greatest(known.began_on, changes.changed_on)
  from changes_guardianships as changes
 where changes.change = 'left' and known.id = changes.id`;

const insertPosts = `
insert into posts (id, person_id, organisation_id, role, began_on)
select id, person_id, organisation_id, role, began_on from changes_posts where change = 'fresh'`;

const endPosts = `
update posts as known set ended_on = greatest(known.began_on, changes.ended_on)
  from changes_posts as changes
 where changes.change = 'left' and known.id = changes.id`;

const statements = [
  insertPeople,
  updatePeople,
  findEndedEnrolments,
  endEnrolments,
  insertStudents,
  updateStudents,
  releaseStudents,
  findNewEnrolments,
  insertEnrolments,
  insertGuardianships,
  updateGuardianships,
  endGuardianships,
  insertPosts,
  endPosts,
] as const;
