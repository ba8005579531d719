import { sql } from 'kysely';
import {
  type After,
  type ReadTransaction,
  running,
  type WriteTransaction,
} from '../../../platform/index.ts';
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
  report: {
    activity: string;
    heldAt: Date;
    text: string;
    isPublic: boolean;
    by: string;
    at: Date;
  },
  seen: number,
): Promise<number | undefined> {
  const { rows } = await sql<{ version: number }>`
    insert into activity_reports (activity_id, held_at, text, is_public, written_by, written_at)
    select ${report.activity}::uuid, ${report.heldAt}::timestamptz, ${report.text}, ${report.isPublic},
           ${report.by}::uuid, ${report.at}
     where ${seen} = 0 or exists (select from activity_reports where activity_id = ${report.activity})
    on conflict (activity_id) do update
       set text = excluded.text, is_public = excluded.is_public, written_by = excluded.written_by,
           written_at = excluded.written_at, version = activity_reports.version + 1
     where activity_reports.version = ${seen}
    returning version`.execute(transaction);
  return rows[0]?.version;
}

/** Reports that their hosts show to all, of the latest event first. */
export async function listForAll(
  transaction: ReadTransaction,
  asked: {
    from: Date | undefined;
    before: Date | undefined;
    after: After | undefined;
    most: number;
  },
): Promise<(ReportRow & { sort_value: string })[]> {
  const run = running({ by: sql`held_at`, id: sql`activity_id`, down: true, after: asked.after });
  const { rows } = await sql<ReportRow & { sort_value: string }>`
    select *, ${run.value} as sort_value from activity_reports
     where is_public
       ${asked.from ? sql`and held_at >= ${asked.from}` : sql``}
       ${asked.before ? sql`and held_at < ${asked.before}` : sql``}
       ${run.beyond}
     order by ${run.order}
     limit ${asked.most}`.execute(transaction);
  return rows;
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
