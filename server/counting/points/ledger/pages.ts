import type { Hash as Digest } from 'node:crypto';
import { open } from 'node:fs/promises';
import { LineCursor } from './line-cursor.ts';

const BYTES_A_PAGE = 1 << 20;
const NEWLINE = 0x0a;

/**
 * A file's lines, thousands at a time, in one page of memory that the next ones overwrite; `digest` takes the file's bytes
 * on the way. The last line may lack its newline. One that fills a page is no line of ours: its beginning is the last given.
 */
export async function* pagesOf(path: string, digest?: Digest): AsyncGenerator<LineCursor> {
  const file = await open(path);
  try {
    const page = Buffer.alloc(BYTES_A_PAGE);
    // How much the page begins with of a line whose end is still to be read.
    let kept = 0;
    while (kept < page.length) {
      const { bytesRead } = await file.read(page, kept, page.length - kept);
      if (bytesRead === 0) break;
      const filled = kept + bytesRead;
      digest?.update(page.subarray(kept, filled));
      const end = page.subarray(0, filled).lastIndexOf(NEWLINE) + 1;
      if (end > 0) yield new LineCursor(page.subarray(0, end));
      page.copyWithin(0, end, filled);
      kept = filled - end;
    }
    if (kept > 0) yield new LineCursor(page.subarray(0, kept));
  } finally {
    await file.close();
  }
}
