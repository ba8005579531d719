/** The counting thread: see background-thread.ts. */
import { parentPort, workerData } from 'node:worker_threads';
import { startBackground } from './background.ts';
import type { ThreadStart } from './background-thread.ts';
import { connectDistricts } from './districts.ts';
import { createChannels } from './notices/index.ts';
import { readSettings } from './platform/index.ts';

const { environment, mode, databaseUrl } = workerData as ThreadStart;
const settings = readSettings(environment, mode);
const connected = await connectDistricts(settings, databaseUrl);
const running = connected.districts.map((district) =>
  startBackground(district, report, createChannels(settings, district)),
);

parentPort?.once('message', async () => {
  await Promise.all(running.map((one) => one.stop()));
  await connected.close();
});

/** A counter that stumbles tries again; the operator should know why. */
function report(error: unknown): void {
  const text = error instanceof Error ? (error.stack ?? error.message) : String(error);
  process.stderr.write(`${text}\n`);
}
