import { sql } from 'kysely';
import type { ReadTransaction } from '../../../platform/index.ts';

/** A carer who has a place at an activity, and whether they came. */
export interface Comer {
  readonly carer: string;
  readonly students: string[];
  readonly has_entered: boolean;
  /** Null until settled; 0: taken back. */
  readonly minutes: number | null;
}

export async function listComers(transaction: ReadTransaction, activity: string): Promise<Comer[]> {
  const { rows } = await sql<Comer>`
    select own.carer_id as carer, attendances.id is not null as has_entered, attendances.minutes,
           array(select student_id::text from registration_students as held
                  where held.registration_id = own.registration_id and held.left_at is null
                 ) as students
      from registration_carers as own
      left join attendances
        on attendances.activity_id = own.activity_id and attendances.carer_id = own.carer_id
     where own.activity_id = ${activity} and own.left_at is null`.execute(transaction);
  return rows;
}
