import { sql } from 'kysely';
import type { ReadTransaction, WriteTransaction } from '../../../platform/index.ts';
import type { RefusedScan } from '../rules/repeated-refusals.ts';
import type { ConflictState } from '../states.ts';
import type { ConflictRow, ScanRow } from '../tables.ts';

export type Conflict = ConflictRow & Omit<ScanRow, 'id' | 'activity_id' | 'outcome'>;

const conflictColumns = sql`
  scan_conflicts.scan_id, scan_conflicts.activity_id, scan_conflicts.reason, scan_conflicts.state,
  scan_conflicts.decided_by, scan_conflicts.decided_at, scan_conflicts.note,
  scans.device_id, scans.carer_id, scans.direction, scans.phone_at, scans.happened_at,
  scans.received_at, scans.sent_by, scans.attendance_id`;

/** In the order in which the phones made them. */
export async function listConflicts(
  transaction: ReadTransaction,
  asked: {
    activity: string;
    state: ConflictState | undefined;
    after: string | undefined;
    most: number;
  },
): Promise<Conflict[]> {
  const { rows } = await sql<Conflict>`
    select ${conflictColumns}
      from scan_conflicts join scans on scans.id = scan_conflicts.scan_id
     where scan_conflicts.activity_id = ${asked.activity}
       and (${asked.state ?? null}::text is null or scan_conflicts.state = ${asked.state ?? null})
       and (${asked.after ?? null}::uuid is null or scan_conflicts.scan_id > ${asked.after ?? null})
     order by scan_conflicts.scan_id
     limit ${asked.most}`.execute(transaction);
  return rows;
}

/** Conflicts of a door near these instants, decided or not. */
export async function listConflictsNear(
  transaction: ReadTransaction,
  activity: string,
  { from, until }: { from: Date; until: Date },
): Promise<RefusedScan[]> {
  const { rows } = await sql<RefusedScan>`
    select scans.id, scans.carer_id, scans.device_id, scans.happened_at, scan_conflicts.reason
      from scan_conflicts join scans on scans.id = scan_conflicts.scan_id
     where scan_conflicts.activity_id = ${activity}
       and scans.happened_at between ${from} and ${until}`.execute(transaction);
  return rows;
}

/** Held until the transaction ends, so that it is decided once. */
export async function takeConflict(
  transaction: WriteTransaction,
  scan: string,
): Promise<Conflict | undefined> {
  const { rows } = await sql<Conflict>`
    select ${conflictColumns}
      from scan_conflicts join scans on scans.id = scan_conflicts.scan_id
     where scan_conflicts.scan_id = ${scan}
       for no key update of scan_conflicts`.execute(transaction);
  return rows[0];
}

export async function closeConflict(
  transaction: WriteTransaction,
  scan: string,
  decided: Pick<ConflictRow, 'state' | 'decided_by' | 'decided_at' | 'note'>,
): Promise<void> {
  await transaction
    .updateTable('scan_conflicts')
    .set(decided)
    .where('scan_id', '=', scan)
    .execute();
}
