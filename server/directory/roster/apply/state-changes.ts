import { sql } from 'kysely';
import { stateSelectedFacts } from '../../../facts/index.ts';
import { transactionOn } from '../../../platform/index.ts';
import type { Staging } from './stage-roster.ts';

export interface Statement {
  readonly at: Date;
  /** The importer; null when it is the program itself. */
  readonly actor: string | null;
  /** The organisation for what belongs to no class any more. */
  readonly district: string;
}

/**
 * States what a roster has changed in the population: families linked and unlinked, students in and out of
 * classes, posts taken up and left. Each with the row that it comes from as source.
 */
export async function stateChanges(
  { client }: Staging,
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
  let stated = 0;
  for (const selected of [families, departures, arrivals, posts]) {
    stated += await stateSelectedFacts(transaction, selected);
  }
  return stated;
}
