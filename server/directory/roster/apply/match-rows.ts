import type { ClientBase } from 'pg';
import type { RosterSource } from '../roster.ts';

/** How far the importer's post reaches: organisations, or the whole district. */
export type Reach = readonly string[] | 'all';

/**
 * Finds out who of the roster is in the directory already: by the source's key of an earlier import, else by
 * ID number, else by phone and name together (people) or student number (students). Never by name alone.
 * Leaves `matched_people` and `matched_students`: for each `n` the id, whether it is new, and the key if that is.
 */
export async function matchRows(
  client: ClientBase,
  { system, keysArePersonal }: RosterSource,
  reach: Reach,
): Promise<void> {
  await client.query(matchPeople, [system]);
  await client.query(matchSamePeople);
  await client.query(matchStudents, [system, keysArePersonal]);
  await client.query('analyze matched_people; analyze matched_students');
  await client.query(refuseStudents);
  if (reach !== 'all') await client.query(refuseStudentsElsewhere, [reach]);
  await client.query(matchGuardianships, [system]);
  await client.query(matchPosts, [system]);
  await client.query('analyze matched_guardianships; analyze matched_posts; analyze refused_rows');
  await client.query(refusePairsAndPosts);
  if (reach !== 'all') await client.query(refusePairsAndPostsElsewhere, [reach]);
  await client.query(
    "delete from matched_students where n in (select n from refused_rows where list = 'students')",
  );
}

const matchPeople = `
create temp table matched_people on commit drop as
select staged.n, staged.same_as, staged.has_left,
       coalesce(by_key.entity_id, by_id.id, by_phone.id, staged.new_id) as id,
       coalesce(by_key.entity_id, by_id.id, by_phone.id) is null        as is_new,
       case when by_key.entity_id is null then staged.key end           as new_key
  from staged_people as staged
  left join external_keys as by_key
    on by_key.source = $1 and by_key.kind = 'person' and by_key.key = staged.key
  left join (select id_number_index, min(id::text)::uuid as id
               from people where id_number_index is not null group by id_number_index) as by_id
    on by_id.id_number_index = staged.id_index
  left join (select phone_index, name, min(id::text)::uuid as id,
                    case when count(distinct id_number_index) = 1
                         then min(id_number_index) end as id_number_index
               from people where phone_index is not null group by phone_index, name) as by_phone
    on by_phone.phone_index = staged.phone_index and by_phone.name = staged.name
   and (by_phone.id_number_index is null or staged.id_index is null
        or by_phone.id_number_index = staged.id_index)`;

/** A carer written once for each child: the later rows are whoever the first one is. */
const matchSamePeople = `
update matched_people as later
   set id = earlier.id, is_new = false
  from matched_people as earlier
 where later.same_as = earlier.n and later.is_new`;

/** Where keys are made of numbers ($2), a known key says no more than the number does. */
const matchStudents = `
create temp table matched_students on commit drop as
select staged.n,
       coalesce(by_key.entity_id, by_id.id, by_number.id, staged.new_id)       as id,
       coalesce(by_key.entity_id, by_id.id, by_number.id) is null              as is_new,
       case when by_key.entity_id is null then staged.key end                  as new_key,
       by_number.id is not null and by_id.id is null
         and (by_key.entity_id is null or $2)                                  as is_by_number
  from staged_students as staged
  left join external_keys as by_key
    on by_key.source = $1 and by_key.kind = 'student' and by_key.key = staged.key
  left join (select id_number_index, min(id::text)::uuid as id
               from students where id_number_index is not null group by id_number_index) as by_id
    on by_id.id_number_index = staged.id_index
  left join students as by_number on by_number.student_number = staged.student_number`;

/**
 * Students who cannot be who the row says: two rows are one child, the number belongs to another child, or
 * nothing but the number agrees.
 */
