import { dateInShanghai, minuteInShanghai } from '../../../plan/index.ts';
import type { Call } from '../../../platform/index.ts';
import { readFirstSheet, writeSheet } from '../../../platform/sheets/index.ts';
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
export async function writeResults(
  lines: readonly VerifiedLine[],
  { language, at }: Call,
): Promise<Buffer> {
  const zh = language === 'zh';
  return writeSheet<VerifiedLine>(
    zh ? '核验结果' : 'Results',
    [
      { header: zh ? '证明编号' : 'Number', width: 22, value: (line) => line.number },
      {
        header: zh ? '孩子姓名（所填）' : 'Name given',
        width: 18,
        value: (line) => line.child_name,
      },
      { header: zh ? '结果' : 'Result', width: 36, value: (line) => line.says[language] },
      { header: zh ? '证明上的姓名' : 'Name on it', width: 16, value: (line) => line.masked_name },
      {
        header: zh ? '身份证件号末四位' : 'Last four of ID',
        width: 18,
        value: (line) => line.id_number_last_four,
      },
      {
        header: zh ? '有效期至' : 'Valid until',
        width: 14,
        value: ({ valid_until: until }) => until && dateInShanghai(new Date(until)),
      },
      { header: zh ? '核验时间' : 'Checked at', width: 24, value: () => minuteInShanghai(at) },
    ],
    lines,
  );
}
