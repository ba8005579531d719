import { zipSync } from 'fflate';
import readExcelFile from 'read-excel-file/node';
import type { Entry } from 'yauzl';
import {
  MAX_CELLS_A_SHEET,
  MAX_COLUMNS,
  MAX_ROWS_A_FILE,
  MAX_WORKBOOK_UNPACKED_BYTES,
} from '../limits.ts';
import { RosterFault } from './roster-fault.ts';
import { type UnpackLimits, unpackToMemory } from './unpack-zip.ts';

/** A number cell with more digits than Excel keeps: its last ones are not what was typed. */
export class LostDigits {
  readonly raw: string;
  constructor(raw: string) {
    this.raw = raw;
  }
}

export type Cell = string | number | boolean | Date | LostDigits | null;

export interface Sheet {
  readonly name: string;
  /** Index 0 is row 1. */
  readonly rows: readonly (readonly Cell[])[];
}

export const workbookLimits: UnpackLimits = {
  totalBytes: MAX_WORKBOOK_UNPACKED_BYTES,
  entryBytes: MAX_WORKBOOK_UNPACKED_BYTES,
};

const NEEDED =
  /^(\[Content_Types\]\.xml|_rels\/.*|xl\/(workbook|styles|sharedStrings)\.xml|xl\/_rels\/.*|xl\/worksheets\/[^/]+\.xml)$/i;

/** Excel keeps fifteen digits of a number. */
const KEPT_DIGITS = 999_999_999_999_999;

/**
 * Reads every sheet of an .xlsx workbook. What reaches the parsing library has been unpacked under our limits
 * and packed again uncompressed, so that a zip that says one thing to us cannot say another to it.
 * @throws RosterFault
 */
export async function readWorkbook(
  path: string,
  file: string,
  entries: readonly Entry[],
): Promise<Sheet[]> {
  const needed = entries.filter((entry) => NEEDED.test(entry.fileName));
  const parts = await unpackToMemory(path, file, needed, workbookLimits);
  for (const [name, part] of Object.entries(parts)) {
    if (name.startsWith('xl/worksheets/')) requireModestSheet(part, file);
  }
  const repacked = Buffer.from(zipSync(parts, { level: 0 }));
  try {
    const sheets = await readExcelFile(repacked, { trim: false, parseNumber: keptNumber });
    return sheets.map(({ sheet, data }) => ({ name: sheet, rows: data as unknown as Cell[][] }));
  } catch (error) {
    throw new RosterFault('workbook-broken', file, '', error instanceof Error ? error.message : '');
  }
}

function keptNumber(text: string): number | LostDigits {
  const number = Number(text);
  return Math.abs(number) <= KEPT_DIGITS ? number : new LostDigits(text);
}

/**
 * The library makes every row as wide as the widest and every row up to the last, so a few bytes can ask for
 * gigabytes; the corners are looked at first.
 */
function requireModestSheet(part: Uint8Array, file: string): void {
  const text = Buffer.from(part.buffer, part.byteOffset, part.byteLength).toString('latin1');
  let rows = 0;
  let columns = 0;
  for (const [, letters = '', number] of text.matchAll(/\br\s*=\s*["']([A-Za-z]*)(\d+)["']/g)) {
    rows = Math.max(rows, Number(number));
    columns = Math.max(columns, columnNumber(letters));
  }
  const tooMany = rows > MAX_ROWS_A_FILE || rows * columns > MAX_CELLS_A_SHEET;
  if (tooMany || columns > MAX_COLUMNS * 10) {
    throw new RosterFault('rows-too-many', file, '', String(MAX_CELLS_A_SHEET));
  }
}

function columnNumber(letters: string): number {
  let number = 0;
  for (const letter of letters.toUpperCase()) number = number * 26 + letter.charCodeAt(0) - 64;
  return number;
}
