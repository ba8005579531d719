import { type ChildProcess, spawn } from 'node:child_process';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { nodeFlags } from '../scripts/node-flags.mjs';

const ROOT = join(import.meta.dirname, '..');
const SECONDS_TO_START = 300;

/** A server in a process of its own, so that whoever loads it does not slow it down from inside. */
export interface Running {
  readonly url: string;
  stop(): Promise<void>;
}

/** Starts a program of this repository that prints its address, and waits for it. */
export async function startProgram(file: string, environment: object = {}): Promise<Running> {
  const child = spawn(process.execPath, [...nodeFlags, file], {
    cwd: ROOT,
    env: { ...process.env, ...environment, PORT: '0' },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  return {
    url: await addressOf(child),
    async stop() {
      child.kill('SIGTERM');
      await ended;
    },
  };
}

async function addressOf(child: ChildProcess): Promise<string> {
  let said = '';
  child.stdout?.setEncoding('utf8').on('data', (chunk: string) => {
    said += chunk;
  });
  for (let tried = 0; tried < SECONDS_TO_START * 20; tried += 1) {
    const address = /http:\/\/localhost:\d+/.exec(said)?.[0];
    if (address) return address;
    if (child.exitCode !== null) break;
    await wait(50);
  }
  throw new Error(`The server does not start: ${said}`);
}
