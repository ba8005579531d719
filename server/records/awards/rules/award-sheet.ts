import { dateInShanghai, type FactKind, type Plan } from '../../../plan/index.ts';
import type { Words } from '../../../platform/index.ts';
import type { SheetColumn } from '../../../platform/sheets/index.ts';

/** The columns to fill in. */
export const sheetColumns = {
  carer: { zh: '家长', en: 'Carer' },
  child: { zh: '孩子', en: 'Child' },
  kind: { zh: '事项', en: 'Deed' },
  day: { zh: '日期', en: 'Day' },
  amount: { zh: '数量（分钟或次数）', en: 'Amount (minutes or times)' },
  reason: { zh: '说明', en: 'Reason' },
} as const;
type Column = keyof typeof sheetColumns;

/** The empty sheet: a line for each kind shows its words. */
export const emptyColumns: readonly SheetColumn<FactKind>[] = [
  { header: sheetColumns.carer, width: 16, value: () => null },
  { header: sheetColumns.child, width: 16, value: () => null },
  { header: sheetColumns.kind, width: 36, value: ({ name }) => name },
  { header: sheetColumns.day, width: 14, value: () => null },
  { header: sheetColumns.amount, width: 22, value: () => null },
  { header: sheetColumns.reason, width: 48, value: () => null },
];

export interface SheetLine {
  /** As the spreadsheet counts: the header is 1. */
  readonly row: number;
  readonly carer: string;
  readonly child: string;
  readonly kind: string;
  readonly done_on: string;
  readonly quantity: number;
  readonly reason: string;
}

export interface SheetProblem {
  readonly row: number;
  readonly column: Words;
  readonly reason: Words;
}

/** The lines of a filled sheet; undefined: this is another sheet. Lines without a carer are left out. */
export function readAwardSheet(
  plan: Plan,
  sheet: readonly (readonly string[])[],
): (SheetLine | SheetProblem)[] | undefined {
  const header = sheet[0] ?? [];
  const places = new Map<Column, number>();
  for (const [column, { zh, en }] of Object.entries(sheetColumns)) {
    const at = header.findIndex((cell) => [plain(zh), plain(en)].includes(plain(cell)));
    if (at < 0) return undefined;
    places.set(column as Column, at);
  }
  return sheet.slice(1).flatMap((line, index) => {
    const cell = (column: Column) => line[places.get(column) ?? -1]?.trim() ?? '';
    return cell('carer') === '' ? [] : judgeLine(plan, index + 2, cell);
  });
}

const plain = (text: string): string =>
  text
    .replace(/[（(].*$/, '')
    .trim()
    .toLowerCase();

function judgeLine(
  plan: Plan,
  row: number,
  cell: (column: Column) => string,
): SheetLine | SheetProblem {
  const wrong = (column: Column, zh: string, en: string): SheetProblem => ({
    row,
    column: sheetColumns[column],
    reason: { zh, en },
  });
  const named = cell('kind').toLowerCase();
  const kind = plan.factKinds.find(
    ({ id, name, byHand }) =>
      byHand && [id, name.zh, name.en].some((text) => text.toLowerCase() === named),
  );
  if (!kind) return wrong('kind', '没有这种事项，请照空表里的写', 'Write it as in the empty sheet');
  const done_on = dayOf(cell('day'));
  if (!done_on) return wrong('day', '请写成 2026-10-18', 'Write it like 2026-10-18');
  const quantity = Number(cell('amount'));
  if (!Number.isInteger(quantity) || quantity <= 0) {
    return wrong('amount', '请写整数', 'Write a whole number');
  }
  const reason = cell('reason');
  if (reason === '') return wrong('reason', '请写明做了什么', 'Say what was done');
  return {
    row,
    carer: cell('carer'),
    child: cell('child'),
    kind: kind.id,
    done_on,
    quantity,
    reason,
  };
}

/** A date cell comes as an instant of UTC; a typed one as it was typed. */
function dayOf(text: string): string | undefined {
  const typed = /^(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?$/.exec(text);
  if (typed) {
    const [, year, month = '', day = ''] = typed;
    return `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  }
  const instant = /^\d{4}-\d{2}-\d{2}T/.test(text) ? new Date(text) : undefined;
  return instant && !Number.isNaN(instant.getTime()) ? dateInShanghai(instant) : undefined;
}

export function isSheetProblem(line: SheetLine | SheetProblem): line is SheetProblem {
  return 'column' in line;
}
