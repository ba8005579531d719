import { sql } from 'kysely';
import { plainArray, type ReadTransaction, type WriteTransaction } from '../../platform/index.ts';
import type { RecalculationState } from './shapes.ts';

declare module '../../platform/database/tables.ts' {
  interface Tables {
    recalculations: RecalculationRow;
    recalculation_lines: RecalculationLineRow;
  }
}

export interface RecalculationRow {
  id: string;
  rules: string[];
  from_on: string;
  until_on: string;
  wording_of: string;
  reason: string;
  state: RecalculationState;
  ordered_by: string;
  ordered_at: Date;
  decided_by: string | null;
  decided_at: Date | null;
  done_at: Date | null;
  slices_done: number;
  version: number;
}

export interface RecalculationLineRow {
  recalculation_id: string;
  carer_id: string;
  deeds: number;
  before: number;
  after: number;
}

const LATEST = 20;

/** False when another one is under way. */
export async function insertRecalculation(
  transaction: WriteTransaction,
  row: Pick<
    RecalculationRow,
    'id' | 'rules' | 'from_on' | 'until_on' | 'wording_of' | 'reason' | 'ordered_by' | 'ordered_at'
  >,
): Promise<boolean> {
  const { rows } = await sql`
    insert into recalculations (id, rules, from_on, until_on, wording_of, reason, ordered_by, ordered_at)
    values (${row.id}, ${row.rules}::text[], ${row.from_on}, ${row.until_on}, ${row.wording_of},
            ${row.reason}, ${row.ordered_by}, ${row.ordered_at})
    on conflict do nothing returning id`.execute(transaction);
  return rows.length > 0;
}

export interface CountedRecalculation extends RecalculationRow {
  readonly carers: number;
  readonly gain: number;
  readonly lose: number;
}

/** The newest first; one of them when an id is given. */
export async function listRecalculations(
  transaction: ReadTransaction,
  id?: string,
): Promise<CountedRecalculation[]> {
  const { rows } = await sql<CountedRecalculation>`
    select recalculations.*, carers, gain, lose
      from recalculations
     cross join lateral (
       select count(*)::integer as carers,
              (count(*) filter (where after > before))::integer as gain,
              (count(*) filter (where after < before))::integer as lose
         from recalculation_lines where recalculation_id = recalculations.id) as counted
     where ${id ?? null}::uuid is null or id = ${id ?? null}::uuid
     order by ordered_at desc limit ${LATEST}`.execute(transaction);
  return rows;
}

export async function takeRecalculation(
  transaction: WriteTransaction,
  id: string,
): Promise<RecalculationRow | undefined> {
  return transaction
    .selectFrom('recalculations')
    .selectAll()
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst();
}

/** What the program has to go on with. */
export async function findUnderWay(
  transaction: ReadTransaction,
): Promise<RecalculationRow | undefined> {
  return transaction
    .selectFrom('recalculations')
    .selectAll()
    .where('state', 'in', ['counting', 'confirmed'])
    .executeTakeFirst();
}

export async function writeRecalculation(
  transaction: WriteTransaction,
  id: string,
  change: Partial<
    Pick<RecalculationRow, 'state' | 'decided_by' | 'decided_at' | 'done_at' | 'slices_done'>
  >,
): Promise<void> {
  // How far the program has come is nothing that anybody decides on.
  const version = change.state === undefined ? sql<number>`version` : sql<number>`version + 1`;
  await transaction
    .updateTable('recalculations')
    .set({ ...change, version })
    .where('id', '=', id)
    .execute();
}

export async function insertLines(
  transaction: WriteTransaction,
  id: string,
  lines: readonly Omit<RecalculationLineRow, 'recalculation_id'>[],
): Promise<void> {
  if (lines.length === 0) return;
  await sql`
    insert into recalculation_lines (recalculation_id, carer_id, deeds, before, after)
    select ${id}, * from unnest(
      ${plainArray(lines.map(({ carer_id }) => carer_id))}::uuid[],
      ${plainArray(lines.map(({ deeds }) => deeds))}::integer[],
      ${plainArray(lines.map(({ before }) => before))}::bigint[],
      ${plainArray(lines.map(({ after }) => after))}::bigint[])
    on conflict do nothing`.execute(transaction);
}

/** Whose points change, in the order of ids; after one of them. */
export async function listLines(
  transaction: ReadTransaction,
  id: string,
  { after, most, slice }: { after?: string | undefined; most: number; slice?: string },
): Promise<RecalculationLineRow[]> {
  const { rows } = await sql<RecalculationLineRow>`
    select * from recalculation_lines
     where recalculation_id = ${id}
       ${after === undefined ? sql`` : sql`and carer_id > ${after}::uuid`}
       ${slice === undefined ? sql`` : sql`and right(carer_id::text, 1) = ${slice}`}
     order by carer_id limit ${most}`.execute(transaction);
  return rows;
}
