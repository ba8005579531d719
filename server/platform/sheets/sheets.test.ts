import readXlsx from 'read-excel-file/node';
import { describe, expect, test } from 'vitest';
import { readFirstSheet } from './read-sheet.ts';
import { everyRow } from './send-sheet.ts';
import { writeSheet } from './write-sheet.ts';

interface Line {
  readonly name: string;
  readonly at: string;
  readonly born_on: string;
  readonly points: number;
}

const line: Line = {
  name: '=HYPERLINK("http://example.org")',
  at: '2026-10-14T16:30:00.000Z',
  born_on: '2019-02-03',
  points: 12.5,
};

const sheet = (rows: readonly Line[]) => ({
  title: '名单 [1/2]',
  columns: [
    { header: { zh: '姓名', en: 'Name' }, width: 12, value: ({ name }: Line) => name },
    {
      header: { zh: '时间', en: 'Time' },
      width: 18,
      kind: 'instant' as const,
      value: ({ at }: Line) => at,
    },
    {
      header: { zh: '生日', en: 'Born' },
      width: 12,
      kind: 'day' as const,
      value: ({ born_on }: Line) => born_on,
    },
    { header: { zh: '积分', en: 'Points' }, width: 8, value: ({ points }: Line) => points },
    {
      header: { zh: '状态', en: 'State' },
      width: 8,
      value: () => ({ zh: '有效', en: 'Valid' }),
    },
  ],
  rows,
});

describe('a sheet', () => {
  test('has Chinese headers, and English ones for an English reader', async () => {
    const [zh] = await readFirstSheet(await writeSheet(sheet([]), 'zh'));
    const [en] = await readFirstSheet(await writeSheet(sheet([]), 'en'));
    expect(zh).toEqual(['姓名', '时间', '生日', '积分', '状态']);
    expect(en).toEqual(['Name', 'Time', 'Born', 'Points', 'State']);
  });

  test('holds real dates by the clock of China, real numbers, and no formula', async () => {
    const [read] = await readXlsx(await writeSheet(sheet([line]), 'zh'));
    const [, row] = read?.data ?? [];
    // A spreadsheet counts days in fractions: reading them back is a thousandth of a second off.
    const inSeconds = row?.map((cell) =>
      cell instanceof Date ? new Date(Math.round(cell.getTime() / 1000) * 1000) : cell,
    );
    expect(inSeconds).toEqual([
      `'${line.name}`,
      new Date('2026-10-15T00:30:00Z'),
      new Date('2019-02-03T00:00:00Z'),
      12.5,
      '有效',
    ]);
  });

  test('of many rows is written in a thread, and is the same', async () => {
    const rows = Array.from({ length: 700 }, (_, place) => ({ ...line, name: `家长${place}` }));
    const [first, second] = await Promise.all([
      writeSheet(sheet(rows), 'zh'),
      writeSheet(sheet(rows), 'zh'),
    ]);
    expect(await readFirstSheet(first)).toHaveLength(701);
    expect((await readFirstSheet(second))[700]?.[0]).toBe('家长699');
  });

  test('holds every row of a list or is refused', async () => {
    expect(await everyRow(async () => ({ items: [1, 2] }))).toEqual([1, 2]);
    await expect(everyRow(async () => ({ items: [1], next: 'more' }))).rejects.toMatchObject({
      kind: { code: 'sheets.too-long' },
    });
  });
});
