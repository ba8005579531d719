import { Worker } from 'node:worker_threads';
import type { Background } from './background.ts';
import type { Mode } from './platform/index.ts';

/** What the thread needs to open the districts for itself. */
export interface ThreadStart {
  readonly environment: NodeJS.ProcessEnv;
  readonly mode: Mode;
  readonly databaseUrl: string;
}

/**
 * Counting in a thread of its own: a rush of check-ins and the counting of it share the machine's cores and
 * not one of them, and a long count never delays an answer. `onFailure` is told when it ends by an error.
 */
export function startBackgroundThread(
  start: ThreadStart,
  onFailure: (error: Error) => void = () => {},
): Background {
  const thread = new Worker(new URL('./background-worker.ts', import.meta.url), {
    workerData: start,
  });
  thread.once('error', onFailure);
  const ended = new Promise<void>((resolve) => thread.once('exit', () => resolve()));
  return {
    async stop() {
      thread.postMessage('stop');
      await ended;
    },
  };
}
