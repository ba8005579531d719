import type { ClientBase } from 'pg';
import type { RosterSource } from '../roster.ts';

/** What becomes of the rows of one list. */
export interface Counts {
  readonly fresh: number;
  readonly changed: number;
  readonly left: number;
  readonly unchanged: number;
}

export const lists = ['people', 'students', 'guardianships', 'posts'] as const;

/**
 * Lays out what applying would do, row by row, in `changes_*`: read by the preview as counts and by the apply
 * as work, so that both always agree.
 */
export async function compareRows(
  client: ClientBase,
  { mode, system }: RosterSource,
  today: string,
): Promise<void> {
  await client.query(comparePeople);
  await client.query(compareStudents, [today]);
  if (mode === 'bulk') await client.query(absentStudents, [system, today]);
  await client.query(compareGuardianships, [today]);
  if (mode === 'bulk') await client.query(absentGuardianships, [system]);
  await client.query(goneGuardianships, [today]);
  await client.query(comparePosts, [today]);
  await client.query(gonePosts, [today]);
  if (mode === 'bulk') await client.query(absentPosts, [system, today]);
  await client.query(
    'analyze changes_people; analyze changes_students; analyze changes_guardianships; analyze changes_posts',
  );
}

/** Counts by list; organisations are counted where they are placed. */
export async function countChanges(
  client: ClientBase,
): Promise<Record<(typeof lists)[number], Counts>> {
  const { rows } = await client.query<Counts & { list: (typeof lists)[number] }>(
    lists
      .map(
        (list) => `
      select '${list}' as list,
             count(*) filter (where change = 'fresh')     as fresh,
             count(*) filter (where change = 'changed')   as changed,
             count(*) filter (where change = 'left')      as left,
             count(*) filter (where change = 'unchanged') as unchanged
        from changes_${list}`,
      )
      .join(' union all '),
  );
  const none: Counts = { fresh: 0, changed: 0, left: 0, unchanged: 0 };
  const counts = { people: none, students: none, guardianships: none, posts: none };
  for (const { list, ...numbers } of rows) counts[list] = numbers;
  return counts;
}

/**
 * What the source does not say stays as it is; one person written twice is compared by the first row. A new one
 * is not: their id is of one row.
 */
const comparePeople = `
create temp table changes_people on commit drop as
select n, id, case when has_left then 'nothing' else 'fresh' end as change
  from matched_people
 where is_new and same_as is null
union all
select * from (
  select distinct on (matched.id) matched.n, matched.id,
         case when staged.has_left then
                case when exists (select from posts where person_id = matched.id and ended_on is null)
                       or exists (select from guardianships
                                   where carer_id = matched.id and ended_on is null)
                     then 'left' else 'unchanged' end
              when (known.name, known.gender) is distinct from
                   (staged.name, coalesce(staged.gender, known.gender))
                or known.phone_index is distinct from coalesce(staged.phone_index, known.phone_index)
                or known.id_number_index is distinct from
                   coalesce(staged.id_index, known.id_number_index)
              then 'changed' else 'unchanged' end
    from matched_people as matched
    join staged_people as staged using (n)
    join people as known on known.id = matched.id
   where not matched.is_new
   order by matched.id, matched.n
) as met_before`;

const compareStudents = `
create temp table changes_students on commit drop as
select matched.n, matched.id,
       case when staged.has_left then null else staged.class_id end as class_id,
       case when staged.has_left then known.class_id is not null
            else staged.class_id is not null and known.class_id is distinct from staged.class_id
       end as moves,
       coalesce(case when staged.has_left then staged.ended_on else staged.began_on end,
                $1::date) as moved_on,
       case when matched.is_new then case when staged.has_left then 'nothing' else 'fresh' end
            when staged.has_left then
              case when known.class_id is null then 'unchanged' else 'left' end
            when (known.name, known.gender, known.born_on, known.student_number) is distinct from
                 (staged.name, coalesce(staged.gender, known.gender),
                  coalesce(staged.born_on, known.born_on),
                  coalesce(staged.student_number, known.student_number))
              or known.id_number_index is distinct from
                 coalesce(staged.id_index, known.id_number_index)
              or (staged.class_id is not null and known.class_id is distinct from staged.class_id)
            then 'changed' else 'unchanged' end as change
  from matched_students as matched
  join staged_students as staged using (n)
  left join students as known on known.id = matched.id`;

/** In a file that names everybody, who came from this source and is in it no more has left the schools it covers. */
const absentStudents = `
insert into changes_students
select null, known.id, null, true, $2::date, 'left'
  from students as known
  join organisations as class on class.id = known.class_id
 where known.id in (select entity_id from external_keys where source = $1 and kind = 'student')
   and class.lineage && (select array_agg(distinct place.school_id)
                           from staged_students as staged
                           join staged_places as place on place.id = staged.class_id)
   and not exists (select from matched_students as matched where matched.id = known.id)
   and not exists (select from refused_rows as refused
                     join staged_students as staged on staged.n = refused.n
                     join external_keys as by_key
                       on by_key.source = $1 and by_key.kind = 'student' and by_key.key = staged.key
                    where refused.list = 'students' and by_key.entity_id = known.id)`;

