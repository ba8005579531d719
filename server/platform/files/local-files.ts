import { mkdir, open, readFile, rename, rm } from 'node:fs/promises';
import { dirname, join, normalize, sep } from 'node:path';

/** Where a district's files lie. What is kept under a key is never changed, only thrown away. */
export interface FileStore {
  /** Once it settles the file outlives a power cut. */
  put(key: string, bytes: Uint8Array): Promise<void>;
  /** Nothing when there is none. */
  get(key: string): Promise<Buffer | undefined>;
  /** Is content when there is none. */
  remove(key: string): Promise<void>;
}

/** On the disk of this machine, or on whatever is mounted there. */
export function localFiles(folder: string): FileStore {
  const pathOf = (key: string): string => {
    const path = normalize(join(folder, key));
    if (!path.startsWith(folder + sep)) throw new Error('A key of a file names no other folder.');
    return path;
  };
  return {
    async put(key, bytes) {
      const path = pathOf(key);
      await mkdir(dirname(path), { recursive: true });
      const beside = `${path}.writing`;
      const file = await open(beside, 'w', 0o600);
      try {
        await file.writeFile(bytes);
        await file.sync();
      } finally {
        await file.close();
      }
      await rename(beside, path);
      await syncFolder(dirname(path));
    },
    async get(key) {
      try {
        return await readFile(pathOf(key));
      } catch (error) {
        if (isMissing(error)) return undefined;
        throw error;
      }
    },
    async remove(key) {
      await rm(pathOf(key), { force: true });
    },
  };
}

/** The name of a file is kept by its folder. */
async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

function isMissing(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ENOENT';
}
