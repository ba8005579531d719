import { sql } from 'kysely';
import { DatabaseError } from 'pg';
import {
  plainArray,
  type ReadTransaction,
  type WriteTransaction,
} from '../../../platform/index.ts';
import type { DoorRuleRow, HallCheckInRow } from '../tables.ts';

/** The rules of these activities that are turned on. */
export async function findDoorRules(
  transaction: ReadTransaction,
  activities: readonly string[],
): Promise<Map<string, DoorRuleRow>> {
  const { rows } = await sql<DoorRuleRow>`
    select * from door_rules
     where activity_id = any(${plainArray(activities)}::uuid[]) and most_metres is not null
  `.execute(transaction);
  return new Map(rows.map((row) => [row.activity_id, row]));
}

interface OfPhone {
  readonly activity: string;
  readonly device: string;
}

export const bindingKey = ({ activity, device }: OfPhone): string => `${activity} ${device}`;

/** To whom phones are bound. Lateral, so that it stays a look-up for each while statistics are young. */
export async function findBindings(
  transaction: ReadTransaction,
  phones: readonly OfPhone[],
): Promise<Map<string, string>> {
  const { rows } = await sql<OfPhone & { carer_id: string }>`
    select asked.activity, asked.device, bound.carer_id
      from unnest(
        ${plainArray(phones.map(({ activity }) => activity))}::uuid[],
        ${plainArray(phones.map(({ device }) => device))}::uuid[]) as asked (activity, device)
      cross join lateral (
        select carer_id from hall_check_ins
         where activity_id = asked.activity and device_id = asked.device and outcome = 'in'
         limit 1) as bound`.execute(transaction);
  return new Map(rows.map((row) => [bindingKey(row), row.carer_id]));
}

/** In one order of phones, so that no two batches wait in a ring. */
export async function insertHallCheckIns(
  transaction: WriteTransaction,
  unordered: readonly HallCheckInRow[],
): Promise<void> {
  if (unordered.length === 0) return;
  const rows = unordered.toSorted((one, other) =>
    one.activity_id + one.device_id < other.activity_id + other.device_id ? -1 : 1,
  );
  await sql`
    insert into hall_check_ins (id, activity_id, device_id, carer_id, at, outcome,
                                code_age_seconds, metres, network)
    select * from unnest(
      ${plainArray(rows.map((row) => row.id))}::uuid[],
      ${plainArray(rows.map((row) => row.activity_id))}::uuid[],
      ${plainArray(rows.map((row) => row.device_id))}::uuid[],
      ${plainArray(rows.map((row) => row.carer_id))}::uuid[],
      ${plainArray(rows.map((row) => row.at))}::timestamptz[],
      ${plainArray(rows.map((row) => row.outcome))}::text[],
      ${plainArray(rows.map((row) => row.code_age_seconds))}::smallint[],
      ${plainArray(rows.map((row) => row.metres))}::integer[],
      ${rows.map((row) => row.network)}::bytea[])`.execute(transaction);
}

/** Whether a write failed because another batch has just bound one of these phones. */
export function isBound(error: unknown): boolean {
  return error instanceof DatabaseError && error.constraint === 'one_person_a_device';
}

export async function listHallCheckIns(
  transaction: ReadTransaction,
  activity: string,
): Promise<HallCheckInRow[]> {
  return transaction
    .selectFrom('hall_check_ins')
    .selectAll()
    .where('activity_id', '=', activity)
    .orderBy('id')
    .execute();
}
