import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll } from 'vitest';
import type { ReadOptions, Roster } from '../index.ts';
import { explainProblem, readRoster } from '../index.ts';

export const TODAY = '2026-03-01';

/** A folder for the files of one test file, removed after it. */
export function scratchFolder(): {
  write(name: string, content: Buffer | string): Promise<string>;
  read(name: string, content: Buffer | string, options?: Partial<ReadOptions>): Promise<Roster>;
} {
  let folder = '';
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'gongyu-test-'));
  });
  afterAll(async () => {
    await rm(folder, { recursive: true, force: true });
  });
  const write = async (name: string, content: Buffer | string) => {
    const path = join(folder, name);
    await writeFile(path, content);
    return path;
  };
  return {
    write,
    read: async (name, content, options = {}) =>
      readRoster(await write(name, content), { today: TODAY, ...options }),
  };
}

/** Each problem as `code sheet row letter`, the way tests compare them. */
export function briefly(roster: Roster): string[] {
  return roster.problems.problems.map(({ code, sheet, row, letter }) =>
    [code, sheet, row || '', letter].filter((part) => part !== '').join(' '),
  );
}

/** The first problem in words. */
export function firstWords(roster: Roster): string {
  const [first] = roster.problems.problems;
  if (!first) throw new Error('The roster has no problem.');
  const { what, remedy } = explainProblem(first);
  return `${what.zh}。${remedy.zh}`;
}
