import { type Cell, LostDigits } from './files/read-workbook.ts';
import { MAX_CELL_CHARACTERS, MAX_PERSON_NAME_CHARACTERS } from './limits.ts';
import type { ProblemBook } from './problem-book.ts';
import type { ProblemCode } from './problem-kinds.ts';
import { faultOfIdNumber } from './rules/id-number.ts';
import { columnLetter, maskValue } from './rules/mask-value.ts';
import { hasLostDigits, normaliseName, normaliseText } from './rules/normalise-text.ts';
import { dayOfDate, dayOfSerial, readDay } from './rules/read-day.ts';
import { readGender } from './rules/read-gender.ts';
import { readPhone } from './rules/read-phone.ts';

/** Where each column that a reader knows stands; absent ones are -1. */
export type Columns<Name extends string> = Readonly<Record<Name, number>>;

const FORMULA_ERROR = /^#(N\/A|REF!|VALUE!|NAME\?|DIV\/0!|NULL!|NUM!)$/;
const FORMULA_START = /^[=+\-@]/;

/**
 * One row under the eyes of a reader: gives each cell as what it should be and writes down what is wrong. A
 * row with one problem is rejected whole, so that nothing half-read is applied. One object serves all rows of a
 * table: a million rows should not make a million readers.
 */
export class RosterRow<Name extends string> {
  readonly sheet: string;
  row = 0;
  isRejected = false;
  private cells: readonly Cell[] = [];
  private readonly columns: Columns<Name>;
  private readonly headers: readonly string[];
  private readonly problems: ProblemBook;
  private readonly monthFirst: boolean;

  constructor(
    sheet: string,
    columns: Columns<Name>,
    headers: readonly string[],
    problems: ProblemBook,
    monthFirst = false,
  ) {
    this.sheet = sheet;
    this.columns = columns;
    this.headers = headers;
    this.problems = problems;
    this.monthFirst = monthFirst;
  }

  /** Moves on to the next row. */
  begin(cells: readonly Cell[], row: number): void {
    this.cells = cells;
    this.row = row;
    this.isRejected = false;
    if (cells.length > this.headers.length + 100) this.reject('record-too-long');
  }

  /** Whether the row may be taken; if not, keeps its cells for the sheet of rejected rows. */
  end(): boolean {
    if (!this.isRejected) return true;
    const { sheet, row } = this;
    this.problems.rejectRow({ sheet, row, cells: this.cells.map(plainText) });
    return false;
  }

  has(name: Name): boolean {
    return this.columns[name] >= 0;
  }

  /** The cell as text, normalised; empty when there is nothing. */
  text(name: Name): string {
    const cell = this.cells[this.columns[name]];
    if (cell === undefined || cell === null || cell === '') return '';
    const text = typeof cell === 'string' ? normaliseText(cell) : plainText(cell);
    if (text.length > MAX_CELL_CHARACTERS) {
      this.reject('value-too-long', name, '', String(MAX_CELL_CHARACTERS));
      return '';
    }
    if (text.charCodeAt(0) === 35 && FORMULA_ERROR.test(text)) {
      this.reject('cell-is-error', name, text);
      return '';
    }
    return text;
  }

  required(name: Name): string {
    const text = this.text(name);
    if (text === '' && !this.isRejected) this.reject('value-missing', name);
    return text;
  }

  /** A name of a person or place; what looks like a formula is text, and is said to be. */
  name(name: Name, most = MAX_PERSON_NAME_CHARACTERS): string {
    const text = normaliseName(this.required(name));
    this.checkName(name, text, most);
    return text;
  }

  /** The same checks for a name that was put together from several cells. */
  checkName(name: Name, text: string, most = MAX_PERSON_NAME_CHARACTERS): void {
    if (text.length > most) this.reject('value-too-long', name, text, String(most));
    if (FORMULA_START.test(text)) this.note('text-like-formula', name, text);
  }

  phone(name: Name): string | null {
    const text = this.numberText(name);
    if (text === '') return null;
    const phone = readPhone(text);
    if (phone === undefined) this.reject('phone-wrong', name, text);
    return phone ?? null;
  }

  idNumber(name: Name): string | null {
    const text = this.numberText(name).toUpperCase().replaceAll(' ', '');
    if (text === '') return null;
    const fault = faultOfIdNumber(text);
    if (fault !== undefined) this.reject(fault, name, text);
    return fault === undefined ? text : null;
  }

  /** A code or number as it was typed; refused when Excel has eaten its last digits. */
  numberText(name: Name): string {
    const cell = this.cells[this.columns[name]];
    if (cell instanceof LostDigits) {
      this.reject('digits-lost', name, cell.raw);
      return '';
    }
    const text = this.text(name);
    if (hasLostDigits(text)) {
      this.reject('digits-lost', name, text);
      return '';
    }
    return text;
  }

  day(name: Name): string | null {
    const cell = this.cells[this.columns[name]];
    if (cell === undefined || cell === null || cell === '') return null;
    const text = this.text(name);
    if (text === '') return null;
    const day = this.dayOf(cell, text);
    if (day === undefined) this.reject('day-wrong', name, text);
    return day ?? null;
  }

  gender(name: Name): number | null {
    const text = this.text(name);
    if (text === '') return null;
    const gender = readGender(text);
    if (gender === undefined) this.reject('value-unknown', name, text, '男、女');
    return gender ?? null;
  }

  reject(code: ProblemCode, name?: Name, shown = '', detail = ''): void {
    this.isRejected = true;
    this.note(code, name, shown, detail);
  }

  note(code: ProblemCode, name?: Name, shown = '', detail = ''): void {
    const index = name === undefined ? -1 : this.columns[name];
    this.problems.add({
      code,
      sheet: this.sheet,
      row: this.row,
      letter: index >= 0 ? columnLetter(index) : '',
      header: index >= 0 ? (this.headers[index] ?? '') : (name ?? ''),
      shown: maskValue(shown),
      detail,
    });
  }

  private dayOf(cell: Cell, text: string): string | undefined {
    if (cell instanceof Date) return dayOfDate(cell);
    if (typeof cell === 'number' && cell < 100_000) return dayOfSerial(cell);
    return readDay(text, this.monthFirst);
  }
}

/** A cell as the person sees it. */
export function plainText(cell: Cell): string {
  if (cell === null) return '';
  if (cell instanceof LostDigits) return cell.raw;
  if (cell instanceof Date) return Number.isNaN(cell.getTime()) ? '' : dayOfDate(cell);
  return String(cell);
}
