import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** The files that a commit would hold, as the checks see them; a sample in a test is one too. */
export interface Repository {
  readonly files: readonly string[];
  /** Throws for a file that is not there. */
  text(path: string): string;
}

/** What git tracks and what it would, so that a new file is checked before it is committed. */
export function readRepository(root: string): Repository {
  const listed = execFileSync('git', ['ls-files', '-z', '-co', '--exclude-standard'], {
    cwd: root,
    encoding: 'utf8',
    maxBuffer: 64 * 1024 * 1024,
  });
  const files = listed.split('\0').filter((path) => path && existsSync(join(root, path)));
  const texts = new Map<string, string>();
  return {
    files: [...new Set(files)].sort(),
    text(path) {
      const text = texts.get(path) ?? readFileSync(join(root, path), 'utf8');
      texts.set(path, text);
      return text;
    },
  };
}

export function sampleRepository(texts: Readonly<Record<string, string>>): Repository {
  return {
    files: Object.keys(texts),
    text(path) {
      const text = texts[path];
      if (text === undefined) throw new Error(`The sample has no ${path}.`);
      return text;
    },
  };
}

/** Complaints about a repository, each a sentence that begins with the file; none when all is well. */
export type Check = (repository: Repository) => string[];

export const isCode = (path: string) => /\.(ts|tsx|mjs)$/.test(path) && !/\.gen\.ts$/.test(path);
export const isTest = (path: string) => /\.test\.tsx?$/.test(path) || path.startsWith('test/');
/** Everything that people write and read; not lock files, test vectors, pictures or fonts. */
export const isProse = (path: string) =>
  /\.(ts|tsx|mjs|css|html|sql|md|ya?ml|json)$|(^|\/)\.[\w.-]+$|^\.ci\/run$/.test(path) &&
  !/^(package-lock\.json|vectors\/)/.test(path);

/** The folder under server/ that owns a file: `records/activities`, `counting/points`, `facts`, `platform`. */
export function moduleOf(path: string): string | undefined {
  const parts = path.split('/');
  if (parts[0] !== 'server' || parts.length < 3) return undefined;
  const isShelf = parts[1] === 'records' || parts[1] === 'counting';
  return isShelf ? parts.slice(1, 3).join('/') : parts[1];
}

/** A TypeScript or SQL text without its comments, line by line as before. */
export function withoutComments(path: string, text: string): string {
  const blank = (comment: string) => comment.replace(/[^\n]/g, ' ');
  if (path.endsWith('.sql')) return text.replace(/--[^\n]*/g, blank);
  return text.replace(/\/\*[\s\S]*?\*\//g, blank).replace(/(^|\s)\/\/[^\n]*/g, blank);
}

export const lineOf = (text: string, index: number) => text.slice(0, index).split('\n').length;
