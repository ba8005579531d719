import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { MAX_RECORD_CHARACTERS } from '../limits.ts';
import { scratchFolder } from '../testing/scratch-folder.ts';
import { CsvSplitter } from './csv-splitter.ts';
import { readCsv } from './read-csv.ts';
import { sniffCsv } from './sniff-csv.ts';

const scratch = scratchFolder();
const comma = { delimiter: ',', newline: '\n' } as const;

function split(chunks: readonly string[]): string[][] {
  const records: string[][] = [];
  const splitter = new CsvSplitter('t.csv', comma, (cells) => records.push(cells));
  for (const chunk of chunks) splitter.push(chunk);
  splitter.end();
  return records;
}

async function rowsOf(name: string, content: Buffer): Promise<[number, string[]][]> {
  const rows: [number, string[]][] = [];
  await readCsv(await scratch.write(name, content), name, (cells, row) => rows.push([row, cells]));
  return rows;
}

const cell = fc.string({
  unit: fc.constantFrom('a', '张', ' ', '"', ',', '\n', '\r\n', '1'),
  maxLength: 6,
});
const quoted = (text: string) => `"${text.replaceAll('"', '""')}"`;
const written = fc
  .array(fc.array(fc.tuple(cell, fc.boolean()), { minLength: 1, maxLength: 4 }), { minLength: 1 })
  .map((rows) =>
    rows.map((cells) =>
      cells
        .map(([text, always]) => (always || /[",\r\n]/.test(text) ? quoted(text) : text))
        .join(','),
    ),
  );

describe('CSV', () => {
  it('is split as an independent parser splits it, wherever the chunks are cut', () => {
    fc.assert(
      fc.property(written, fc.boolean(), fc.array(fc.nat(40)), (lines, returns, cuts) => {
        const text = lines.join(returns ? '\r\n' : '\n');
        const chunks: string[] = [];
        let at = 0;
        for (const cut of cuts) {
          chunks.push(text.slice(at, at + cut));
          at += cut;
        }
        chunks.push(text.slice(at));
        const expected: string[][] = parse(text, { relax_column_count: true });
        const blank = (cells: string[]) => cells.length === 1 && cells[0] === '';
        expect(split(chunks).filter((cells) => !blank(cells))).toEqual(
          expected.filter((cells) => !blank(cells)),
        );
      }),
      { numRuns: 500 },
    );
  });

  it('numbers rows as a spreadsheet does: blank lines count, a quoted newline does not', async () => {
    expect(await rowsOf('rows.csv', Buffer.from('a\n\n"b\nb"\nc'))).toEqual([
      [1, ['a']],
      [2, ['']],
      [3, ['b\nb']],
      [4, ['c']],
    ]);
  });

  it('refuses a quotation mark that is never closed, naming the row', async () => {
    const long = Buffer.from(`a\nb\n"c,${'x'.repeat(MAX_RECORD_CHARACTERS + 10)}\nd`);
    await expect(rowsOf('open.csv', Buffer.from('a\nb\n"c,d\n'))).rejects.toMatchObject({
      code: 'csv-quote-open',
      shown: '3',
    });
    await expect(rowsOf('long.csv', long)).rejects.toMatchObject({ code: 'csv-quote-open' });
  });
});

/** 张伟,王芳 in GB18030; 㐂 needs four bytes there. */
const GB18030 = Buffer.from([
  0xd5, 0xc5, 0xce, 0xb0, 0x2c, 0xcd, 0xf5, 0xb7, 0xbc, 0x2c, 0x81, 0x39, 0xef, 0x31,
]);

describe('the encoding of a CSV file', () => {
  it('is UTF-8 with or without a mark, GB18030 when it is no UTF-8, UTF-16 when a mark says so', async () => {
    const names = [['张伟', '王芳', '㐂']];
    const utf16 = Buffer.from('\ufeff张伟\t王芳\t㐂', 'utf16le');
    const files = {
      'plain.csv': Buffer.from('张伟,王芳,㐂'),
      'mark.csv': Buffer.from('\ufeff张伟,王芳,㐂'),
      'gb.csv': GB18030,
      'utf16.csv': utf16,
    };
    for (const [name, content] of Object.entries(files)) {
      expect((await rowsOf(name, content)).map(([, cells]) => cells)).toEqual(names);
    }
  });

  it('is found even when the first Chinese letter stands a mebibyte in, or across two chunks', async () => {
    const ascii = Buffer.from('a,b\n'.repeat(300_000));
    const late = await scratch.write('late.csv', Buffer.concat([ascii, GB18030]));
    expect((await sniffCsv(late)).encoding).toBe('gb18030');
    for (const shift of [0, 1, 2, 3]) {
      const text = `${'x'.repeat(1024 * 1024 - shift)}张伟`;
      const path = await scratch.write('edge.csv', text);
      expect((await sniffCsv(path)).encoding).toBe('utf-8');
    }
  });

  it('is refused when it is none of these', async () => {
    await expect(
      rowsOf('bad.csv', Buffer.from([0x61, 0x2c, 0xff, 0xff, 0x0a])),
    ).rejects.toMatchObject({ code: 'csv-encoding-unknown' });
  });
});
