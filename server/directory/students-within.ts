import { type RawBuilder, sql } from 'kysely';
import { nameMatches } from './search.ts';
import { nameInOrder } from './sort-keys.ts';

export interface StudentsAsked {
  /** Organisations of the tree: children of any class below them. */
  readonly within: readonly string[];
  /** Name, pinyin or initials. */
  readonly words?: string | undefined;
}

/**
 * Children of places of the tree as a relation (`id`, `name`, `class_name`, `school_name`, `name_in_order`) for
 * another room's statement to join. So a list of that room's own things is filtered, sorted and paged by the
 * child in one statement, and the tables are named only here; row-level security applies as everywhere.
 *
 * ```ts
 * sql`select number, student.name from certificates
 *       join ${studentsWithin(asked)} as student on student.id = student_id`
 * ```
 */
export function studentsWithin({ within, words }: StudentsAsked): RawBuilder<unknown> {
  return sql`(
    select students.id, students.name, class.name as class_name, school.name as school_name,
           ${nameInOrder('students')} as name_in_order
      from students
      left join organisations as class on class.id = students.class_id
      left join organisations as school
        on school.id = any(class.lineage) and school.kind in ('school', 'kindergarten')
     where students.lineage && ${within}::uuid[]
       ${words ? sql`and ${nameMatches('students', words)}` : sql``})`;
}
