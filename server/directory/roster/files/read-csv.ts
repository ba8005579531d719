import { createReadStream } from 'node:fs';
import { CsvSplitter, type OnRecord } from './csv-splitter.ts';
import { RosterFault } from './roster-fault.ts';
import { sniffCsv } from './sniff-csv.ts';

const CHUNK_BYTES = 64 * 1024;

/**
 * Reads a CSV file record by record, in bounded memory, whatever its encoding.
 * @throws RosterFault for an encoding that is none, a quotation mark never closed, too many rows.
 */
export async function readCsv(path: string, file: string, onRecord: OnRecord): Promise<void> {
  const shape = await sniffCsv(path);
  const decoder = new TextDecoder(shape.encoding, { fatal: true });
  const splitter = new CsvSplitter(file, shape, onRecord);
  for await (const chunk of createReadStream(path, { highWaterMark: CHUNK_BYTES })) {
    splitter.push(decoded(decoder, file, chunk as Buffer));
  }
  splitter.push(decoded(decoder, file, undefined));
  splitter.end();
}

const HEAD_BYTES = 64 * 1024;

/** The first record only, without reading the rest: enough to see what kind of file it is. */
export async function readCsvHeader(path: string, file: string): Promise<readonly string[]> {
  const shape = await sniffCsv(path);
  const decoder = new TextDecoder(shape.encoding);
  let header: string[] = [];
  const splitter = new CsvSplitter(file, shape, (cells, row) => {
    if (row === 1) header = cells;
  });
  for await (const chunk of createReadStream(path, { end: HEAD_BYTES - 1 })) {
    splitter.push(decoder.decode(chunk as Buffer, { stream: true }));
  }
  if (header.length === 0) splitter.end();
  return header;
}

function decoded(decoder: InstanceType<typeof TextDecoder>, file: string, chunk?: Buffer): string {
  try {
    return chunk ? decoder.decode(chunk, { stream: true }) : decoder.decode();
  } catch {
    throw new RosterFault('csv-encoding-unknown', file);
  }
}
