import { constants } from 'node:os';

/** The last one comes when a terminal is closed; PostgreSQL takes it for a wish to read its settings, and stays. */
export const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/**
 * Ends the program at a signal, at once and by way of its `exit` handlers, which end the embedded server: what is
 * half made is rolled back. Gives the way to take it back.
 */
export function leaveAtSignals(): () => void {
  const leave = (signal: NodeJS.Signals) => process.exit(128 + constants.signals[signal]);
  for (const signal of signals) process.on(signal, leave);
  return () => {
    for (const signal of signals) process.off(signal, leave);
  };
}
