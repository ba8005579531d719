import { useSyncExternalStore } from 'react';
import { serverNow } from '../../../shared/server-clock.ts';

const LOOK_EVERY_MILLISECONDS = 5_000;

/** Whether an instant has gone by, by the server's clock; true as soon as it has, network or not. */
export function useIsPast(instant: number): boolean {
  return useSyncExternalStore(listenToTime, () => serverNow() > instant);
}

function listenToTime(listener: () => void): () => void {
  const timer = setInterval(listener, LOOK_EVERY_MILLISECONDS);
  return () => clearInterval(timer);
}
