import { once } from 'node:events';
import { finished } from 'node:stream/promises';
import type { ClientBase } from 'pg';
import { from } from 'pg-copy-streams';

export type CopyValue = string | number | boolean | null;

const CHUNK_CHARACTERS = 256 * 1024;
const SPECIAL = /[\\\t\n\r]/;
const ESCAPES: Readonly<Record<string, string>> = {
  '\\': '\\\\',
  '\t': '\\t',
  '\n': '\\n',
  '\r': '\\r',
};

/** Sends rows to a table by COPY in text form, as fast as the server takes them. */
export async function copyRows(
  client: ClientBase,
  target: string,
  rows: Iterable<readonly CopyValue[]>,
): Promise<void> {
  await copyLines(client, target, piecesOf(rows));
}

function* piecesOf(rows: Iterable<readonly CopyValue[]>): Iterable<string> {
  let piece = '';
  for (const row of rows) {
    piece += `${cellsOf(row)}\n`;
    if (piece.length < CHUNK_CHARACTERS) continue;
    yield piece;
    piece = '';
  }
  yield piece;
}

/** The same from text: each piece holds many whole lines. */
export async function copyLines(
  client: ClientBase,
  target: string,
  pieces: Iterable<string> | AsyncIterable<string>,
): Promise<void> {
  const stream = client.query(from(`copy ${target} from stdin`));
  const done = finished(stream);
  try {
    for await (const piece of pieces) {
      if (!stream.write(piece)) await Promise.race([once(stream, 'drain'), done]);
    }
    stream.end();
  } catch (error) {
    // Else the server would wait for more rows, and the rollback behind them for ever.
    stream.destroy();
    await done.catch(() => {});
    throw error;
  }
  await done;
}

/** The cells of a row. An indexed loop: this runs for every cell of a million rows. */
export function cellsOf(row: readonly CopyValue[]): string {
  let line = '';
  for (let index = 0; index < row.length; index += 1) {
    const value = row[index];
    if (index > 0) line += '\t';
    if (value === null || value === undefined) line += '\\N';
    else if (typeof value === 'string') line += escaped(value);
    else line += value;
  }
  return line;
}

function escaped(text: string): string {
  if (!SPECIAL.test(text)) return text;
  return text.replaceAll(/[\\\t\n\r]/g, (letter) => ESCAPES[letter] ?? letter);
}

/** Bytes as COPY's text form writes them: the backslash is itself escaped. */
export function copyBytes(bytes: Buffer | null): string | null {
  return bytes === null ? null : `\\x${bytes.toString('hex')}`;
}
