import { once } from 'node:events';
import { finished } from 'node:stream/promises';
import type { ClientBase } from 'pg';
import { from } from 'pg-copy-streams';
import { CopyText, type CopyValue } from './copy-text.ts';

type Row = readonly CopyValue[];

/** Sends rows to a table by COPY in text form, as fast as the server takes them. */
export function copyRows(client: ClientBase, target: string, rows: Iterable<Row>): Promise<void> {
  return copyPieces(client, target, [rows]);
}

/** The same of rows that come piece by piece, each when it is made. */
export async function copyPieces(
  client: ClientBase,
  target: string,
  pieces: Iterable<Iterable<Row>> | AsyncIterable<Iterable<Row>>,
): Promise<void> {
  const stream = client.query(from(`copy ${target} from stdin`));
  const done = finished(stream);
  const text = new CopyText();
  const send = async () => {
    if (!stream.write(text.take())) await Promise.race([once(stream, 'drain'), done]);
  };
  try {
    for await (const rows of pieces) {
      for (const row of rows) {
        text.addRow(row);
        if (text.isFull) await send();
      }
    }
    await send();
    stream.end();
  } catch (error) {
    // Else the server would wait for more rows, and the rollback behind them for ever.
    stream.destroy();
    await done.catch(() => {});
    throw error;
  }
  await done;
}

/** Bytes as COPY's text form writes them: the backslash is itself escaped. */
export function copyBytes(bytes: Buffer | null): string | null {
  return bytes === null ? null : `\\x${bytes.toString('hex')}`;
}
