import { sql } from 'kysely';
import {
  type After,
  directionOf,
  type ReadTransaction,
  running,
  type Sealing,
  type Sort,
  type WriteTransaction,
} from '../platform/index.ts';

export type RequestKind = 'correct' | 'erase';
export type RequestState = 'open' | 'accepted' | 'done' | 'refused' | 'withdrawn';

declare module '../platform/database/tables.ts' {
  interface Tables {
    privacy_requests: PrivacyRequestRow;
  }
}

interface PrivacyRequestRow {
  id: string;
  person_id: string;
  kind: RequestKind;
  organisation_id: string;
  lineage: string[];
  wish_sealed: Buffer | null;
  state: RequestState;
  reason: string;
  made_at: Date;
  answer_until: string;
  decided_by: string | null;
  decided_at: Date | null;
  erase_after: Date | null;
  done_at: Date | null;
}

const WISH = 'privacy.wish';

export function sealWish(sealing: Sealing, wish: string): Buffer {
  return sealing.seal(WISH, wish);
}

export function openWish(sealing: Sealing, sealed: Buffer | null): string | null {
  return sealed && sealing.open(WISH, sealed);
}

export type RequestLine = Omit<PrivacyRequestRow, 'lineage' | 'decided_by'>;

const columns = sql`id, person_id, kind, organisation_id, wish_sealed, state, reason, made_at, answer_until,
                    decided_at, erase_after, done_at`;

export type NewRequest = Pick<
  PrivacyRequestRow,
  | 'id'
  | 'person_id'
  | 'kind'
  | 'organisation_id'
  | 'lineage'
  | 'wish_sealed'
  | 'made_at'
  | 'answer_until'
>;

/** False where the person has one of that kind open already. */
export async function insertRequest(
  transaction: WriteTransaction,
  request: NewRequest,
): Promise<boolean> {
  const written = await transaction
    .insertInto('privacy_requests')
    .values({
      ...request,
      ...{ state: 'open', reason: '' },
      ...{ decided_by: null, decided_at: null, erase_after: null, done_at: null },
    })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst();
  return written.numInsertedOrUpdatedRows === 1n;
}

export const requestSortKeys = ['until', 'asked'] as const;

export interface RequestsAsked {
  readonly state: RequestState | undefined;
  readonly kind: RequestKind | undefined;
  readonly sort: Sort<(typeof requestSortKeys)[number]>;
  readonly after: After | undefined;
  readonly most: number;
}

/** Requests that these organisations, and those below them, answer. */
export async function listRequestsTo(
  transaction: ReadTransaction,
  within: readonly string[],
  { state, kind, sort, after, most }: RequestsAsked,
): Promise<(RequestLine & { readonly sort_value: string })[]> {
  const { key, down } = directionOf(sort);
  const by = { until: sql`answer_until`, asked: sql`made_at` }[key];
  const run = running({ by, id: sql`id`, down, after });
  const { rows } = await sql<RequestLine & { sort_value: string }>`
    select ${columns}, ${run.value} as sort_value from privacy_requests
     where lineage && ${within}::uuid[]
       ${state ? sql`and state = ${state}` : sql``}
       ${kind ? sql`and kind = ${kind}` : sql``}
       ${run.beyond}
     order by ${run.order}
     limit ${most}`.execute(transaction);
  return rows;
}

/** The newest first; nobody asks often. */
export async function listRequestsOf(
  transaction: ReadTransaction,
  person: string,
): Promise<RequestLine[]> {
  const { rows } = await sql<RequestLine>`
    select ${columns} from privacy_requests
     where person_id = ${person} order by made_at desc limit 50`.execute(transaction);
  return rows;
}

export interface LockedRequest extends RequestLine {
  readonly lineage: string[];
}

/** Locked, so that two who decide at once decide one after the other. */
export async function lockRequest(
  transaction: WriteTransaction,
  id: string,
): Promise<LockedRequest | undefined> {
  const { rows } = await sql<LockedRequest>`
    select ${columns}, lineage from privacy_requests where id = ${id} for update`.execute(
    transaction,
  );
  return rows[0];
}

type Change = Partial<
  Pick<
    PrivacyRequestRow,
    'state' | 'reason' | 'decided_by' | 'decided_at' | 'erase_after' | 'done_at'
  >
>;

export async function changeRequest(
  transaction: WriteTransaction,
  id: string,
  change: Change,
): Promise<void> {
  await transaction.updateTable('privacy_requests').set(change).where('id', '=', id).execute();
}

/** Accepted erasures that nobody took back in time, locked for this transaction. */
export async function lockDueErasures(
  transaction: WriteTransaction,
  at: Date,
  most: number,
): Promise<{ readonly id: string; readonly person_id: string }[]> {
  const { rows } = await sql<{ id: string; person_id: string }>`
    select id, person_id from privacy_requests
     where state = 'accepted' and erase_after <= ${at}
     order by erase_after limit ${most} for update skip locked`.execute(transaction);
  return rows;
}