/**
 * Which carer is the main one is taken from the roster where it names one for the child; where it names none,
 * nothing changes.
 */
const compareGuardianships = `
create temp table changes_guardianships on commit drop as
with matched as (
  select * from matched_guardianships
   where n not in (select n from refused_rows where list = 'guardianships')
), pairs as (
  select distinct on (student_id, carer_id) *,
         bool_or(is_main) over (partition by student_id) as has_main
    from matched
   where is_of_new is not true
   order by student_id, carer_id, n
)
select n, new_id as id, student_id, carer_id, relationship, is_main,
       case when has_left then 'nothing' else 'fresh' end as change, $1::date as changed_on
  from matched
 where is_of_new
union all
select pairs.n, coalesce(known.id, pairs.new_id), pairs.student_id, pairs.carer_id,
       pairs.relationship,
       case when pairs.has_main then pairs.is_main else coalesce(known.is_main, false) end,
       case when known.id is null then case when pairs.has_left then 'nothing' else 'fresh' end
            when pairs.has_left then 'left'
            when known.relationship <> pairs.relationship
              or (pairs.has_main and known.is_main <> pairs.is_main)
            then 'changed' else 'unchanged' end,
       $1::date
  from pairs
  left join guardianships as known
    on known.student_id = pairs.student_id and known.carer_id = pairs.carer_id
   and known.ended_on is null`;

/** Only between children and carers whom the file itself names: others were linked in another way. */
const absentGuardianships = `
insert into changes_guardianships
select null, known.id, known.student_id, known.carer_id, known.relationship, known.is_main, 'left',
       (select max(changed_on) from changes_guardianships)
  from guardianships as known
 where known.ended_on is null
   and exists (select from changes_guardianships)
   and known.student_id in (select id from changes_students where n is not null)
   and known.carer_id in (select entity_id from external_keys where source = $1 and kind = 'person')
   and not exists (select from matched_guardianships as named
                    where named.student_id = known.student_id
                      and named.carer_id = known.carer_id)`;

/** A person who has left raises nobody's child here and holds no post. */
const goneGuardianships = `
insert into changes_guardianships
select null, known.id, known.student_id, known.carer_id, known.relationship, known.is_main, 'left',
       $1::date
  from guardianships as known
 where known.ended_on is null
   and known.carer_id in (select id from changes_people where change = 'left')
   and not exists (select from changes_guardianships as named where named.id = known.id)`;

const gonePosts = `
insert into changes_posts
select null, known.id, known.person_id, known.organisation_id, known.role, known.began_on,
       $1::date, 'left'
  from posts as known
 where known.ended_on is null
   and known.person_id in (select id from changes_people where change = 'left')
   and not exists (select from changes_posts as named where named.id = known.id)`;

const comparePosts = `
create temp table changes_posts on commit drop as
select distinct on (matched.person_id, matched.organisation_id, matched.role)
       matched.n, coalesce(known.id, matched.new_id) as id, matched.person_id,
       matched.organisation_id, matched.role,
       coalesce(matched.began_on, $1::date) as began_on,
       coalesce(matched.ended_on, $1::date) as ended_on,
       case when known.id is null then
              case when matched.ended_on < $1::date then 'nothing' else 'fresh' end
            when matched.ended_on < $1::date then 'left' else 'unchanged' end as change
  from matched_posts as matched
  left join posts as known
    on known.person_id = matched.person_id and known.organisation_id = matched.organisation_id
   and known.role = matched.role and known.ended_on is null
 where matched.n not in (select n from refused_rows where list = 'posts')
 order by matched.person_id, matched.organisation_id, matched.role, matched.n`;

/**
 * Who teaches a class of the file is all in the file; posts above classes may have been given by hand, and end
 * only with the person's absence from the file.
 */
const absentPosts = `
insert into changes_posts
select null, known.id, known.person_id, known.organisation_id, known.role, known.began_on,
       $2::date, 'left'
  from posts as known
  join organisations as place on place.id = known.organisation_id
 where known.ended_on is null
   and not exists (select from matched_posts as named
                    where named.person_id = known.person_id and named.role = known.role
                      and named.organisation_id = known.organisation_id)
   and not exists (select from changes_posts as listed where listed.id = known.id)
   and ((place.kind = 'class' and known.role in ('class-teacher', 'teacher')
         and known.organisation_id in (select organisation_id from changes_posts))
     or (place.id in (select school_id from staged_students as staged
                        join staged_places on staged_places.id = staged.class_id)
         and known.person_id in (select entity_id from external_keys
                                  where source = $1 and kind = 'person')
         and known.person_id not in (select id from matched_people)))`;
