import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { say } from './command.ts';

const ROOT = join(import.meta.dirname, '..', '..');

/** Writes a generated file that is checked in, or says whether the one that is there is still true. */
export async function keepGenerated(
  file: string,
  text: string,
  { check, command }: { check: boolean; command: string },
): Promise<number> {
  const path = join(ROOT, file);
  if (!check) {
    await writeFile(path, text);
    return 0;
  }
  if (text === (await readFile(path, 'utf8').catch(() => ''))) return 0;
  say(`${file} is out of date: run \`npm run gongyu -- ${command}\``);
  return 1;
}
