import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import type { Entry } from 'yauzl';
import { RosterFault } from './roster-fault.ts';
import { unpackToFolder } from './unpack-zip.ts';

/** The CSV files of a roster, found by name without regard to case. */
export interface CsvFolder {
  readonly names: readonly string[];
  find(file: string): string | undefined;
}

/** A folder as it lies on disk; what is not CSV is not looked at. */
export async function openCsvFolder(path: string): Promise<CsvFolder> {
  const entries = await readdir(path, { withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile() && /\.csv$/i.test(entry.name));
  const paths = new Map(files.map(({ name }) => [name.toLowerCase(), join(path, name)]));
  return {
    names: [...paths.keys()],
    find: (file) => paths.get(file.toLowerCase()),
  };
}

/**
 * Unpacks the CSV files of a zip into a folder of its own, hands it on, and removes it whatever happens: a
 * roster is personal and is not left lying about. Names are used without their folders, so that no entry can
 * leave the folder, and a zip that was made of the folder itself works too.
 */
export async function withUnpackedCsv<Result>(
  zip: { readonly path: string; readonly file: string; readonly entries: readonly Entry[] },
  workFolder: string | undefined,
  use: (folder: CsvFolder) => Promise<Result>,
): Promise<Result> {
  const named = new Map<string, { entry: Entry; as: string }>();
  for (const entry of zip.entries) {
    const as = basename(entry.fileName).toLowerCase();
    if (!as.endsWith('.csv') || entry.fileName.includes('__MACOSX/')) continue;
    if (named.has(as)) throw new RosterFault('zip-name-unsafe', zip.file, entry.fileName);
    named.set(as, { entry, as });
  }
  const folder = await mkdtemp(join(workFolder ?? tmpdir(), 'gongyu-roster-'));
  try {
    await unpackToFolder(zip.path, zip.file, [...named.values()], folder);
    return await use(await openCsvFolder(folder));
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
