import { type RawBuilder, sql } from 'kysely';
import { stateSelectedFacts } from '../../../facts/index.ts';
import { plainArray, transactionOn } from '../../../platform/index.ts';
import type { StatedPlace } from './place-organisations.ts';
import type { Staging } from './stage-roster.ts';

export interface Statement {
  readonly at: Date;
  /** The importer; null when it is the program itself. */
  readonly actor: string | null;
  /** The organisation for what belongs to no class any more. */
  readonly district: string;
}

/**
 * States what a roster has changed in the population: organisations opened and closed, families linked and unlinked,
 * students in and out of classes, posts taken up and left. Each with the row that it comes from as source.
 */
export async function stateChanges(
  { client, placed }: Staging,
  { at, actor, district }: Statement,
): Promise<number> {
  const transaction = transactionOn(client);
  // A day is known by its date; it began at midnight in China, unless it is today.
  const day = (column: string) =>
    sql`least(${at}::timestamptz, ${sql.ref(column)}::timestamp at time zone 'Asia/Shanghai')`;
  const rest = sql`${actor}::uuid as actor_id, 1 as quantity`;
  const families = sql`
    select case change when 'fresh' then changes.id end as id,
           case change when 'fresh' then 'family.linked' else 'family.unlinked' end as kind,
           ${at}::timestamptz as at,
           coalesce(students.class_id, ${district}::uuid) as organisation_id,
           changes.carer_id as subject_id, ${rest},
           'guardianship:' || changes.id || case change when 'fresh' then '' else ':ended' end as source,
           jsonb_build_object('student', changes.student_id,
                              'relationship', changes.relationship) as attributes
      from changes_guardianships as changes
      join students on students.id = changes.student_id
     where change in ('fresh', 'left')`;
  const arrivals = sql`
    select id, 'student.enrolled' as kind, ${day('began_on')} as at, class_id as organisation_id,
           student_id as subject_id, ${rest}, 'enrolment:' || id as source,
           jsonb_build_object('class', class_id) as attributes
      from new_enrolments`;
  const departures = sql`
    select null::uuid as id, 'student.left' as kind, ${day('ended_on')} as at, class_id as organisation_id,
           student_id as subject_id, ${rest}, 'enrolment:' || id || ':ended' as source,
           jsonb_build_object('class', class_id) as attributes
      from ended_enrolments`;
  const posts = sql`
    select case change when 'fresh' then id end as id,
           case change when 'fresh' then 'post.began' else 'post.ended' end as kind,
           case change when 'fresh' then ${day('began_on')} else ${day('ended_on')} end as at,
           organisation_id, person_id as subject_id, ${rest},
           'post:' || id || case change when 'fresh' then '' else ':ended' end as source,
           jsonb_build_object('role', role) as attributes
      from changes_posts where change in ('fresh', 'left')`;
  const places = organisationsStated(placed.stated, { at, actor, district });
  let stated = 0;
  for (const selected of [places, families, departures, arrivals, posts]) {
    stated += await stateSelectedFacts(transaction, selected);
  }
  return stated;
}

/**
 * On the day of the import, or when the first of those began who are enrolled or work there or below, if the roster
 * knows: nobody is in a class that is not there yet. What is closed or comes back has this day.
 */
function organisationsStated(
  stated: readonly StatedPlace[],
  { at, actor }: Statement,
): RawBuilder<unknown> {
  return sql`
    select given.id, given.kind,
           least(date_trunc('day', ${at}::timestamptz, 'Asia/Shanghai'),
                 first.began_on::timestamp at time zone 'Asia/Shanghai') as at,
           organisation as organisation_id, organisation as subject_id, ${actor}::uuid as actor_id,
           1 as quantity, source, attributes
      from unnest(
        ${plainArray(stated.map(({ id }) => id))}::uuid[],
        ${plainArray(stated.map(({ kind }) => kind))}::text[],
        ${plainArray(stated.map(({ organisation }) => organisation))}::uuid[],
        ${plainArray(stated.map(({ source }) => source))}::text[],
        ${stated.map(({ attributes }) => JSON.stringify(attributes))}::jsonb[])
        as given (id, kind, organisation, source, attributes)
      left join (
        select above, min(began_on) as began_on
          from (select class_id as place, began_on from new_enrolments
                union all
                select organisation_id, began_on from changes_posts where change = 'fresh') as began
          join organisations on organisations.id = began.place
         cross join unnest(lineage) as above
         group by above) as first on first.above = given.id`;
}
