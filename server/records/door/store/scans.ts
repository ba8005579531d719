import { sql } from 'kysely';
import { DatabaseError } from 'pg';
import {
  plainArray,
  type ReadTransaction,
  type WriteTransaction,
} from '../../../platform/index.ts';
import type { ConflictReason } from '../states.ts';
import type { ScanRow } from '../tables.ts';

export interface KnownScan {
  readonly id: string;
  readonly outcome: ScanRow['outcome'];
  readonly reason: ConflictReason | null;
}

/** Those of these scans that arrived before, with what became of them. */
export async function findScans(
  transaction: ReadTransaction,
  ids: readonly string[],
): Promise<Map<string, KnownScan>> {
  const { rows } = await sql<KnownScan>`
    select scans.id, scans.outcome, scan_conflicts.reason
      from scans left join scan_conflicts on scan_conflicts.scan_id = scans.id
     where scans.id = any(${plainArray(ids)}::uuid[])`.execute(transaction);
  return new Map(rows.map((row) => [row.id, row]));
}

export interface NewScan extends ScanRow {
  /** Of a conflict. */
  readonly reason: ConflictReason | undefined;
}

/**
 * Keeps each scan and lists those that a person must look at. In the order of ids, so that two uploads of the same
 * scans wait for each other instead of in a ring; the later one then fails (`isKept`) and looks again.
 */
export async function insertScans(
  transaction: WriteTransaction,
  unordered: readonly NewScan[],
): Promise<void> {
  if (unordered.length === 0) return;
  const scans = unordered.toSorted((one, other) => (one.id < other.id ? -1 : 1));
  await sql`
    insert into scans (id, activity_id, device_id, carer_id, direction, phone_at, happened_at,
                       received_at, sent_by, outcome, attendance_id)
    select * from unnest(
      ${plainArray(scans.map((one) => one.id))}::uuid[],
      ${plainArray(scans.map((one) => one.activity_id))}::uuid[],
      ${plainArray(scans.map((one) => one.device_id))}::uuid[],
      ${plainArray(scans.map((one) => one.carer_id))}::uuid[],
      ${plainArray(scans.map((one) => one.direction))}::text[],
      ${plainArray(scans.map((one) => one.phone_at))}::timestamptz[],
      ${plainArray(scans.map((one) => one.happened_at))}::timestamptz[],
      ${plainArray(scans.map((one) => one.received_at))}::timestamptz[],
      ${plainArray(scans.map((one) => one.sent_by))}::uuid[],
      ${plainArray(scans.map((one) => one.outcome))}::text[],
      ${plainArray(scans.map((one) => one.attendance_id))}::uuid[])`.execute(transaction);
  const conflicts = scans.flatMap(({ reason, ...scan }) => (reason ? [{ ...scan, reason }] : []));
  if (conflicts.length === 0) return;
  await sql`
    insert into scan_conflicts (scan_id, activity_id, reason)
    select * from unnest(
      ${plainArray(conflicts.map((one) => one.id))}::uuid[],
      ${plainArray(conflicts.map((one) => one.activity_id))}::uuid[],
      ${plainArray(conflicts.map((one) => one.reason))}::text[])`.execute(transaction);
}

/** Whether a write failed because another upload has just brought one of these scans. */
export function isKept(error: unknown): boolean {
  return error instanceof DatabaseError && error.constraint === 'scans_pkey';
}

/** Whether two transactions waited for each other, and this one was given up. */
export function isDeadlock(error: unknown): boolean {
  return error instanceof DatabaseError && error.code === '40P01';
}
