/** Spreadsheets as people have them: small XLSX files out, and the first sheet of one in. May touch: nothing. */
import readXlsx from 'read-excel-file/node';
import writeXlsx from 'write-excel-file/node';

export const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

export interface SheetColumn<Row> {
  readonly header: string;
  /** In characters. */
  readonly width: number;
  readonly value: (row: Row) => string | number | null;
}

/** What a spreadsheet would run as a formula when it opens the file. */
const FORMULA_LIKE = /^[=+\-@\t\r]/;

/** One sheet with a bold first row that stays in view. Text that looks like a formula is written as text. */
export async function writeSheet<Row>(
  title: string,
  columns: readonly SheetColumn<Row>[],
  rows: readonly Row[],
): Promise<Buffer> {
  const header = columns.map(({ header: value }) => ({ value, fontWeight: 'bold' as const }));
  const body = rows.map((row) => columns.map((column) => cell(column.value(row))));
  return writeXlsx([header, ...body], {
    sheet: title.slice(0, 31),
    columns: columns.map(({ width }) => ({ width })),
    stickyRowsCount: 1,
  }).toBuffer();
}

function cell(value: string | number | null) {
  if (typeof value !== 'string') return value;
  // Typed as a string and, where it could still be taken for a formula, quoted as spreadsheets do.
  return { type: String, value: FORMULA_LIKE.test(value) ? `'${value}` : value };
}

/** The cells of a file's first sheet, as text; throws when the file is no XLSX. */
export async function readFirstSheet(bytes: Buffer): Promise<string[][]> {
  const sheets = await readXlsx(bytes);
  const rows = sheets[0]?.data ?? [];
  return rows.map((row) => row.map((value) => (value === null ? '' : String(value).trim())));
}