const refuseStudents = `
insert into refused_rows
select distinct on (n) 'students', n, code, shown, detail from (
  select later.n, 'student-twice' as code, staged.name as shown, '' as detail
    from (select n, row_number() over (partition by id order by n) as turn
            from matched_students) as later
    join staged_students as staged using (n)
   where later.turn > 1
  union all
  select staged.n, 'number-taken', staged.student_number, known.name
    from staged_students as staged
    join matched_students as matched using (n)
    join students as known
      on known.student_number = staged.student_number and known.id <> matched.id
  union all
  select staged.n, 'number-taken', '', known.name
    from staged_students as staged
    join matched_students as matched using (n)
    join students as known on known.id_number_index = staged.id_index and known.id <> matched.id
  union all
  select staged.n, 'number-doubtful', staged.student_number, known.name
    from staged_students as staged
    join matched_students as matched on matched.n = staged.n and matched.is_by_number
    join students as known on known.id = matched.id
   where known.name <> staged.name and known.born_on <> staged.born_on
  union all
  select staged.n, 'class-missing', staged.name, ''
    from staged_students as staged
    join matched_students as matched on matched.n = staged.n and matched.is_new
   where staged.class_id is null and not staged.has_left
) as reasons order by n, code`;

/** Beyond the importer's reach: a class elsewhere, or a child whom another school has. */
const refuseStudentsElsewhere = `
insert into refused_rows
select 'students', staged.n,
       case when known.class_id is not null and not known.lineage && $1::uuid[]
            then 'student-elsewhere' else 'out-of-reach' end,
       staged.name, ''
  from staged_students as staged
  join matched_students as matched using (n)
  left join students as known on known.id = matched.id
  left join staged_places as place on place.id = staged.class_id
 where ((known.class_id is not null and not known.lineage && $1::uuid[])
        or (place.id is not null and not place.lineage && $1::uuid[]))
   and staged.n not in (select n from refused_rows where list = 'students')`;

/** `is_of_new`: of a child and a carer whom only this row can bring together. */
const matchGuardianships = `
create temp table matched_guardianships on commit drop as
select staged.n, staged.relationship, staged.is_main, staged.has_left, staged.new_id,
       coalesce(student.id, by_key.entity_id, by_number.id, by_id.id) as student_id,
       coalesce(carer.id, carer_key.entity_id)                        as carer_id,
       staged.student_n,
       student.is_new and carer.is_new
         and staged.carer_n not in (select same_as from matched_people where same_as is not null)
         as is_of_new
  from staged_guardianships as staged
  left join matched_students as student on student.n = staged.student_n
  left join external_keys as by_key
    on by_key.source = $1 and by_key.kind = 'student' and by_key.key = staged.student_key
  left join students as by_number on by_number.student_number = staged.student_number
  left join students as by_id on by_id.id_number_index = staged.student_id_index
  left join matched_people as carer on carer.n = staged.carer_n
  left join external_keys as carer_key
    on carer_key.source = $1 and carer_key.kind = 'person' and carer_key.key = staged.carer_key`;

const matchPosts = `
create temp table matched_posts on commit drop as
select staged.n, staged.organisation_id, staged.role, staged.began_on, staged.ended_on, staged.new_id,
       coalesce(person.id, by_key.entity_id) as person_id
  from staged_posts as staged
  left join matched_people as person on person.n = staged.person_n
  left join external_keys as by_key
    on by_key.source = $1 and by_key.kind = 'person' and by_key.key = staged.person_key`;

const refusePairsAndPosts = `
insert into refused_rows
select 'guardianships', n,
       case when student_n in (select n from refused_rows where list = 'students')
            then 'needs-a-rejected-row'
            when student_id is null then 'student-not-found' else 'person-not-found' end,
       '', coalesce(student_n::text, '')
  from matched_guardianships
 where student_id is null or carer_id is null
    or student_n in (select n from refused_rows where list = 'students')
union all
select 'posts', n, case when person_id is null then 'person-not-found'
                        else 'organisation-not-found' end, '', ''
  from matched_posts where person_id is null or organisation_id is null`;

const refusePairsAndPostsElsewhere = `
insert into refused_rows
select 'guardianships', matched.n, 'out-of-reach', '', ''
  from matched_guardianships as matched
  join students as known on known.id = matched.student_id
 where not known.lineage && $1::uuid[] and known.class_id is not null
   and matched.n not in (select n from refused_rows where list = 'guardianships')
union all
select 'posts', matched.n, 'out-of-reach', '', ''
  from matched_posts as matched
  join staged_places as place on place.id = matched.organisation_id
 where not place.lineage && $1::uuid[]`;
