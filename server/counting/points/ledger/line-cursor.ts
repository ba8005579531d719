const NEWLINE = 0x0a;
const QUOTE = 0x22;
const MINUS = 0x2d;
const ZERO = 0x30;
const NINE = 0x39;
const BACKSLASH = 0x5c;

/** From where to where something stands in a page. */
export interface Stretch {
  readonly from: number;
  readonly to: number;
}

/**
 * Reads lines of canonical JSON (RFC 8785) from their bytes, by what has to stand there next. It makes no string where
 * none is needed, and asks only at a line's end whether all was as it had to be: until then what it gives may mean nothing.
 */
export class LineCursor {
  readonly bytes: Buffer;
  #at = 0;
  #began = 0;
  #isRight = true;

  /** Begins at the first of these whole lines. */
  constructor(lines: Buffer) {
    this.bytes = lines;
  }

  get at(): number {
    return this.#at;
  }

  get isAtEnd(): boolean {
    return this.#at >= this.bytes.length;
  }

  /** Exactly these bytes. */
  expect(literal: Uint8Array): void {
    const { bytes } = this;
    const from = this.#at;
    for (let index = 0; index < literal.length; index += 1) {
      if (bytes[from + index] !== literal[index]) this.#isRight = false;
    }
    this.#at = from + literal.length;
  }

  /** An integer that JSON carries exactly. */
  integer(): number {
    const { bytes } = this;
    const isNegative = bytes[this.#at] === MINUS;
    const first = isNegative ? this.#at + 1 : this.#at;
    let at = first;
    let value = 0;
    for (let byte = bytes[at] ?? 0; byte >= ZERO && byte <= NINE; byte = bytes[at] ?? 0) {
      value = value * 10 + (byte - ZERO);
      at += 1;
    }
    this.#at = at;
    const isShortest = bytes[first] === ZERO ? at - first === 1 && !isNegative : at > first;
    if (!isShortest || !Number.isSafeInteger(value)) this.#isRight = false;
    return isNegative ? -value : value;
  }

  /** A string; gives where it stands, without its quotes. */
  string(): Stretch {
    const { bytes } = this;
    const from = this.#at + 1;
    let at = from;
    while (IS_PLAIN[bytes[at] ?? QUOTE] === 1) at += 1;
    if (bytes[at] !== QUOTE) {
      at = endOfString(bytes, at);
      if (!isCanonical(bytes.subarray(from, at))) this.#isRight = false;
    }
    if (bytes[from - 1] !== QUOTE || bytes[at] !== QUOTE) this.#isRight = false;
    this.#at = at + 1;
    return { from, to: at };
  }

  /** Goes to the next line, wherever it stands in this one. Gives whether all of this one was right. */
  endLine(): boolean {
    const wasRight = this.#isRight && (this.isAtEnd || this.bytes[this.#at] === NEWLINE);
    if (!wasRight) {
      const end = this.bytes.indexOf(NEWLINE, this.#began);
      this.#at = end < 0 ? this.bytes.length : end;
    }
    this.#at += 1;
    this.#began = this.#at;
    this.#isRight = true;
    return wasRight;
  }
}

/** 1 for a byte that stands for itself in a string: ASCII that JSON has not to escape. */
const IS_PLAIN = Uint8Array.from({ length: 256 }, (_, byte) =>
  byte >= 0x20 && byte < 0x80 && byte !== QUOTE && byte !== BACKSLASH ? 1 : 0,
);

/** Where the quote stands that ends a string, or whatever else ends it. */
function endOfString(bytes: Uint8Array, from: number): number {
  let at = from;
  for (let byte = bytes[at] ?? 0; byte >= 0x20 && byte !== QUOTE; byte = bytes[at] ?? 0) {
    at += byte === BACKSLASH ? 2 : 1;
  }
  return at;
}

const strict = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

function isCanonical(written: Buffer): boolean {
  try {
    const quoted = `"${strict.decode(written)}"`;
    const text = JSON.parse(quoted) as string;
    return text.isWellFormed() && JSON.stringify(text) === quoted;
  } catch {
    return false;
  }
}

/** The text of a canonical string. */
export function textOf(bytes: Buffer, { from, to }: Stretch): string {
  const text = bytes.toString('utf8', from, to);
  return text.includes('\\') ? (JSON.parse(`"${text}"`) as string) : text;
}
