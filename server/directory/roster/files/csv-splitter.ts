import { MAX_COLUMNS, MAX_RECORD_CHARACTERS, MAX_ROWS_A_FILE } from '../limits.ts';
import { RosterFault } from './roster-fault.ts';

/** Receives each record with its number as a spreadsheet shows it: blank lines count. */
export type OnRecord = (cells: string[], row: number) => void;

const QUOTE = 34;

/**
 * Splits CSV text (RFC 4180) into records as it arrives. Most lines of a roster hold no quotation mark and are
 * split by the engine's own `split`, which is why a million rows take about a second.
 */
export class CsvSplitter {
  private readonly file: string;
  private readonly delimiter: string;
  private readonly newline: string;
  private readonly onRecord: OnRecord;
  private rest = '';
  private row = 0;

  constructor(
    file: string,
    shape: { readonly delimiter: string; readonly newline: string },
    onRecord: OnRecord,
  ) {
    this.file = file;
    this.delimiter = shape.delimiter;
    this.newline = shape.newline;
    this.onRecord = onRecord;
  }

  push(text: string): void {
    this.rest = this.split(this.rest === '' ? text : this.rest + text);
    if (this.rest.length > MAX_RECORD_CHARACTERS) throw this.openQuote();
  }

  /** The last record needs no newline; a quotation mark still open is a fault of the file. */
  end(): void {
    if (this.rest === '') return;
    const left = this.split(this.rest + this.newline);
    if (left !== '') throw this.openQuote();
    this.rest = '';
  }

  private split(text: string): string {
    let position = 0;
    let nextQuote = text.indexOf('"');
    for (;;) {
      const lineEnd = text.indexOf(this.newline, position);
      if (lineEnd < 0) return text.slice(position);
      if (nextQuote >= 0 && nextQuote < position) nextQuote = text.indexOf('"', position);
      if (nextQuote < 0 || nextQuote > lineEnd) {
        this.take(this.plain(text, position, lineEnd));
        position = lineEnd + 1;
      } else {
        const record = this.quoted(text, position);
        if (!record) return text.slice(position);
        this.take(record.cells);
        position = record.end;
      }
    }
  }

  private plain(text: string, from: number, to: number): string[] {
    const end = to > from && text.charCodeAt(to - 1) === 13 ? to - 1 : to;
    return text.slice(from, end).split(this.delimiter);
  }

  /** A record with quotation marks, which may hold newlines; undefined when its end has not arrived. */
  private quoted(text: string, from: number): { cells: string[]; end: number } | undefined {
    const cells: string[] = [];
    let position = from;
    for (;;) {
      let cell = '';
      if (text.charCodeAt(position) === QUOTE) {
        const close = closingQuote(text, position + 1);
        if (close < 0) return undefined;
        cell = text.slice(position + 1, close).replaceAll('""', '"');
        position = close + 1;
      }
      const lineEnd = text.indexOf(this.newline, position);
      if (lineEnd < 0) return undefined;
      const comma = text.indexOf(this.delimiter, position);
      const last = comma < 0 || comma > lineEnd;
      const end = last ? lineEnd : comma;
      // Text after a closing quotation mark is kept: better a strange name to look at than a lost one.
      if (end > position)
        cell += last ? withoutReturn(text, position, end) : text.slice(position, end);
      cells.push(cell);
      if (last) return { cells, end: lineEnd + 1 };
      position = end + 1;
    }
  }

  private take(cells: string[]): void {
    this.row += 1;
    if (this.row > MAX_ROWS_A_FILE) {
      throw new RosterFault('rows-too-many', this.file, '', String(MAX_ROWS_A_FILE));
    }
    if (cells.length > MAX_COLUMNS) cells.length = MAX_COLUMNS + 1;
    this.onRecord(cells, this.row);
  }

  private openQuote(): RosterFault {
    return new RosterFault('csv-quote-open', this.file, String(this.row + 1));
  }
}

function closingQuote(text: string, from: number): number {
  let at = text.indexOf('"', from);
  while (at >= 0 && text.charCodeAt(at + 1) === QUOTE) at = text.indexOf('"', at + 2);
  // At the very end the mark may be the first half of a doubled one that has not arrived.
  return at === text.length - 1 ? -1 : at;
}

function withoutReturn(text: string, from: number, to: number): string {
  return text.slice(from, text.charCodeAt(to - 1) === 13 ? to - 1 : to);
}
