import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type FileStore, localFiles } from './local-files.ts';

let folder: string;
let files: FileStore;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'gongyu-files-'));
  files = localFiles(join(folder, 'district'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

test('a file is found under its key until it is thrown away, and nothing half-written lies beside', async () => {
  await files.put('photos/one', Buffer.from('leaf'));
  expect((await files.get('photos/one'))?.toString()).toBe('leaf');
  expect(await readdir(join(folder, 'district', 'photos'))).toEqual(['one']);
  await files.remove('photos/one');
  await files.remove('photos/one');
  expect(await files.get('photos/one')).toBeUndefined();
});

test('a key leads to no other folder', async () => {
  await expect(files.get('../secret')).rejects.toThrow('no other folder');
  await expect(files.put('photos/../../secret', Buffer.from('x'))).rejects.toThrow();
});
