import readExcelFile from 'read-excel-file/node';
import { describe, expect, it } from 'vitest';
import { templateSheets } from '../formats/template-sheets.ts';
import { briefly, scratchFolder } from '../testing/scratch-folder.ts';
import { STUDENT_HEADER, studentRow, workbook } from '../testing/workbooks.ts';
import { writeRejectedSheet } from './rejected-sheet.ts';
import { safeCell } from './safe-cell.ts';
import { writeTemplate } from './template.ts';

const scratch = scratchFolder();

describe('the template', () => {
  it('has the sheets and headers that its reader looks for, instructions first', async () => {
    const sheets = await readExcelFile(await writeTemplate());
    expect(sheets.map(({ sheet }) => sheet)).toEqual([
      '填写说明',
      '机构',
      '教职工',
      '学生',
      '家长',
    ]);
    for (const spec of templateSheets) {
      const found = sheets.find(({ sheet }) => sheet === spec.name);
      expect(found?.data[0]).toEqual(spec.columns.map(({ headers }) => headers[0]));
    }
  });

  it('with nothing filled in holds nobody: its sample rows are skipped', async () => {
    const roster = await scratch.read('template.xlsx', await writeTemplate());
    expect(briefly(roster)).toEqual(['file-empty template.xlsx']);
  });
});

describe('the sheet of rejected rows', () => {
  it('holds the rows as they were, with number, columns, what is wrong and how to mend it', async () => {
    const roster = await scratch.read(
      'bad.xlsx',
      await workbook({
        学生: [
          STUDENT_HEADER,
          studentRow('王一诺', 'G1'),
          studentRow('=cmd|calc', 'G2', { born: '不详', gender: '公' }),
        ],
      }),
    );
    const [sheet, ...others] = await readExcelFile(await writeRejectedSheet(roster.problems));
    expect(others).toEqual([]);
    expect(sheet?.sheet).toBe('学生');
    expect(sheet?.data[0]).toEqual([...STUDENT_HEADER, '行号', '列', '问题', '怎样改']);
    expect(sheet?.data).toHaveLength(2);
    const row = sheet?.data[1] ?? [];
    expect(row.slice(0, 5)).toEqual(["'=cmd|calc", '公', '不详', 'G2', null]);
    expect(row.slice(8)).toEqual([
      3,
      'A 姓名;B 性别;C 出生日期',
      expect.stringContaining('“性别”里的“公”无法识别'),
      expect.stringContaining('请写成 2018-09-01'),
    ]);
  });

  it('mended and sent again is a roster', async () => {
    const bad = await workbook({
      学生: [STUDENT_HEADER, studentRow('王一诺', 'G1', { born: '不详' })],
    });
    const roster = await scratch.read('bad.xlsx', bad);
    const [sheet] = await readExcelFile(await writeRejectedSheet(roster.problems));
    const rows = (sheet?.data ?? []).map((row) =>
      row.map((cell) =>
        cell === '不详' ? '2017-03-12' : typeof cell === 'number' ? cell : String(cell ?? ''),
      ),
    );
    const mended = await scratch.read('mended.xlsx', await workbook({ 学生: rows }));
    expect(briefly(mended)).toEqual([]);
    expect(mended.students.map(({ name }) => name)).toEqual(['王一诺']);
  });

  it('never hands out a cell that a spreadsheet would compute', () => {
    expect(['=1', '+1', '-1', '@x', '\t=1', '王'].map(safeCell)).toEqual([
      "'=1",
      "'+1",
      "'-1",
      "'@x",
      "'\t=1",
      '王',
    ]);
  });
});
