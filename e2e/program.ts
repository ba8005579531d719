import { type ChildProcess, spawn } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';

const ROOT = join(import.meta.dirname, '..');
const MILLISECONDS_BETWEEN_LOOKS = 50;
const MOST_LOOKS = 1200;

/** One of the project's programs, as an operator sees it. */
export interface Program {
  readonly child: ChildProcess;
  /** What it has printed so far. */
  out(): string;
  err(): string;
  /** The exit code, when it has ended; 128 and the signal's number are the program's own doing. */
  readonly ended: Promise<number | null>;
}

/** Starts `node FILE WORDS…` with settings of its own over this process's. */
export function start(words: readonly string[], settings: Record<string, string>): Program {
  const env = { ...process.env, ...settings };
  const stdio = ['ignore', 'pipe', 'pipe'] as const;
  const child = spawn(process.execPath, [...words], { cwd: ROOT, env, stdio: [...stdio] });
  const said = { out: '', err: '' };
  child.stdout?.setEncoding('utf8').on('data', (text: string) => {
    said.out += text;
  });
  child.stderr?.setEncoding('utf8').on('data', (text: string) => {
    said.err += text;
  });
  return {
    child,
    out: () => said.out,
    err: () => said.err,
    ended: new Promise((resolve) => child.once('close', resolve)),
  };
}

/** Looks until it is so; fails after a minute with what was waited for. */
export async function until(what: string, isSo: () => boolean): Promise<void> {
  for (let looked = 0; looked < MOST_LOOKS; looked += 1) {
    if (isSo()) return;
    await wait(MILLISECONDS_BETWEEN_LOOKS);
  }
  throw new Error(`Waited in vain until ${what}.`);
}

/** Servers that work in the folder. A process that a server has just forked bears its name for a moment: it is not one. */
export function postgresIn(folder: string): number {
  const parents = new Map(
    readdirSync('/proc').flatMap((pid) => {
      const parent = /^\d+$/.test(pid) ? parentOfPostgres(pid, folder) : undefined;
      return parent ? [[pid, parent] as const] : [];
    }),
  );
  return [...parents.values()].filter((parent) => !parents.has(parent)).length;
}

/** Undefined if the process is not PostgreSQL in that folder, or has ended. */
function parentOfPostgres(pid: string, folder: string): string | undefined {
  try {
    const words = readFileSync(`/proc/${pid}/cmdline`, 'utf8').split('\0');
    const isOne = /\/postgres$/.test(words[0] ?? '') && words.includes(join(folder, 'postgres'));
    if (!isOne) return undefined;
    return /^PPid:\s*(\d+)$/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1];
  } catch {
    return undefined;
  }
}
