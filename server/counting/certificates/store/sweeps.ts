import { sql } from 'kysely';
import type { CertificateRule } from '../../../plan/index.ts';
import type { ReadTransaction, WriteTransaction } from '../../../platform/index.ts';

declare module '../../../platform/database/tables.ts' {
  interface Tables {
    certificate_sweeps: CertificateSweepRow;
  }
}

interface CertificateSweepRow {
  kind: string;
  effective_from: string;
  threshold: number;
  after_student: string | null;
  finished_at: Date | null;
}

/** How far the families have been looked at by a rule. */
export interface Sweep {
  /** Null: not one yet. */
  readonly afterStudent: string | null;
  readonly isFinished: boolean;
}

/** The rule's sweep; as if not begun where nobody has begun it. */
export async function readSweep(
  transaction: ReadTransaction,
  rule: CertificateRule,
): Promise<Sweep> {
  const row = await transaction
    .selectFrom('certificate_sweeps')
    .select(['after_student', 'finished_at'])
    .where('kind', '=', rule.id)
    .where('effective_from', '=', rule.effectiveFrom)
    .where('threshold', '=', rule.threshold)
    .executeTakeFirst();
  return { afterStudent: row?.after_student ?? null, isFinished: row?.finished_at != null };
}

export async function writeSweep(
  transaction: WriteTransaction,
  rule: CertificateRule,
  afterStudent: string | null,
  finishedAt: Date | null,
): Promise<void> {
  await sql`
    insert into certificate_sweeps (kind, effective_from, threshold, after_student, finished_at)
    values (${rule.id}, ${rule.effectiveFrom}, ${rule.threshold}, ${afterStudent}, ${finishedAt})
    on conflict on constraint one_sweep_a_change_of_rule
    do update set after_student = excluded.after_student, finished_at = excluded.finished_at
  `.execute(transaction);
}
