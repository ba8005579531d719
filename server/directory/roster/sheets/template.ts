import writeExcelFile, { type SheetData } from 'write-excel-file/node';
import {
  INSTRUCTIONS_SHEET,
  type TemplateColumn,
  templateSheets,
} from '../formats/template-sheets.ts';
import { type Choices, choicesFeature } from './choices-feature.ts';

/** Rows that are ready as text, so that a pasted ID number keeps all its digits. */
const READY_ROWS = 300;
const HEADER_COLOUR = '#E7F0EC';
const REQUIRED_COLOUR = '#F8E7D8';
const HINT_COLOUR = '#6B6B6B';

const INSTRUCTIONS: readonly (readonly [string, string])[] = [
  ['怎么填', ''],
  ['1', '橙色表头是必填列,绿色是选填列。表头和工作表的名称请不要改。'],
  ['2', '每张表的第二行是示例(姓名以“示例”开头),导入时会自动跳过,可以删去。'],
  ['3', '身份证号、学籍号、手机号这几列已设成“文本”。从别处粘贴时请选“只粘贴值”。'],
  ['4', '四张表可以只填需要的。机构已经在平台里的,机构表可以留空。'],
  ['5', '一位家长有几个孩子就写几行;一个孩子有几位家长也写几行。'],
  ['6', '父母离异、祖辈照护都照实填写;平时主要带孩子的那一位,在“主要照护人”填“是”。'],
  ['7', '全家共用一部手机没有关系:姓名不同就是两个人,不会被合并。'],
  ['8', '日期写成 2025-09-01。'],
  ['导入之后', ''],
  ['9', '先给您看会新增、更改多少人,哪一行有什么问题;您确认之前,什么都不会写入。'],
  ['10', '同一份名册可以反复导入,不会重复。'],
];

/**
 * The workbook to fill in: instructions, and a sheet each for organisations, staff, students and carers, with
 * cells formatted as text, lists to choose from and one sample row.
 */
export async function writeTemplate(): Promise<Buffer> {
  const choices: Choices[] = [];
  const sheets = templateSheets.map((spec, index) => {
    for (const [columnIndex, column] of spec.columns.entries()) {
      const { choices: words } = column as TemplateColumn<string>;
      if (words) choices.push({ sheetIndex: index + 1, columnIndex, choices: words });
    }
    return {
      sheet: spec.name,
      data: rowsOf(spec.columns),
      columns: spec.columns.map(({ width }) => ({ width })),
      stickyRowsCount: 1,
    };
  });
  const instructions = {
    sheet: INSTRUCTIONS_SHEET,
    data: instructionRows(),
    columns: [{ width: 24 }, { width: 90 }],
  };
  return writeExcelFile([instructions, ...sheets], {
    features: [choicesFeature(choices)],
  }).toBuffer();
}

function rowsOf(columns: readonly TemplateColumn<string>[]): SheetData {
  const header = columns.map(({ headers, isRequired }) => ({
    value: headers[0],
    fontWeight: 'bold' as const,
    backgroundColor: isRequired === true ? REQUIRED_COLOUR : HEADER_COLOUR,
  }));
  const sample = columns.map((column) => ({
    value: column.sample,
    type: String,
    format: '@',
    textColor: HINT_COLOUR,
  }));
  const blank = columns.map(() => ({ value: '', type: String, format: '@' }));
  return [header, sample, ...Array.from({ length: READY_ROWS }, () => blank)];
}

function instructionRows(): SheetData {
  const guide = INSTRUCTIONS.map(([step, text]) => [
    { value: step, ...(text === '' ? { fontWeight: 'bold' as const } : {}) },
    { value: text, wrap: true },
  ]);
  const columns = templateSheets.flatMap(({ name, columns: all }) =>
    (all as readonly TemplateColumn<string>[]).map(({ headers, hint, isRequired }) => [
      { value: `${name} › ${headers[0]}` },
      { value: `${isRequired === true ? '必填。' : ''}${hint}`, wrap: true },
    ]),
  );
  return [...guide, [{ value: '各列说明', fontWeight: 'bold' as const }], ...columns];
}
