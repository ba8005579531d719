import { type ChildProcess, spawn } from 'node:child_process';
import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';

const ROOT = join(import.meta.dirname, '..');
const SECONDS_TO_START = 90;

/** A server of its own on a small demo district, as `npm start` runs it. */
export interface RunningDistrict {
  readonly url: string;
  stop(): Promise<void>;
}

export async function startSmallDistrict(): Promise<RunningDistrict> {
  const data = await mkdtemp(join(tmpdir(), 'gongyu-e2e-'));
  await chmod(data, 0o755);
  const environment = { ...process.env, GONGYU_DATA: data, PORT: '0' };
  await finished(run(['server/cli.ts', 'demo', '--scale', 'small', '--seed', '1'], environment));
  const server = run(['server/main.ts'], environment);
  const url = await addressOf(server);
  return {
    url,
    async stop() {
      server.kill('SIGTERM');
      await finished(server).catch(() => {});
      await rm(data, { recursive: true, force: true });
    },
  };
}

function run(words: string[], env: NodeJS.ProcessEnv): ChildProcess {
  return spawn(process.execPath, words, { cwd: ROOT, env, stdio: ['ignore', 'pipe', 'inherit'] });
}

async function finished(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null) return;
  const code = await new Promise((resolve) => child.once('exit', resolve));
  if (code !== 0) throw new Error(`The program ended with ${code}.`);
}

/** What it prints when it serves. */
async function addressOf(server: ChildProcess): Promise<string> {
  let said = '';
  server.stdout?.on('data', (chunk: Buffer) => {
    said += chunk.toString();
  });
  for (let tried = 0; tried < SECONDS_TO_START * 10; tried += 1) {
    const address = /http:\/\/localhost:\d+/.exec(said)?.[0];
    if (address) return address;
    if (server.exitCode !== null) break;
    await wait(100);
  }
  throw new Error(`The server does not start: ${said}`);
}
