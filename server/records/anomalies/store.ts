import { sql } from 'kysely';
import {
  type After,
  directionOf,
  newId,
  type ReadTransaction,
  running,
  type Sort,
  type WriteTransaction,
} from '../../platform/index.ts';
import type { AnomalyKind, AnomalyState } from './states.ts';
import type { Anomaly } from './tables.ts';

/** What the program found, before anybody looked. */
export type FoundAnomaly = Pick<
  Anomaly,
  | 'kind'
  | 'subject_id'
  | 'mark'
  | 'carer_ids'
  | 'activity_ids'
  | 'evidence_ids'
  | 'places'
  | 'from_at'
  | 'until_at'
  | 'measure'
>;

/**
 * Writes down what was found: new ones, and what has changed of those that nobody has looked into. What was looked into
 * stays as it was left. Gives how many were written.
 */
export async function keepFound(
  transaction: WriteTransaction,
  found: readonly FoundAnomaly[],
  at: Date,
): Promise<number> {
  if (found.length === 0) return 0;
  const given = JSON.stringify(found.map((one) => ({ ...one, id: newId() })));
  const { rows } = await sql`
    insert into anomalies (id, kind, subject_id, mark, carer_ids, activity_ids, evidence_ids,
                           places, from_at, until_at, measure, found_at)
    select given.*, ${at}::timestamptz
      from jsonb_to_recordset(${given}::jsonb) as given (
        id uuid, kind text, subject_id uuid, mark text, carer_ids uuid[], activity_ids uuid[],
        evidence_ids uuid[], places uuid[], from_at timestamptz, until_at timestamptz,
        measure integer)
    on conflict on constraint one_anomaly_a_mark do update
      set state = 'open', version = anomalies.version + 1, carer_ids = excluded.carer_ids,
          activity_ids = excluded.activity_ids, evidence_ids = excluded.evidence_ids,
          places = excluded.places, from_at = excluded.from_at, until_at = excluded.until_at,
          measure = excluded.measure
    where anomalies.state = 'gone'
       or anomalies.state = 'open' and (anomalies.measure, anomalies.activity_ids)
          is distinct from (excluded.measure, excluded.activity_ids)
    returning id`.execute(transaction);
  return rows.length;
}

/** Those of a kind, from then on, that nobody has looked into and that no longer look so. */
export async function markGone(
  transaction: WriteTransaction,
  kind: AnomalyKind,
  { since, found }: { since: Date; found: readonly FoundAnomaly[] },
): Promise<void> {
  const still = found.map(({ subject_id, mark }) => `${subject_id} ${mark}`);
  await sql`
    update anomalies set state = 'gone', version = version + 1
     where kind = ${kind} and state = 'open' and from_at >= ${since}
       and subject_id || ' ' || mark <> all(${still}::text[])`.execute(transaction);
}

export const anomalySortKeys = ['when', 'found'] as const;

export interface AnomaliesAsked {
  readonly states: readonly AnomalyState[] | undefined;
  readonly kind: AnomalyKind | undefined;
  readonly within: readonly string[];
  readonly sort: Sort<(typeof anomalySortKeys)[number]>;
  readonly after: After | undefined;
  readonly most: number;
}

/** Those about the events of hosts in these places of the tree. */
export async function listAnomalies(
  transaction: ReadTransaction,
  { states, kind, within, sort, after, most }: AnomaliesAsked,
): Promise<(Anomaly & { sort_value: string })[]> {
  const { key, down } = directionOf(sort);
  const by = { when: sql`from_at`, found: sql`found_at` }[key];
  const run = running({ by, id: sql`id`, down, after });
  const { rows } = await sql<Anomaly & { sort_value: string }>`
    select *, ${run.value} as sort_value from anomalies
     where places && ${within}::uuid[]
       ${states ? sql`and state = any(${states}::text[])` : sql``}
       ${kind ? sql`and kind = ${kind}` : sql``}
       ${run.beyond}
     order by ${run.order} limit ${most}`.execute(transaction);
  return rows;
}

export async function findAnomaly(
  transaction: ReadTransaction,
  id: string,
): Promise<Anomaly | undefined> {
  return transaction.selectFrom('anomalies').selectAll().where('id', '=', id).executeTakeFirst();
}

/** Held until the transaction ends. */
export async function takeAnomaly(
  transaction: WriteTransaction,
  id: string,
): Promise<Anomaly | undefined> {
  const { rows } = await sql<Anomaly>`
    select * from anomalies where id = ${id} for no key update`.execute(transaction);
  return rows[0];
}

/** Of one that the caller holds. */
export async function keepFinding(
  transaction: WriteTransaction,
  { id, version }: Anomaly,
  finding: Pick<Anomaly, 'state' | 'note' | 'looked_by' | 'looked_at'>,
): Promise<void> {
  await transaction
    .updateTable('anomalies')
    .set({ ...finding, version: version + 1 })
    .where('id', '=', id)
    .execute();
}

/** Staff opened one that is about carers. */
export async function keepLook(
  transaction: WriteTransaction,
  { anomaly, reader, at }: { anomaly: string; reader: string; at: Date },
): Promise<void> {
  await transaction
    .insertInto('anomaly_looks')
    .values({ id: newId(), anomaly_id: anomaly, reader_id: reader, at })
    .execute();
}
