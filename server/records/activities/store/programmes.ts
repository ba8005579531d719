import { sql } from 'kysely';
import {
  NotFound,
  plainArray,
  type ReadTransaction,
  type WriteTransaction,
} from '../../../platform/index.ts';
import type { Activity } from '../tables.ts';

export interface Programme {
  readonly id: string;
  readonly host_id: string;
  readonly host_lineage: string[];
  readonly name: string;
  readonly summary: string;
  /** A term of the plan. */
  readonly term: string;
  readonly copied_from: string | null;
  readonly made_by: string;
  readonly made_at: Date;
  readonly version: number;
}

declare module '../../../platform/database/tables.ts' {
  interface Tables {
    programmes: Programme;
  }
}

/** Refuses when there is none. */
export async function getProgramme(transaction: ReadTransaction, id: string): Promise<Programme> {
  const found = await transaction
    .selectFrom('programmes')
    .selectAll()
    .where('id', '=', id)
    .executeTakeFirst();
  if (!found) throw NotFound();
  return found;
}

/** … held until the transaction ends. */
export async function takeProgramme(transaction: WriteTransaction, id: string): Promise<Programme> {
  const { rows } = await sql<Programme>`
    select * from programmes where id = ${id} for no key update`.execute(transaction);
  const [found] = rows;
  if (!found) throw NotFound();
  return found;
}

export async function updateProgramme(
  transaction: WriteTransaction,
  { id, name, summary, version }: Programme,
): Promise<void> {
  await transaction
    .updateTable('programmes')
    .set({ name, summary, version })
    .where('id', '=', id)
    .execute();
}

/** The caller holds it, and it has no dates any more. */
export async function deleteProgramme(transaction: WriteTransaction, id: string): Promise<void> {
  await transaction.deleteFrom('programmes').where('id', '=', id).execute();
}

export async function insertProgramme(
  transaction: WriteTransaction,
  programme: Programme,
): Promise<void> {
  await transaction.insertInto('programmes').values(programme).execute();
}

/** Those of the hosts in reach, the newest term first. */
export async function listProgrammes(
  transaction: ReadTransaction,
  within: readonly string[],
  most: number,
): Promise<(Programme & { dates: number })[]> {
  const { rows } = await sql<Programme & { dates: number }>`
    select programmes.*,
           (select count(*)::integer from activities
             where programme_id = programmes.id and part_of is null
               and state <> 'cancelled') as dates
      from programmes
     where host_lineage && ${plainArray(within)}::uuid[]
     order by term desc, name, id limit ${most}`.execute(transaction);
  return rows;
}

/** Its dates, earliest first; sessions belong to theirs. */
export async function listDates(
  transaction: ReadTransaction,
  programme: string,
): Promise<Activity[]> {
  const { rows } = await sql<Activity>`
    select * from activities where programme_id = ${programme} and part_of is null
     order by begins_at, id`.execute(transaction);
  return rows;
}

/** These are its dates, and no others. The caller holds them; being a date is no new version. */
export async function setDates(
  transaction: WriteTransaction,
  { id, host_id }: Programme,
  activities: readonly string[],
): Promise<void> {
  await sql`
    update activities set programme_id = null
     where programme_id = ${id} and not id = any(${plainArray(activities)}::uuid[])
  `.execute(transaction);
  await sql`
    update activities set programme_id = ${id}
     where id = any(${plainArray(activities)}::uuid[]) and host_id = ${host_id}
       and part_of is null and programme_id is distinct from ${id}`.execute(transaction);
}
