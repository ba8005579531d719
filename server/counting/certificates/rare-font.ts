import { readFile } from 'node:fs/promises';
import { PublicError } from '../../platform/index.ts';
import { checkFace } from './credential/index.ts';

const read = new Map<string, Promise<Buffer>>();

/**
 * The operator's font for characters that Noto Sans SC lacks (`GONGYU_RARE_FONT`), read once. Refuses with a
 * sentence what is no font: the server asks at its start, not when the first such name is printed.
 */
export function readRareFont(file: string): Promise<Buffer> {
  const known = read.get(file);
  if (known) return known;
  const reading = openFont(file);
  read.set(file, reading);
  return reading;
}

async function openFont(file: string): Promise<Buffer> {
  try {
    const bytes = await readFile(file);
    checkFace(bytes);
    return bytes;
  } catch (error) {
    throw new PublicError(
      `GONGYU_RARE_FONT is "${file}", which cannot be used (${(error as Error).message}): give a font file, TTF or OTF, with one font in it.`,
    );
  }
}
