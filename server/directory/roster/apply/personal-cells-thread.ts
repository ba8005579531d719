import { Worker } from 'node:worker_threads';
import type { Sealing } from '../../../platform/index.ts';
import { type PersonalColumn, personalCells, personalKeys } from './personal-cells.ts';
import type { ThreadStart } from './personal-cells-worker.ts';

/** Seals the personal fields of rows; `personalCells`, wherever it runs. */
export interface Sealer {
  cells(columns: readonly PersonalColumn[]): Promise<readonly string[]>;
  stop(): Promise<void>;
}

/** A thread takes a moment to start: worth it for more rows than these. */
const ROWS_WORTH_A_THREAD = 20_000;
/** Its garbage is strings of a moment; without a limit it takes as much memory as the program. */
const MEBIBYTES_OF_YOUNG_OBJECTS = 16;

/** A sealer for so many rows: of a large roster in a thread of its own, so that laying it out goes on meanwhile. */
export function startSealer(sealing: Sealing, withSeals: boolean, rows: number): Sealer {
  if (rows > ROWS_WORTH_A_THREAD) return startSealerThread(sealing, withSeals);
  return {
    cells: async (columns) => personalCells(sealing, columns, withSeals),
    stop: async () => {},
  };
}

function startSealerThread(sealing: Sealing, withSeals: boolean): Sealer {
  const start: ThreadStart = { keys: personalKeys(sealing), withSeals };
  const thread = new Worker(new URL('./personal-cells-worker.ts', import.meta.url), {
    workerData: start,
    resourceLimits: { maxYoungGenerationSizeMb: MEBIBYTES_OF_YOUNG_OBJECTS },
  });
  const waiting: PromiseWithResolvers<readonly string[]>[] = [];
  let ended: Error | undefined;
  const end = (error: Error) => {
    ended ??= error;
    for (const one of waiting.splice(0)) one.reject(ended);
  };
  thread.on('message', (cells: string[]) => waiting.shift()?.resolve(cells));
  thread.on('error', end);
  thread.on('exit', () => end(new Error('The sealing thread has ended.')));
  return {
    cells(columns) {
      // Answers come in the order of the questions.
      if (ended) return Promise.reject(ended);
      const one = Promise.withResolvers<readonly string[]>();
      waiting.push(one);
      thread.postMessage(columns);
      return one.promise;
    },
    async stop() {
      await thread.terminate();
    },
  };
}
