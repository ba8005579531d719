import type { Cell, Sheet } from '../files/read-workbook.ts';
import { RosterFault } from '../files/roster-fault.ts';
import { type ColumnSpec, countKnown, nearestHeader, placeColumns } from '../find-header.ts';
import { HEADER_WITHIN_ROWS } from '../limits.ts';
import type { ProblemBook } from '../problem-book.ts';
import { plainText, RosterRow } from '../roster-row.ts';

/**
 * Reads a sheet as a table of known columns. The header is looked for: titles may stand above it, and merged
 * cells may spread it over two rows. Blank rows are skipped, numbers of rows kept.
 * @throws RosterFault when a required column is missing, naming the one that comes nearest.
 */
export function readSheetTable<Name extends string>(
  sheet: Sheet,
  specs: readonly ColumnSpec<Name>[],
  problems: ProblemBook,
  take: (row: RosterRow<Name>) => void,
): void {
  const header = findHeader(sheet, specs);
  const placed = placeColumns(header.cells, specs);
  for (const { name, headers, isRequired } of specs) {
    if (isRequired === true && placed[name] < 0) {
      const wanted = headers[0] ?? name;
      throw new RosterFault(
        'header-missing',
        sheet.name,
        nearestHeader(header.cells, wanted),
        wanted,
      );
    }
  }
  problems.headers.set(sheet.name, header.cells);
  const row = new RosterRow(sheet.name, placed, header.cells, problems);
  for (let index = header.index + 1; index < sheet.rows.length; index += 1) {
    const cells = sheet.rows[index] ?? [];
    if (isBlank(cells)) continue;
    row.begin(cells, index + 1);
    take(row);
    row.end();
  }
}

interface FoundHeader {
  readonly index: number;
  readonly cells: readonly string[];
}

/** The row that names most of the columns; an empty cell takes the one above, as a merge leaves it. */
function findHeader<Name extends string>(
  sheet: Sheet,
  specs: readonly ColumnSpec<Name>[],
): FoundHeader {
  let best: FoundHeader = { index: 0, cells: (sheet.rows[0] ?? []).map(plainText) };
  let most = 0;
  let above: readonly string[] = [];
  for (const [index, cells] of sheet.rows.slice(0, HEADER_WITHIN_ROWS).entries()) {
    const own = cells.map(plainText);
    const merged = own.map((text, at) => (text.trim() === '' ? (above[at] ?? '') : text));
    const known = countKnown(merged, specs);
    if (known > most) {
      most = known;
      best = { index, cells: merged };
    }
    above = own;
  }
  return best;
}

function isBlank(cells: readonly Cell[]): boolean {
  for (const cell of cells) {
    if (cell === null || cell === '') continue;
    if (typeof cell !== 'string' || cell.trim() !== '') return false;
  }
  return true;
}
