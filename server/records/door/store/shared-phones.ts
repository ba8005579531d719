import { sql } from 'kysely';
import { plainArray, type ReadTransaction } from '../../../platform/index.ts';

/** One phone that used a hall's code for a carer. */
export interface PhoneUse {
  readonly phone: string;
  readonly activity_id: string;
  readonly carer_id: string;
  readonly at: Date;
  /** It got them in; else it was stopped, for it was bound to somebody else. */
  readonly got_in: boolean;
}

/**
 * What phones did since then that tried so many carers or more, phone by phone in the order of time. Cost: one pass over
 * the check-ins, for an index by time would cost each of them a write; asked once a day.
 */
export async function listSharedPhones(
  transaction: ReadTransaction,
  { since, carers }: { since: Date; carers: number },
): Promise<PhoneUse[]> {
  const { rows } = await sql<PhoneUse>`
    with used as materialized (
      select device_id, activity_id, carer_id, at, outcome from hall_check_ins
       where at >= ${since} and outcome <> 'too-far')
    select device_id as phone, activity_id, carer_id, min(at) as at,
           bool_or(outcome = 'in') as got_in
      from used
     where device_id in (
       select device_id from used group by device_id having count(distinct carer_id) >= ${carers})
     group by 1, 2, 3
     order by 1, min(at), 3`.execute(transaction);
  return rows;
}

/** What a phone did at these events, in the order of time. */
export async function listUsesOfPhone(
  transaction: ReadTransaction,
  phone: string,
  activities: readonly string[],
): Promise<PhoneUse[]> {
  const { rows } = await sql<PhoneUse>`
    select device_id as phone, activity_id, carer_id, min(at) as at,
           bool_or(outcome = 'in') as got_in
      from hall_check_ins
     where activity_id = any(${plainArray(activities)}::uuid[]) and device_id = ${phone}
       and outcome <> 'too-far'
     group by 1, 2, 3
     order by min(at), 3`.execute(transaction);
  return rows;
}
