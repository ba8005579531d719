import { sql } from 'kysely';
import { DatabaseError } from 'pg';
import {
  type After,
  directionOf,
  type ReadTransaction,
  running,
  type Sort,
  type WriteTransaction,
} from '../../../platform/index.ts';
import type { AwardState } from '../states.ts';
import type { Award, AwardBatch, AwardEvidence } from '../tables.ts';

type NewAward = Pick<
  Award,
  | 'id'
  | 'batch_id'
  | 'carer_id'
  | 'organisation_id'
  | 'lineage'
  | 'kind'
  | 'quantity'
  | 'done_on'
  | 'reason'
  | 'made_by'
  | 'made_at'
>;

export async function insertAwards(
  transaction: WriteTransaction,
  awards: readonly NewAward[],
): Promise<void> {
  if (awards.length === 0) return;
  await transaction
    .insertInto('awards')
    .values(
      awards.map((award) => ({
        ...award,
        ...{ version: 1, state: 'waiting' as const, is_sampled: false },
        ...{ decided_by: null, decided_at: null, decline_reason: null },
        ...{ review: null, review_note: null, reviewed_by: null, reviewed_at: null },
      })),
    )
    .execute();
}

/** Whether a write failed because the deed stands already. */
export function isEnteredAlready(error: unknown): boolean {
  return error instanceof DatabaseError && error.constraint === 'one_deed_once';
}

/** The deeds that stand for an organisation, waiting or confirmed. */
export async function listStanding(
  transaction: ReadTransaction,
  organisation: string,
): Promise<{ person: string; kind: string; done_on: string }[]> {
  const { rows } = await sql<{ person: string; kind: string; done_on: string }>`
    select carer_id as person, kind, done_on from awards
     where organisation_id = ${organisation} and state in ('waiting', 'confirmed')
  `.execute(transaction);
  return rows;
}

export async function insertBatch(transaction: WriteTransaction, batch: AwardBatch): Promise<void> {
  await transaction.insertInto('award_batches').values(batch).execute();
}

export async function findBatch(
  transaction: ReadTransaction,
  id: string,
): Promise<AwardBatch | undefined> {
  return transaction
    .selectFrom('award_batches')
    .selectAll()
    .where('id', '=', id)
    .executeTakeFirst();
}

export async function findAward(
  transaction: ReadTransaction,
  id: string,
): Promise<Award | undefined> {
  return transaction.selectFrom('awards').selectAll().where('id', '=', id).executeTakeFirst();
}

/** Held until the transaction ends. */
export async function takeAward(
  transaction: WriteTransaction,
  id: string,
): Promise<Award | undefined> {
  const { rows } = await sql<Award>`
    select * from awards where id = ${id} for no key update`.execute(transaction);
  return rows[0];
}

/** Those of a sheet that wait; held until the transaction ends. */
export async function takeWaitingOf(
  transaction: WriteTransaction,
  batch: string,
): Promise<Award[]> {
  const { rows } = await sql<Award>`
    select * from awards where batch_id = ${batch} and state = 'waiting'
     order by id for no key update`.execute(transaction);
  return rows;
}

type Change = Partial<
  Pick<
    Award,
    | 'state'
    | 'decided_by'
    | 'decided_at'
    | 'decline_reason'
    | 'is_sampled'
    | 'review'
    | 'review_note'
    | 'reviewed_by'
    | 'reviewed_at'
  >
>;

/** Of awards that the caller holds. */
export async function updateAwards(
  transaction: WriteTransaction,
  ids: readonly string[],
  change: Change,
): Promise<void> {
  if (ids.length === 0) return;
  await transaction
    .updateTable('awards')
    .set({ ...change, version: sql`version + 1` })
    .where('id', 'in', [...ids])
    .execute();
}

export const awardSortKeys = ['made', 'day'] as const;

export interface AwardsAsked {
  readonly states: readonly AwardState[] | undefined;
  /** Drawn for review and not looked at. */
  readonly toReview: boolean;
  readonly within: readonly string[];
  readonly sort: Sort<(typeof awardSortKeys)[number]>;
  readonly after: After | undefined;
  readonly most: number;
}

/** Those entered for these places of the tree. */
export async function listAwards(
  transaction: ReadTransaction,
  { states, toReview, within, sort, after, most }: AwardsAsked,
): Promise<(Award & { sort_value: string })[]> {
  const { key, down } = directionOf(sort);
  const by = { made: sql`made_at`, day: sql`done_on` }[key];
  const run = running({ by, id: sql`id`, down, after });
  const { rows } = await sql<Award & { sort_value: string }>`
    select *, ${run.value} as sort_value from awards
     where lineage && ${within}::uuid[]
       ${states ? sql`and state = any(${states}::text[])` : sql``}
       ${toReview ? sql`and is_sampled and review is null and state = 'confirmed'` : sql``}
       ${run.beyond}
     order by ${run.order} limit ${most}`.execute(transaction);
  return rows;
}

export async function insertAwardEvidence(
  transaction: WriteTransaction,
  evidence: AwardEvidence,
): Promise<void> {
  await transaction.insertInto('award_evidence').values(evidence).execute();
}

/** Of an award itself, and of the sheet that it came with. */
export async function listAwardEvidence(
  transaction: ReadTransaction,
  { id, batch_id }: { id: string | null; batch_id: string | null },
): Promise<AwardEvidence[]> {
  const { rows } = await sql<AwardEvidence>`
    select * from award_evidence where award_id = ${id} or batch_id = ${batch_id}
     order by id`.execute(transaction);
  return rows;
}
