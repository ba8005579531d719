/** A cell of COPY's text form. Dates, UUIDs and the like are written as strings. */
export type CopyValue = string | number | boolean | null | WrittenCells;

/** One or more cells as COPY reads them already, tabs between them: plain ASCII, such as sealed bytes. */
export class WrittenCells {
  readonly ascii: string;

  constructor(ascii: string) {
    this.ascii = ascii;
  }
}

const CHUNK_BYTES = 256 * 1024;
const BYTES_A_CHARACTER = 3;
const SPECIAL = /[\\\t\n\r]/;
const ESCAPES: Readonly<Record<string, string>> = {
  '\\': '\\\\',
  '\t': '\\t',
  '\n': '\\n',
  '\r': '\\r',
};

/**
 * Rows as bytes of COPY's text form. Each row goes into the buffer at once: a text of a thousand rows, some in
 * Chinese, would take two bytes for each character of the sealed cells too, and be copied twice.
 */
export class CopyText {
  private bytes = Buffer.allocUnsafe(CHUNK_BYTES);
  private length = 0;

  get isFull(): boolean {
    return this.length > CHUNK_BYTES / 2;
  }

  /** An indexed loop: this runs for every cell of a million rows. */
  addRow(row: readonly CopyValue[]): void {
    let text = '';
    for (let index = 0; index < row.length; index += 1) {
      const value = row[index];
      if (index > 0) text += '\t';
      if (value === null || value === undefined) text += '\\N';
      else if (typeof value === 'string') text += escaped(value);
      else if (value instanceof WrittenCells) {
        this.add(text);
        this.addAscii(value.ascii);
        text = '';
      } else text += value;
    }
    this.add(`${text}\n`);
  }

  /** The bytes so far; the next rows begin a new buffer. */
  take(): Buffer {
    const taken = this.bytes.subarray(0, this.length);
    this.bytes = Buffer.allocUnsafe(CHUNK_BYTES);
    this.length = 0;
    return taken;
  }

  private add(text: string): void {
    this.makeRoom(text.length * BYTES_A_CHARACTER);
    this.length += this.bytes.write(text, this.length);
  }

  private addAscii(text: string): void {
    this.makeRoom(text.length);
    this.length += this.bytes.write(text, this.length, 'latin1');
  }

  private makeRoom(bytes: number): void {
    if (this.length + bytes <= this.bytes.length) return;
    const larger = Buffer.allocUnsafe(Math.max(2 * this.bytes.length, this.length + bytes));
    this.bytes.copy(larger, 0, 0, this.length);
    this.bytes = larger;
  }
}

function escaped(text: string): string {
  if (!SPECIAL.test(text)) return text;
  return text.replaceAll(/[\\\t\n\r]/g, (letter) => ESCAPES[letter] ?? letter);
}
