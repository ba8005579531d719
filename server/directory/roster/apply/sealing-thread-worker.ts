/** Seals personal fields beside the reading of a roster: see sealing-thread.ts. */
import type { KeyObject } from 'node:crypto';
import { parentPort, workerData } from 'node:worker_threads';
import { sealingWith } from '../../../platform/sealing/index.ts';
import { type PersonalColumn, personalLines } from './personal-lines.ts';

export interface ThreadStart {
  readonly keys: ReadonlyMap<string, KeyObject>;
  readonly withSeals: boolean;
}

const { keys, withSeals } = workerData as ThreadStart;
const sealing = sealingWith((purpose) => {
  const key = keys.get(purpose);
  if (!key) throw new Error(`No key was given for: ${purpose}`);
  return key;
});

parentPort?.on('message', (columns: PersonalColumn[]) => {
  parentPort?.postMessage(personalLines(sealing, columns, withSeals));
});
