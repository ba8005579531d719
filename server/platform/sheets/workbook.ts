import writeXlsx from 'write-excel-file/node';

/** A cell as it travels to the thread that writes: an instant is a `Date` that is already moved to China's time. */
export type PlainCell = string | number | Date | null;

export interface PlainColumn {
  readonly header: string;
  /** In characters. */
  readonly width: number;
  /** Of dates, as spreadsheets write it. */
  readonly format?: string;
}

export interface PlainSheet {
  readonly title: string;
  readonly columns: readonly PlainColumn[];
  readonly rows: readonly (readonly PlainCell[])[];
}

/** What a spreadsheet would run as a formula when it opens the file. */
const FORMULA_LIKE = /^[=+\-@\t\r]/;
/** As much as a spreadsheet shows of a sheet's name, and what it does not take in one. */
const TITLE_CHARACTERS = 31;
const NOT_IN_A_TITLE = /[\\/?*[\]:]/g;

/** One sheet with a bold first row that stays in view. Text that looks like a formula is written as text. */
export function writeWorkbook({ title, columns, rows }: PlainSheet): Promise<Buffer> {
  const header = columns.map(({ header: value }) => ({ value, fontWeight: 'bold' as const }));
  const body = rows.map((row) => row.map((value, place) => cellOf(value, columns[place]?.format)));
  return writeXlsx([header, ...body], {
    sheet: title.replace(NOT_IN_A_TITLE, ' ').slice(0, TITLE_CHARACTERS),
    columns: columns.map(({ width }) => ({ width })),
    stickyRowsCount: 1,
  }).toBuffer();
}

function cellOf(value: PlainCell, format: string | undefined) {
  if (value instanceof Date) return { type: Date, value, ...(format && { format }) };
  if (typeof value !== 'string') return value;
  // Typed as a string and, where it could still be taken for a formula, quoted as spreadsheets do.
  return { type: String, value: FORMULA_LIKE.test(value) ? `'${value}` : value };
}
