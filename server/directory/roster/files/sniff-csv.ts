import { isUtf8 } from 'node:buffer';
import { open } from 'node:fs/promises';

/** How a CSV file is written: found by looking, for nobody says. */
export interface CsvShape {
  readonly encoding: 'utf-8' | 'utf-16le' | 'gb18030';
  readonly delimiter: ',' | '\t' | ';';
  readonly newline: '\n' | '\r';
}

const CHUNK_BYTES = 1024 * 1024;

/**
 * UTF-8 if the whole file is valid UTF-8 (with or without byte-order mark), UTF-16 if a byte-order mark says so
 * (Excel's “Unicode text”), else GB18030, which holds GBK and GB 2312. Reads the file once, at disk speed.
 */
export async function sniffCsv(path: string): Promise<CsvShape> {
  const file = await open(path);
  try {
    const chunk = Buffer.allocUnsafe(CHUNK_BYTES);
    const { bytesRead } = await file.read(chunk, 0, CHUNK_BYTES, 0);
    const start = chunk.subarray(0, bytesRead);
    const encoding = await encodingOf(file, start);
    const head = new TextDecoder(encoding).decode(start.subarray(0, 64 * 1024));
    return { encoding, delimiter: delimiterOf(head), newline: newlineOf(head) };
  } finally {
    await file.close();
  }
}

async function encodingOf(
  file: Awaited<ReturnType<typeof open>>,
  start: Buffer,
): Promise<CsvShape['encoding']> {
  if (start[0] === 0xff && start[1] === 0xfe) return 'utf-16le';
  let held = 0;
  let position = 0;
  const chunk = Buffer.allocUnsafe(CHUNK_BYTES);
  for (;;) {
    const { bytesRead } = await file.read(chunk, held, CHUNK_BYTES - held, position);
    const filled = held + bytesRead;
    if (bytesRead === 0) return held === 0 ? 'utf-8' : 'gb18030';
    const whole = wholeCharacters(chunk, filled);
    if (!isUtf8(chunk.subarray(0, whole))) return 'gb18030';
    chunk.copy(chunk, 0, whole, filled);
    held = filled - whole;
    position += bytesRead;
  }
}

/** How many bytes end on a character: a sequence cut by the chunk's end is left for the next. */
function wholeCharacters(chunk: Buffer, filled: number): number {
  for (let back = 1; back <= Math.min(3, filled); back += 1) {
    const byte = chunk[filled - back] ?? 0;
    if (byte < 0x80) return filled;
    if (byte >= 0xc0) {
      const length = byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : 2;
      return length > back ? filled - back : filled;
    }
  }
  return filled;
}

function delimiterOf(head: string): CsvShape['delimiter'] {
  const line = head.slice(0, head.search(/[\r\n]/) >>> 0);
  if (line.includes(',')) return ',';
  if (line.includes('\t')) return '\t';
  return line.includes(';') ? ';' : ',';
}

function newlineOf(head: string): CsvShape['newline'] {
  return head.includes('\r') && !head.includes('\n') ? '\r' : '\n';
}
