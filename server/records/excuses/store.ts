import { sql } from 'kysely';
import { DatabaseError } from 'pg';
import {
  type After,
  plainArray,
  type ReadTransaction,
  running,
  type WriteTransaction,
} from '../../platform/index.ts';
import type { ExcuseState } from './states.ts';
import type { Excuse } from './tables.ts';

export async function insertExcuse(transaction: WriteTransaction, excuse: Excuse): Promise<void> {
  await transaction.insertInto('excuses').values(excuse).execute();
}

/** Whether a write failed because one is asked or approved for the same task. */
export function isRepeated(error: unknown): boolean {
  return error instanceof DatabaseError && error.constraint === 'one_excuse_a_task';
}

export async function findExcuse(
  transaction: ReadTransaction,
  id: string,
): Promise<Excuse | undefined> {
  return transaction.selectFrom('excuses').selectAll().where('id', '=', id).executeTakeFirst();
}

/** Held until the transaction ends; as far as row-level security shows it. */
export async function takeExcuse(
  transaction: WriteTransaction,
  id: string,
): Promise<Excuse | undefined> {
  const { rows } = await sql<Excuse>`
    select * from excuses where id = ${id} for no key update`.execute(transaction);
  return rows[0];
}

type Change = Pick<Excuse, 'state'> &
  Partial<
    Pick<
      Excuse,
      | 'decided_by'
      | 'decided_at'
      | 'decision_reason'
      | 'revoked_by'
      | 'revoked_at'
      | 'revoked_reason'
    >
  >;

/** The next version of one that the caller holds. */
export async function updateExcuse(
  transaction: WriteTransaction,
  { id, version }: Excuse,
  change: Change,
): Promise<void> {
  await transaction
    .updateTable('excuses')
    .set({ ...change, version: version + 1 })
    .where('id', '=', id)
    .execute();
}

export interface ExcusesAsked {
  readonly within: readonly string[];
  /** Where one may know which colleague it is about. */
  readonly staffWithin: readonly string[];
  readonly person: string;
  readonly state: ExcuseState | undefined;
  readonly duty: string | undefined;
  readonly reason: string | undefined;
  readonly place: string | undefined;
  readonly after: After | undefined;
  readonly most: number;
}

/** Of these places and below them, and what the person asked, the newest first. */
export async function listExcuses(
  transaction: ReadTransaction,
  { within, staffWithin, person, state, duty, reason, place, after, most }: ExcusesAsked,
): Promise<(Excuse & { sort_value: string })[]> {
  const run = running({ by: sql`asked_at`, id: sql`id`, down: true, after });
  const { rows } = await sql<Excuse & { sort_value: string }>`
    select *, ${run.value} as sort_value from excuses
     where (place_lineage && ${plainArray(within)}::uuid[]
              and (holder_kind <> 'staff' or place_lineage && ${plainArray(staffWithin)}::uuid[])
            or asked_by = ${person})
       ${state ? sql`and state = ${state}` : sql``}
       ${duty ? sql`and duty = ${duty}` : sql``}
       ${reason ? sql`and reason = ${reason}` : sql``}
       ${place ? sql`and place_lineage @> array[${place}::uuid]` : sql``}
       ${run.beyond}
     order by ${run.order} limit ${most}`.execute(transaction);
  return rows;
}

/** Why, by whom and by whose leave: what stands behind a fact that excuses. */
export type ExcuseTold = Pick<
  Excuse,
  'id' | 'reason' | 'substitute' | 'substitute_on' | 'asked_by' | 'decided_by' | 'revoked_reason'
>;

export async function excusesTold(
  transaction: ReadTransaction,
  ids: readonly string[],
): Promise<Map<string, ExcuseTold>> {
  const { rows } = await sql<ExcuseTold>`
    select id, reason, substitute, substitute_on, asked_by, decided_by, revoked_reason
      from excuses where id = any(${plainArray(ids)}::uuid[])`.execute(transaction);
  return new Map(rows.map((row) => [row.id, row]));
}
