import { dateInShanghai } from '../../../plan/index.ts';
import type { Call } from '../../../platform/index.ts';
import { readFirstSheet, type Sheet } from '../../../platform/sheets/index.ts';
import { SheetUnreadable } from '../refusals.ts';
import type { VerifiedLine } from '../shapes.ts';
import type { LineToVerify } from './verify-lines.ts';

const MOST_LINES = 2000;
/** A number or a link, not a heading such as 证明编号. */
const NUMBER_LIKE = /\d{4}|\/verify#/;

/** The lines of an uploaded sheet: number in the first column, name in the second; a heading is skipped. */
export async function readSheet(bytes: Buffer): Promise<LineToVerify[]> {
  const rows = await readFirstSheet(bytes).catch(() => {
    throw SheetUnreadable();
  });
  const lines = rows
    .filter(([number]) => number !== undefined && NUMBER_LIKE.test(number))
    .map(([number = '', name]) => ({ number, child_name: name || undefined }));
  if (lines.length === 0 || lines.length > MOST_LINES) {
    throw SheetUnreadable({
      detail: {
        zh: `文件里有 ${lines.length} 个编号，每次可核验 1 到 ${MOST_LINES} 个。`,
        en: `The file has ${lines.length} numbers; 1 to ${MOST_LINES} can be verified at a time.`,
      },
    });
  }
  return lines;
}

/** The same lines with the results, to file with the admission papers. */
export function resultsSheet(
  lines: readonly VerifiedLine[],
  { language, at }: Call,
): Sheet<VerifiedLine> {
  return {
    title: language === 'zh' ? '核验结果' : 'Results',
    rows: lines,
    columns: [
      { header: { zh: '证明编号', en: 'Number' }, width: 22, value: (line) => line.number },
      {
        header: { zh: '孩子姓名（所填）', en: 'Name given' },
        width: 18,
        value: (line) => line.child_name,
      },
      { header: { zh: '结果', en: 'Result' }, width: 36, value: (line) => line.says },
      {
        header: { zh: '证明上的姓名', en: 'Name on it' },
        width: 16,
        value: (line) => line.masked_name,
      },
      {
        header: { zh: '身份证件号末四位', en: 'Last four of ID' },
        width: 18,
        value: (line) => line.id_number_last_four,
      },
      {
        header: { zh: '有效期至', en: 'Valid until' },
        width: 14,
        kind: 'day',
        value: (line) => line.valid_until && dateInShanghai(new Date(line.valid_until)),
      },
      {
        header: { zh: '核验时间', en: 'Checked at' },
        width: 18,
        kind: 'instant',
        value: () => at.toISOString(),
      },
    ],
  };
}
