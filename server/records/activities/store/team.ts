import { sql } from 'kysely';
import type { ReadTransaction, WriteTransaction } from '../../../platform/index.ts';

/** A volunteer who has a place in a shift. */
export interface Member {
  readonly carer: string;
  readonly has_entered: boolean;
}

/** Those who serve in a shift, in the order of signing up. */
export async function listTeam(transaction: ReadTransaction, shift: string): Promise<Member[]> {
  const { rows } = await sql<Member>`
    select own.carer_id as carer,
           attendances.id is not null and attendances.minutes is distinct from 0 as has_entered
      from registration_carers as own
      join registrations on registrations.id = own.registration_id and state = 'registered'
      left join attendances
        on attendances.activity_id = own.activity_id and attendances.carer_id = own.carer_id
     where own.activity_id = ${shift} and own.left_at is null and own.role = 'volunteer'
     order by own.joined_at, own.carer_id`.execute(transaction);
  return rows;
}

/** Who leads, and who does while they are away. */
export interface Leading {
  readonly led_by: string | null;
  readonly deputy_id: string | null;
}

/** Like places given and taken back, no new version: nobody's edit is disturbed. The caller holds the activity. */
export async function setLeading(
  transaction: WriteTransaction,
  shift: string,
  leading: Leading,
): Promise<void> {
  await transaction.updateTable('activities').set(leading).where('id', '=', shift).execute();
}

/** Who gives the place up leads no more. A private slot is led by its counsellor, who has no place in it. */
export async function endLeadOf(
  transaction: WriteTransaction,
  shift: string,
  carers: readonly string[],
): Promise<void> {
  await sql`
    update activities
       set led_by = case when led_by <> all(${carers}::uuid[]) then led_by end,
           deputy_id = case when deputy_id <> all(${carers}::uuid[]) then deputy_id end
     where id = ${shift} and not is_private
       and (led_by = any(${carers}::uuid[]) or deputy_id = any(${carers}::uuid[]))`.execute(
    transaction,
  );
}
