import { once } from 'node:events';
import type { ClientBase } from 'pg';
import { from as copyFrom } from 'pg-copy-streams';

/** A value of a row as COPY wants it; a Buffer becomes bytea, an array an array, an object JSON. */
export type Value = string | number | boolean | Date | Buffer | null | readonly string[] | object;

export type Row = readonly Value[];

/** Rows that wait for their table; kept for one school at a time, so that memory does not grow with the district. */
export class Rows {
  readonly #waiting = new Map<string, Row[]>();

  add(table: string, row: Row): void {
    const rows = this.#waiting.get(table);
    if (rows) rows.push(row);
    else this.#waiting.set(table, [row]);
  }

  /** Writes what waits, tables in the given order, and forgets it. Gives the number of rows. */
  async flush(client: ClientBase, columns: Readonly<Record<string, string>>): Promise<number> {
    let written = 0;
    for (const [table, names] of Object.entries(columns)) {
      const rows = this.#waiting.get(table) ?? [];
      if (rows.length > 0) await copy(client, `copy ${table} (${names}) from stdin`, rows);
      written += rows.length;
    }
    this.#waiting.clear();
    return written;
  }
}

const LINES_A_WRITE = 2000;

async function copy(client: ClientBase, statement: string, rows: readonly Row[]): Promise<void> {
  const stream = client.query(copyFrom(statement));
  for (let from = 0; from < rows.length; from += LINES_A_WRITE) {
    const text = rows
      .slice(from, from + LINES_A_WRITE)
      .map(line)
      .join('');
    if (!stream.write(text)) await once(stream, 'drain');
  }
  stream.end();
  await once(stream, 'finish');
}

function line(row: Row): string {
  return `${row.map(field).join('\t')}\n`;
}

function field(value: Value): string {
  if (value === null) return '\\N';
  if (typeof value === 'string') return escaped(value);
  if (value instanceof Date) return value.toISOString();
  if (Buffer.isBuffer(value)) return `\\\\x${value.toString('hex')}`;
  if (Array.isArray(value)) return `{${value.join(',')}}`;
  if (typeof value === 'object') return escaped(JSON.stringify(value));
  return String(value);
}

function escaped(text: string): string {
  return /[\\\t\n\r]/.test(text)
    ? text.replace(/\\/g, '\\\\').replace(/\t/g, '\\t').replace(/\n/g, '\\n').replace(/\r/g, '\\r')
    : text;
}
