import { Worker } from 'node:worker_threads';
import type { Language, Words } from '../words.ts';
import { type PlainCell, type PlainSheet, writeWorkbook } from './workbook.ts';

export interface SheetColumn<Row> {
  readonly header: Words;
  /** In characters. */
  readonly width: number;
  /** A day is `2026-10-14`, an instant as ISO 8601 writes it; both become real dates. Text or number if not given. */
  readonly kind?: 'day' | 'instant';
  readonly value: (row: Row, language: Language) => string | number | Words | null;
}

export interface Sheet<Row> {
  /** Of the sheet, and the name of its file. */
  readonly title: string;
  readonly columns: readonly SheetColumn<Row>[];
  readonly rows: readonly Row[];
}

const formats = { day: 'yyyy-mm-dd', instant: 'yyyy-mm-dd hh:mm' } as const;

/** A longer sheet is written in a thread, so that nobody waits a second for their check-in meanwhile. */
const ROWS_WRITTEN_AT_ONCE = 500;

/** A workbook of one sheet, its headers and words in the reader's language. */
export async function writeSheet<Row>(sheet: Sheet<Row>, language: Language): Promise<Buffer> {
  const { title, columns, rows } = sheet;
  const plain: PlainSheet = {
    title,
    columns: columns.map(({ header, width, kind }) => ({
      header: header[language],
      width,
      ...(kind && { format: formats[kind] }),
    })),
    rows: rows.map((row) =>
      columns.map(({ kind, value }) => plainCell(value(row, language), kind, language)),
    ),
  };
  return rows.length > ROWS_WRITTEN_AT_ONCE ? writeInTurn(plain) : writeWorkbook(plain);
}

function plainCell(
  value: string | number | Words | null,
  kind: 'day' | 'instant' | undefined,
  language: Language,
): PlainCell {
  if (value === null || typeof value === 'number') return value;
  const text = typeof value === 'string' ? value : value[language];
  if (kind === undefined || text === '') return text;
  const at = new Date(kind === 'day' ? `${text}T00:00:00Z` : text).getTime();
  // A spreadsheet's dates know no zone: the instant is moved, so that the clock of China stands in the cell.
  return new Date(kind === 'day' ? at : at + CHINA_AHEAD_MILLISECONDS);
}

const CHINA_AHEAD_MILLISECONDS = 8 * 3_600_000;

let last: Promise<unknown> = Promise.resolve();

/** Long sheets one after the other: several at once would be several times the memory. */
function writeInTurn(sheet: PlainSheet): Promise<Buffer> {
  const written = last.then(() => writeInThread(sheet));
  last = written.catch(() => undefined);
  return written;
}

function writeInThread(sheet: PlainSheet): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    const thread = new Worker(new URL('./workbook-worker.ts', import.meta.url), {
      workerData: sheet,
    });
    thread.once('message', (bytes: Uint8Array) => resolve(Buffer.from(bytes.buffer)));
    thread.once('error', reject);
    thread.once('exit', () => reject(new Error('The thread ended without a workbook.')));
  });
}
