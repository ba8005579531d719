import { sql } from 'kysely';
import { plainArray, type ReadTransaction } from '../platform/index.ts';
import type { Stage } from './tables.ts';

/** What the roster knows of a child's family that counts of a whole district may go by. Names nobody. */
export interface FamilyTraits {
  readonly student: string;
  readonly school: string | null;
  readonly stage: Stage | null;
  /** A grandparent is the main carer; where none is marked, all carers are grandparents. */
  readonly grandparent: boolean;
}

export async function familyTraits(
  transaction: ReadTransaction,
  students: readonly string[],
): Promise<FamilyTraits[]> {
  const { rows } = await sql<FamilyTraits>`
    select students.id as student, school.id as school, coalesce(class.stage, school.stage) as stage,
           coalesce((select case when bool_or(is_main)
                                 then bool_or(is_main and relationship between '61' and '64')
                                 else bool_and(relationship between '61' and '64') end
                       from guardianships
                      where student_id = students.id and ended_on is null), false) as grandparent
      from students
      left join organisations as class on class.id = students.class_id
      left join organisations as school
        on school.id = any(class.lineage) and school.kind in ('school', 'kindergarten')
     where students.id = any(${plainArray(students)}::uuid[])`.execute(transaction);
  return rows;
}
