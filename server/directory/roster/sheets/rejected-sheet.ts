import writeExcelFile, { type SheetData } from 'write-excel-file/node';
import { explainProblem } from '../explain-problem.ts';
import type { ProblemBook, RejectedRow, RosterProblem } from '../problem-book.ts';
import { safeCell } from './safe-cell.ts';

/** Excel takes at most 31 characters, and none of these. */
const SHEET_NAME = /[\\/?*[\]:]/g;
const MARK_COLOUR = '#F8E7D8';

/**
 * The rows that were not applied, as they were read, each with its number, the columns at fault, what is wrong
 * and how to mend it: a sheet for each sheet or file of the roster. Mended, it can be imported as it is when it
 * came from our template.
 */
export async function writeRejectedSheet(problems: ProblemBook): Promise<Buffer> {
  const byRow = new Map<string, RosterProblem[]>();
  for (const problem of problems.problems) {
    const place = `${problem.sheet}\n${problem.row}`;
    const others = byRow.get(place);
    if (others) others.push(problem);
    else byRow.set(place, [problem]);
  }
  const bySheet = Map.groupBy(problems.rejectedRows, (row) => row.sheet);
  const sheets = [...bySheet].map(([name, rows]) => {
    const headers = problems.headers.get(name) ?? [];
    const data = [headerRow(headers), ...rows.map((row) => rejectedRow(row, headers, byRow))];
    return { sheet: name.replaceAll(SHEET_NAME, ' ').slice(0, 31), data };
  });
  if (sheets.length === 0)
    sheets.push({ sheet: '没有问题行', data: [[{ value: '没有被退回的行' }]] });
  return writeExcelFile(sheets).toBuffer();
}

function headerRow(headers: readonly string[]): SheetData[number] {
  const added = ['行号', '列', '问题', '怎样改'];
  return [
    ...headers.map((value) => ({ value: safeCell(value), fontWeight: 'bold' as const })),
    ...added.map((value) => ({
      value,
      fontWeight: 'bold' as const,
      backgroundColor: MARK_COLOUR,
    })),
  ];
}

function rejectedRow(
  { sheet, row, cells }: RejectedRow,
  headers: readonly string[],
  byRow: ReadonlyMap<string, readonly RosterProblem[]>,
): SheetData[number] {
  const problems = byRow.get(`${sheet}\n${row}`) ?? [];
  const columns = problems.map(({ letter, header }) =>
    letter === '' ? '' : `${letter} ${header}`,
  );
  const explained = problems.map(explainProblem);
  const text = (value: string) => ({ value: safeCell(value), type: String, format: '@' });
  return [
    ...headers.map((_, index) => text(cells[index] ?? '')),
    { value: row },
    text([...new Set(columns)].filter((column) => column !== '').join(';')),
    text(explained.map(({ what }) => what.zh).join(';')),
    text(explained.map(({ remedy }) => remedy.zh).join(';')),
  ];
}
