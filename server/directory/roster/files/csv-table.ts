import { type ColumnSpec, nearestHeader, placeColumns } from '../find-header.ts';
import type { ProblemBook } from '../problem-book.ts';
import type { RosterProgress } from '../roster.ts';
import { RosterRow } from '../roster-row.ts';
import { readCsv } from './read-csv.ts';
import { RosterFault } from './roster-fault.ts';

const ROWS_BETWEEN_PROGRESS = 20_000;

export interface CsvTable<Name extends string> {
  readonly path: string;
  readonly file: string;
  readonly columns: readonly ColumnSpec<Name>[];
  /** 9/1/2018 means the first of September (School Data Sync). */
  readonly monthFirst?: boolean;
}

/**
 * Reads a CSV file as a table of known columns: header first, blank rows skipped, each row through `take`.
 * A row that `take` or a cell rejects is kept for the sheet of rejected rows.
 * @throws RosterFault when a required column is missing, naming the one that comes nearest.
 */
export async function readCsvTable<Name extends string>(
  table: CsvTable<Name>,
  problems: ProblemBook,
  take: (row: RosterRow<Name>) => void,
  progress?: RosterProgress,
): Promise<void> {
  let row: RosterRow<Name> | undefined;
  await readCsv(table.path, table.file, (cells, number) => {
    if (isBlank(cells)) return;
    if (!row) {
      row = openTable(table, cells, problems);
      return;
    }
    row.begin(cells, number);
    take(row);
    row.end();
    if (number % ROWS_BETWEEN_PROGRESS === 0) progress?.({ sheet: table.file, rows: number });
  });
  if (!row) throw new RosterFault('file-empty', table.file);
}

function openTable<Name extends string>(
  { file, columns, monthFirst }: CsvTable<Name>,
  headers: readonly string[],
  problems: ProblemBook,
): RosterRow<Name> {
  const placed = placeColumns(headers, columns);
  for (const { name, headers: known, isRequired } of columns) {
    if (isRequired === true && placed[name] < 0) {
      const wanted = known[0] ?? name;
      throw new RosterFault('header-missing', file, nearestHeader(headers, wanted), wanted);
    }
  }
  problems.headers.set(file, headers);
  return new RosterRow(file, placed, headers, problems, monthFirst);
}

function isBlank(cells: readonly string[]): boolean {
  for (const cell of cells) if (cell !== '' && cell.trim() !== '') return false;
  return true;
}
