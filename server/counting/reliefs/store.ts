import { sql } from 'kysely';
import { type StudentsAsked, studentsWithin } from '../../directory/index.ts';
import {
  type After,
  plainArray,
  type ReadTransaction,
  running,
  type WriteTransaction,
} from '../../platform/index.ts';
import type { ReliefKind, ReliefState } from './shapes.ts';

declare module '../../platform/database/tables.ts' {
  interface Tables {
    reliefs: ReliefTableRow;
  }
}

export interface ReliefTableRow {
  id: string;
  carer_id: string;
  student_id: string;
  kind: ReliefKind;
  from_on: string;
  until_on: string | null;
  reason_sealed: Buffer;
  state: ReliefState;
  asked_by: string;
  asked_at: Date;
  decided_by: string | null;
  decided_at: Date | null;
  decision_reason: string | null;
  version: number;
  counted_at: Date | null;
}

type New = Omit<
  ReliefTableRow,
  'state' | 'decided_by' | 'decided_at' | 'decision_reason' | 'version' | 'counted_at'
>;

export async function insertRelief(transaction: WriteTransaction, relief: New): Promise<void> {
  const fresh = { state: 'waiting' as const, version: 1 };
  const undecided = { decided_by: null, decided_at: null, decision_reason: null, counted_at: null };
  await transaction
    .insertInto('reliefs')
    .values({ ...relief, ...fresh, ...undecided })
    .execute();
}

export async function takeRelief(
  transaction: WriteTransaction,
  id: string,
): Promise<ReliefTableRow | undefined> {
  return transaction
    .selectFrom('reliefs')
    .selectAll()
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst();
}

export async function writeDecision(
  transaction: WriteTransaction,
  id: string,
  decided: Pick<ReliefTableRow, 'state' | 'decided_by' | 'decided_at' | 'decision_reason'>,
): Promise<void> {
  await transaction
    .updateTable('reliefs')
    .set({ ...decided, version: sql`version + 1` })
    .where('id', '=', id)
    .execute();
}

export interface ReliefLine extends ReliefTableRow {
  readonly student_name: string;
  readonly class_name: string | null;
  readonly school_name: string | null;
  readonly sort_value: string;
}

/** Of the children in reach, the newest first. */
export async function listReliefs(
  transaction: ReadTransaction,
  {
    children,
    state,
    after,
    most,
  }: {
    readonly children: StudentsAsked;
    readonly state: ReliefState | undefined;
    readonly after: After | undefined;
    readonly most: number;
  },
): Promise<ReliefLine[]> {
  const run = running({ by: sql`asked_at`, id: sql`reliefs.id`, down: true, after });
  const { rows } = await sql<ReliefLine>`
    select reliefs.*, student.name as student_name, class_name, school_name, ${run.value} as sort_value
      from reliefs join ${studentsWithin(children)} as student on student.id = student_id
     where true ${state ? sql`and state = ${state}` : sql``} ${run.beyond}
     order by ${run.order} limit ${most}`.execute(transaction);
  return rows;
}

export async function listReliefsOfCarer(
  transaction: ReadTransaction,
  carer: string,
): Promise<ReliefTableRow[]> {
  return transaction
    .selectFrom('reliefs')
    .selectAll()
    .where('carer_id', '=', carer)
    .orderBy('asked_at', 'desc')
    .limit(20)
    .execute();
}

/** What is approved of a carer. */
export interface RelievedCarer {
  /** Whole 30 days of leave, days of several leaves together. */
  readonly leaveMonths: number;
  readonly disability: boolean;
}

/**
 * Of these carers those with something approved. Days that two leaves share count once; a disability counts from its
 * first day to its last.
 */
export async function relievedCarers(
  transaction: ReadTransaction,
  carers: readonly string[],
  day: string,
): Promise<Map<string, RelievedCarer>> {
  const { rows } = await sql<{ carer_id: string; days: number; disability: boolean }>`
    select carer_id,
           (select coalesce(sum(upper(span) - lower(span)), 0)::integer
              from unnest(range_agg(daterange(from_on, until_on, '[]')) filter (where kind = 'leave'))
                as span) as days,
           coalesce(bool_or(kind = 'disability' and from_on <= ${day}::date
                            and coalesce(until_on, 'infinity') >= ${day}::date), false) as disability
      from reliefs
     where state = 'approved' and carer_id = any(${plainArray(carers)}::uuid[])
     group by carer_id`.execute(transaction);
  return new Map(
    rows.map(({ carer_id, days, disability }) => [
      carer_id,
      { leaveMonths: Math.floor(days / DAYS_A_MONTH), disability },
    ]),
  );
}

const DAYS_A_MONTH = 30;

export async function isAnyUncounted(transaction: ReadTransaction): Promise<boolean> {
  const found = await transaction
    .selectFrom('reliefs')
    .select('id')
    .where('state', '=', 'approved')
    .where('counted_at', 'is', null)
    .limit(1)
    .executeTakeFirst();
  return found !== undefined;
}

/** Approved ones whose families have not been looked at yet; held. Only the counter asks. */
export async function takeUncounted(
  transaction: WriteTransaction,
  most: number,
): Promise<{ id: string; carer_id: string }[]> {
  return transaction
    .selectFrom('reliefs')
    .select(['id', 'carer_id'])
    .where('state', '=', 'approved')
    .where('counted_at', 'is', null)
    .orderBy('id')
    .limit(most)
    .forUpdate()
    .execute();
}

export async function markCounted(
  transaction: WriteTransaction,
  ids: readonly string[],
  at: Date,
): Promise<void> {
  await sql`update reliefs set counted_at = ${at} where id = any(${plainArray(ids)}::uuid[])`.execute(
    transaction,
  );
}
