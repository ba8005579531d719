import { Worker } from 'node:worker_threads';
import type { Sealing } from '../../../platform/index.ts';
import { type PersonalColumn, personalKeys } from './personal-lines.ts';
import type { ThreadStart } from './sealing-thread-worker.ts';

/** Seals the personal fields of rows; `personalLines`, in a thread of its own. */
export interface SealingThread {
  lines(columns: readonly PersonalColumn[]): Promise<string>;
  stop(): Promise<void>;
}

/** Its garbage is strings of a moment; without a limit it takes as much memory as the program. */
const MEBIBYTES_OF_YOUNG_OBJECTS = 16;

export function startSealingThread(sealing: Sealing, withSeals: boolean): SealingThread {
  const start: ThreadStart = { keys: personalKeys(sealing), withSeals };
  const thread = new Worker(new URL('./sealing-thread-worker.ts', import.meta.url), {
    workerData: start,
    resourceLimits: { maxYoungGenerationSizeMb: MEBIBYTES_OF_YOUNG_OBJECTS },
  });
  const waiting: PromiseWithResolvers<string>[] = [];
  let ended: Error | undefined;
  const end = (error: Error) => {
    ended ??= error;
    for (const one of waiting.splice(0)) one.reject(ended);
  };
  thread.on('message', (lines: string) => waiting.shift()?.resolve(lines));
  thread.on('error', end);
  thread.on('exit', () => end(new Error('The sealing thread has ended.')));
  return {
    lines(columns) {
      // Answers come in the order of the questions.
      if (ended) return Promise.reject(ended);
      const one = Promise.withResolvers<string>();
      waiting.push(one);
      thread.postMessage(columns);
      return one.promise;
    },
    async stop() {
      await thread.terminate();
    },
  };
}
