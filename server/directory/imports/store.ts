import type { ReadTransaction, WriteTransaction } from '../../platform/index.ts';
import type { ExplainedProblem, ImportCounts } from '../roster/index.ts';
import type { ImportState } from './states.ts';

declare module '../../platform/database/tables.ts' {
  interface Tables {
    roster_imports: RosterImportRow;
  }
}

/** A problem as the desk lists it. */
export interface ShownProblem extends Omit<ExplainedProblem, 'where'> {
  readonly sheet: string;
  readonly row: number;
  readonly column: string;
  readonly header: string;
}

export interface RosterImportRow {
  id: string;
  person_id: string;
  reach: string[];
  file_name: string;
  file: Buffer;
  state: ImportState;
  progress: { sheet: string; rows: number } | null;
  counts: ImportCounts | null;
  problems: ShownProblem[];
  problem_count: number;
  rejected_rows: number;
  rejected_sheet: Buffer | null;
  made_at: Date;
  changed_at: Date;
}

export type ImportStanding = Omit<RosterImportRow, 'file' | 'rejected_sheet'>;

const standing = [
  'id',
  'person_id',
  'reach',
  'file_name',
  'state',
  'progress',
  'counts',
  'problems',
  'problem_count',
  'rejected_rows',
  'made_at',
  'changed_at',
] as const;

export async function insertImport(
  transaction: WriteTransaction,
  row: Pick<RosterImportRow, 'id' | 'person_id' | 'reach' | 'file_name' | 'file' | 'made_at'>,
): Promise<void> {
  await transaction
    .insertInto('roster_imports')
    .values({
      ...row,
      state: 'reading',
      progress: null,
      counts: null,
      problems: JSON.stringify([]) as never,
      problem_count: 0,
      rejected_rows: 0,
      rejected_sheet: null,
      changed_at: row.made_at,
    })
    .execute();
}

/** Only the uploader's own. */
export async function findImport(
  transaction: ReadTransaction,
  id: string,
  person: string,
): Promise<ImportStanding | undefined> {
  return transaction
    .selectFrom('roster_imports')
    .select(standing)
    .where('id', '=', id)
    .where('person_id', '=', person)
    .executeTakeFirst();
}

export async function findFile(
  transaction: ReadTransaction,
  id: string,
): Promise<Pick<RosterImportRow, 'file' | 'file_name' | 'rejected_sheet'> | undefined> {
  return transaction
    .selectFrom('roster_imports')
    .select(['file', 'file_name', 'rejected_sheet'])
    .where('id', '=', id)
    .executeTakeFirst();
}

export type ImportChange = Partial<
  Pick<
    RosterImportRow,
    | 'state'
    | 'progress'
    | 'counts'
    | 'problems'
    | 'problem_count'
    | 'rejected_rows'
    | 'rejected_sheet'
    | 'file'
  >
>;

export async function changeImport(
  transaction: WriteTransaction,
  id: string,
  change: ImportChange,
  at: Date,
): Promise<void> {
  const { problems, progress, counts, ...plain } = change;
  await transaction
    .updateTable('roster_imports')
    .set({
      ...plain,
      ...(problems && { problems: JSON.stringify(problems) as never }),
      ...(progress !== undefined && { progress: JSON.stringify(progress) as never }),
      ...(counts !== undefined && { counts: JSON.stringify(counts) as never }),
      changed_at: at,
    })
    .where('id', '=', id)
    .execute();
}

/** From ready to applying, by one of two who press at the same moment. */
export async function takeReady(
  transaction: WriteTransaction,
  id: string,
  at: Date,
): Promise<boolean> {
  const taken = await transaction
    .updateTable('roster_imports')
    .set({ state: 'applying', changed_at: at })
    .where('id', '=', id)
    .where('state', '=', 'ready')
    .returning('id')
    .executeTakeFirst();
  return taken !== undefined;
}

const EMPTY = Buffer.alloc(0);

/** Files hold names and numbers: they are emptied a day after the upload. */
export async function emptyOldFiles(transaction: WriteTransaction, before: Date): Promise<void> {
  await transaction
    .updateTable('roster_imports')
    .set({ file: EMPTY, rejected_sheet: null })
    .where('made_at', '<', before)
    .where('file', '<>', EMPTY)
    .execute();
}
