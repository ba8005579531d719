/** Writes one workbook in a thread of its own: see write-sheet.ts. */
import { parentPort, workerData } from 'node:worker_threads';
import { type PlainSheet, writeWorkbook } from './workbook.ts';

const workbook = await writeWorkbook(workerData as PlainSheet);
// A copy of its own: a small buffer is a part of a pool that does not travel.
const bytes = Uint8Array.from(workbook);
parentPort?.postMessage(bytes, [bytes.buffer]);
