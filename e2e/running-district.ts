import { type ChildProcess, spawn } from 'node:child_process';
import { readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { inject } from 'vitest';
import { until } from './program.ts';
import { makeDataFolder } from './small-district.ts';

const ROOT = join(import.meta.dirname, '..');
const SECONDS_TO_START = 90;
/** The last one: nothing like it follows. */
const CODE = /验证码 (\d{6})(?![\s\S]*验证码)/;

/** A server of its own on a small demo district, as `npm start` runs it. */
export interface RunningDistrict {
  readonly url: string;
  /** Where its database lives. */
  readonly folder: string;
  /** The sign-in code that went out last: the demo's text messages go to the console. */
  lastCode(): Promise<string>;
  /** As a power cut would: the program at once, its database left as it is. */
  killApp(): Promise<void>;
  /** The database's own processes at once; the program notices and ends. */
  killDatabase(): Promise<void>;
  stop(): Promise<void>;
}

/** `settings`: more environment variables for the server, such as those of a channel. */
export async function startSmallDistrict(
  settings: Readonly<Record<string, string>> = {},
): Promise<RunningDistrict> {
  const folder = await makeDataFolder();
  // `cp` keeps the owner, who may be another user than the tests' own.
  await finished(spawn('cp', ['-a', `${inject('smallDistrict')}/.`, folder], { stdio: 'inherit' }));
  return startAgain(folder, settings);
}

/** Starts the server on a folder that is there already, in whatever state it was left. */
export async function startAgain(
  folder: string,
  settings: Readonly<Record<string, string>> = {},
): Promise<RunningDistrict> {
  const environment = { ...process.env, ...settings, GONGYU_DATA: folder, PORT: '0' };
  const server = run(['server/main.ts'], environment);
  const said = listen(server);
  const url = await addressOf(server, said);
  const ended = () => finished(server).catch(() => {});
  return {
    url,
    folder,
    async lastCode() {
      await until('a code was sent', () => CODE.test(said()));
      return said().match(CODE)?.[1] as string;
    },
    async killApp() {
      server.kill('SIGKILL');
      await ended();
    },
    async killDatabase() {
      const file = await readFile(join(folder, 'postgres', 'postmaster.pid'), 'utf8');
      process.kill(Number(file.split('\n')[0]), 'SIGKILL');
      await ended();
    },
    async stop() {
      server.kill('SIGTERM');
      await ended();
    },
  };
}

export async function removeDistrict({ folder }: RunningDistrict): Promise<void> {
  await rm(folder, { recursive: true, force: true });
}

function run(words: string[], env: NodeJS.ProcessEnv): ChildProcess {
  return spawn(process.execPath, words, { cwd: ROOT, env, stdio: ['ignore', 'pipe', 'inherit'] });
}

async function finished(child: ChildProcess): Promise<void> {
  if (child.exitCode === null && child.signalCode === null) {
    await new Promise((resolve) => child.once('exit', resolve));
  }
  if (child.exitCode !== 0) throw new Error(`The program ended with ${child.exitCode}.`);
}

/** What it prints when it serves. */
async function addressOf(server: ChildProcess, said: () => string): Promise<string> {
  for (let tried = 0; tried < SECONDS_TO_START * 10; tried += 1) {
    const address = /http:\/\/localhost:\d+/.exec(said())?.[0];
    if (address) return address;
    if (server.exitCode !== null) break;
    await wait(100);
  }
  throw new Error(`The server does not start: ${said()}`);
}

/** What the program has printed so far. */
function listen(program: ChildProcess): () => string {
  let said = '';
  program.stdout?.setEncoding('utf8').on('data', (chunk: string) => {
    said += chunk;
  });
  return () => said;
}
