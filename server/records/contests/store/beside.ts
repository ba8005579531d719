/** What lies beside a contest: decisions, evidence, looks. */
import { sql } from 'kysely';
import { newId, type ReadTransaction, type WriteTransaction } from '../../../platform/index.ts';
import type { DecisionRow, Evidence } from '../tables.ts';

export async function insertDecision(
  transaction: WriteTransaction,
  decision: DecisionRow,
): Promise<void> {
  await transaction.insertInto('contest_decisions').values(decision).execute();
}

/** Of these contests, the host's before the district's. */
export async function listDecisions(
  transaction: ReadTransaction,
  contests: readonly string[],
): Promise<DecisionRow[]> {
  const { rows } = await sql<DecisionRow>`
    select * from contest_decisions where contest_id = any(${contests}::uuid[])
     order by decided_at`.execute(transaction);
  return rows;
}

export async function insertEvidence(
  transaction: WriteTransaction,
  evidence: Evidence,
): Promise<void> {
  await transaction.insertInto('contest_evidence').values(evidence).execute();
}

export async function listEvidence(
  transaction: ReadTransaction,
  contest: string,
): Promise<Evidence[]> {
  return transaction
    .selectFrom('contest_evidence')
    .selectAll()
    .where('contest_id', '=', contest)
    .orderBy('id')
    .execute();
}

/** How many files each of these has. */
export async function countEvidence(
  transaction: ReadTransaction,
  contests: readonly string[],
): Promise<Map<string, number>> {
  const { rows } = await sql<{ contest_id: string; files: number }>`
    select contest_id, count(*) as files from contest_evidence
     where contest_id = any(${contests}::uuid[]) group by contest_id`.execute(transaction);
  return new Map(rows.map(({ contest_id, files }) => [contest_id, files]));
}

interface Look {
  readonly contest: string;
  readonly reader: string;
  readonly what: 'file' | 'evidence';
  readonly at: Date;
}

export async function insertLook(
  transaction: WriteTransaction,
  { contest, reader, what, at }: Look,
): Promise<void> {
  await transaction
    .insertInto('contest_looks')
    .values({ id: newId(), contest_id: contest, reader_id: reader, what, at })
    .execute();
}

export interface LookShown {
  readonly reader_id: string;
  readonly what: 'file' | 'evidence';
  readonly at: Date;
}

/** The last look of each reader at each thing. */
export async function listLooks(
  transaction: ReadTransaction,
  contest: string,
): Promise<LookShown[]> {
  const { rows } = await sql<LookShown>`
    select reader_id, what, max(at) as at from contest_looks
     where contest_id = ${contest} group by reader_id, what order by 3 desc`.execute(transaction);
  return rows;
}
