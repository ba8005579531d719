// How the scripts start other programs. Plain JavaScript for Node 20, and nothing but Node itself: these run
// before anything is installed.
import { spawn } from 'node:child_process';
import { constants } from 'node:os';
import { join } from 'node:path';

export const root = join(import.meta.dirname, '..');

// What Node compiles it keeps here, types stripped: the next start reads a third as long.
process.env.NODE_COMPILE_CACHE ??= join(root, 'node_modules', '.cache', 'node');

/** A line about the set-up. On stderr, so that a command's own output can be piped. */
export function tell(line) {
  process.stderr.write(`${line}\n`);
}

/** Ends with one clear sentence. */
export function giveUp(sentence) {
  tell(sentence);
  process.exit(1);
}

const running = new Set();

/** Runs a program to its end; answers its exit code, 128 + the signal's number if one ended it. */
export function run(file, args, { cwd = root, env = process.env, stdio = 'inherit' } = {}) {
  const child = start(file, args, { cwd, env, stdio });
  return endOf(child);
}

/** Runs a program to its end and keeps what it says, for those that run side by side. */
export async function runQuietly(file, args, options = {}) {
  const child = start(file, args, { ...options, stdio: ['ignore', 'pipe', 'pipe'] });
  let said = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (chunk) => {
      said += chunk;
    });
  }
  return { code: await endOf(child), said };
}

/**
 * Lets this program go on as another one: signals reach it, its exit code is kept, and no middleman is left
 * that could be killed and leave it behind. Where Node cannot do that (before 22.15, Windows) a child is
 * started and every signal is passed on.
 */
export async function become(file, args) {
  process.chdir(root);
  if (process.execve && process.platform !== 'win32') {
    process.removeAllListeners('warning');
    process.execve(file, [file, ...args], process.env);
  }
  process.exitCode = await run(file, args);
}

/** Starts a program that ends with this one. */
export function start(file, args, { cwd = root, env = process.env, stdio = 'inherit' } = {}) {
  const child = spawn(file, args, { cwd, env, stdio });
  running.add(child);
  child.once('close', () => running.delete(child));
  passSignals();
  return child;
}

export function endOf(child) {
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (code, signal) => resolve(code ?? 128 + (constants.signals[signal] ?? 0)));
  });
}

let passing = false;

/** The program that was started decides when it is done; this one waits for it. */
function passSignals() {
  if (passing) return;
  passing = true;
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
    process.on(signal, () => {
      for (const child of running) child.kill(signal);
      if (running.size === 0) process.exit(128 + constants.signals[signal]);
    });
  }
}
