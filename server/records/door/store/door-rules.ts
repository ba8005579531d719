import { sql } from 'kysely';
import type { ReadTransaction, WriteTransaction } from '../../../platform/index.ts';
import type { KeptDoorRule } from '../tables.ts';

export async function findDoorRule(
  transaction: ReadTransaction,
  activity: string,
): Promise<KeptDoorRule | undefined> {
  return transaction
    .selectFrom('door_rules')
    .selectAll()
    .where('activity_id', '=', activity)
    .executeTakeFirst();
}

/**
 * Keeps the rule as the version after `seen`; 0 when there was none. Gives the new version, or nothing when somebody
 * else changed it meanwhile.
 */
export async function putDoorRule(
  transaction: WriteTransaction,
  rule: Omit<KeptDoorRule, 'version'>,
  seen: number,
): Promise<number | undefined> {
  const { activity_id: activity, latitude, longitude, most_metres: metres } = rule;
  const { rows } = await sql<{ version: number }>`
    insert into door_rules (activity_id, latitude, longitude, most_metres, changed_by, changed_at)
    select ${activity}::uuid, ${latitude}::double precision, ${longitude}::double precision,
           ${metres}::integer, ${rule.changed_by}::uuid, ${rule.changed_at}::timestamptz
     where ${seen} = 0 or exists (select from door_rules where activity_id = ${activity})
    on conflict (activity_id) do update
       set latitude = excluded.latitude, longitude = excluded.longitude,
           most_metres = excluded.most_metres, changed_by = excluded.changed_by,
           changed_at = excluded.changed_at, version = door_rules.version + 1
     where door_rules.version = ${seen}
    returning version`.execute(transaction);
  return rows[0]?.version;
}
