/** The counting of a simulation, in a thread of its own: see simulate.ts. */
import { parentPort, workerData } from 'node:worker_threads';
import type { PackedDeeds } from '../../facts/index.ts';
import { type SimulatedFamily, Simulation, type SimulationStart } from './rules/simulation.ts';

/** What the thread is told, in order. */
export type Told =
  | { readonly deeds: readonly PackedDeeds[] }
  | { readonly families: readonly SimulatedFamily[] }
  | 'end';

const simulation = new Simulation(workerData as SimulationStart);

parentPort?.on('message', (told: Told) => {
  if (told === 'end') {
    parentPort?.postMessage({ table: simulation.table() });
    parentPort?.close();
    return;
  }
  if ('deeds' in told) simulation.addDeeds(told.deeds);
  else simulation.addFamilies(told.families);
  // Asks for the next: no more than a few batches wait in memory.
  parentPort?.postMessage('next');
});
