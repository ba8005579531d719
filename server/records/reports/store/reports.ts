import { sql } from 'kysely';
import type { ReadTransaction, WriteTransaction } from '../../../platform/index.ts';
import type { ReportRow } from '../tables.ts';

export async function findReport(
  transaction: ReadTransaction,
  activity: string,
): Promise<ReportRow | undefined> {
  return transaction
    .selectFrom('activity_reports')
    .selectAll()
    .where('activity_id', '=', activity)
    .executeTakeFirst();
}

/**
 * Writes the report as the version after `seen`; 0 when there was none. Gives the new version, or nothing when
 * somebody else wrote meanwhile.
 */
export async function putReport(
  transaction: WriteTransaction,
  report: { activity: string; text: string; isPublic: boolean; by: string; at: Date },
  seen: number,
): Promise<number | undefined> {
  const { rows } = await sql<{ version: number }>`
    insert into activity_reports (activity_id, text, is_public, written_by, written_at)
    select ${report.activity}::uuid, ${report.text}, ${report.isPublic}, ${report.by}::uuid, ${report.at}
     where ${seen} = 0 or exists (select from activity_reports where activity_id = ${report.activity})
    on conflict (activity_id) do update
       set text = excluded.text, is_public = excluded.is_public, written_by = excluded.written_by,
           written_at = excluded.written_at, version = activity_reports.version + 1
     where activity_reports.version = ${seen}
    returning version`.execute(transaction);
  return rows[0]?.version;
}

/** Which of these activities have a report. */
export async function listReported(
  transaction: ReadTransaction,
  activities: readonly string[],
): Promise<Set<string>> {
  const { rows } = await sql<{ activity_id: string }>`
    select activity_id from activity_reports
     where activity_id = any(${activities}::uuid[])`.execute(transaction);
  return new Set(rows.map(({ activity_id }) => activity_id));
}
