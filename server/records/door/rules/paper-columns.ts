import type { SheetColumn } from '../../../platform/sheets/index.ts';

/** A line of the sheet that goes out: somebody who signed up. */
export interface PaperLine {
  readonly carer: string;
  readonly name: string;
  readonly children: string;
  readonly classes: string;
}

/** The columns of the sheet, out and back; the ones to fill in are empty as it goes out. */
export const paperColumns = {
  key: { zh: '编号（请勿改动）', en: 'Key (do not change)' },
  class: { zh: '班级', en: 'Class' },
  child: { zh: '孩子', en: 'Child' },
  carer: { zh: '家长', en: 'Carer' },
  phone: { zh: '手机号（没报名的填）', en: 'Phone (if not signed up)' },
  entered: { zh: '签到', en: 'Entered' },
  left: { zh: '签退', en: 'Left' },
} as const;
export type PaperColumn = keyof typeof paperColumns;

export const outgoingColumns: readonly SheetColumn<PaperLine>[] = [
  { header: paperColumns.class, width: 16, value: ({ classes }) => classes },
  { header: paperColumns.child, width: 16, value: ({ children }) => children },
  { header: paperColumns.carer, width: 14, value: ({ name }) => name },
  { header: paperColumns.entered, width: 10, value: () => null },
  { header: paperColumns.left, width: 10, value: () => null },
  { header: paperColumns.phone, width: 22, value: () => null },
  { header: paperColumns.key, width: 40, value: ({ carer }) => carer },
];

/** What a cell of the sheet says, by column; '' where there is none. */
export type PaperCells = Readonly<Record<PaperColumn, string>>;

export interface PaperRow {
  /** As the spreadsheet counts: the header is 1. */
  readonly row: number;
  readonly cells: PaperCells;
}

/** Columns are found by their headers, in either language and any order; undefined: this is another sheet. */
export function readPaperRows(sheet: readonly (readonly string[])[]): PaperRow[] | undefined {
  const header = sheet[0] ?? [];
  const places = new Map<PaperColumn, number>();
  for (const [column, { zh, en }] of Object.entries(paperColumns)) {
    const plain = (text: string) =>
      text
        .replace(/[（(].*$/, '')
        .trim()
        .toLowerCase();
    const at = header.findIndex((cell) => [plain(zh), plain(en)].includes(plain(cell)));
    if (at >= 0) places.set(column as PaperColumn, at);
  }
  if (!places.has('carer') || !places.has('entered')) return undefined;
  return sheet.slice(1).flatMap((line, index) => {
    const cell = (column: PaperColumn) => line[places.get(column) ?? -1]?.trim() ?? '';
    const cells: PaperCells = {
      key: cell('key'),
      class: cell('class'),
      child: cell('child'),
      carer: cell('carer'),
      phone: cell('phone').replace(/[\s-]/g, ''),
      entered: cell('entered'),
      left: cell('left'),
    };
    return Object.values(cells).some((text) => text !== '') ? [{ row: index + 2, cells }] : [];
  });
}
