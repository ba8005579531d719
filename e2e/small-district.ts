import { spawnSync } from 'node:child_process';
import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';

declare module 'vitest' {
  interface ProvidedContext {
    /** The data folder of a small demo district whose server is stopped: for journeys to copy. */
    smallDistrict: string;
  }
}

const ROOT = join(import.meta.dirname, '..');

/** One small district, made once for all journeys: each works on a copy, which takes a moment instead of seconds. */
export default async function setUp(project: TestProject): Promise<() => Promise<void>> {
  const folder = await makeDataFolder();
  const words = ['server/cli.ts', 'demo', '--scale', 'small', '--seed', '1'];
  const env = { ...process.env, GONGYU_DATA: folder };
  const { status } = spawnSync(process.execPath, words, { cwd: ROOT, env, stdio: 'inherit' });
  if (status !== 0) throw new Error(`Making the small district ended with ${status}.`);
  project.provide('smallDistrict', folder);
  return () => rm(folder, { recursive: true, force: true });
}

/** A new folder, which PostgreSQL may pass through where it works as another user. */
export async function makeDataFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'gongyu-e2e-'));
  await chmod(folder, 0o755);
  return folder;
}
