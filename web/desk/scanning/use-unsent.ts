import { useCallback, useEffect, useState } from 'react';
import type { ApiProblem } from '../../shared/api-problem.ts';
import { unsentScans } from './scan-box.ts';
import { sendScans } from './send.ts';

const TRY_AGAIN_MILLISECONDS = 5_000;

export interface Unsent {
  readonly count: number;
  /** When the oldest of them was scanned, by the server's clock. */
  readonly since: string | undefined;
  /** How many a person must decide, of those sent since this page was opened. */
  readonly conflicts: number;
  /** Why they could not be sent, the last time. */
  readonly problem: ApiProblem | undefined;
}

/** What waits on this phone, and the sending of it: at once, when the network returns, and again every few seconds. */
export function useUnsent(): Unsent & { readonly lookAgain: () => Promise<void> } {
  const [unsent, setUnsent] = useState<Unsent>({
    count: 0,
    since: undefined,
    conflicts: 0,
    problem: undefined,
  });
  const lookAgain = useCallback(async () => {
    const waiting = await unsentScans();
    const since = waiting[0]?.happened_at;
    setUnsent((before) => ({ ...before, count: waiting.length, since }));
  }, []);
  useEffect(() => {
    let open = true;
    const send = async () => {
      await lookAgain();
      if (!navigator.onLine) return;
      const { sent, conflicts, problem } = await sendScans();
      if (!open) return;
      if (sent > 0) await lookAgain();
      setUnsent((before) => ({ ...before, conflicts: before.conflicts + conflicts, problem }));
    };
    void send();
    const timer = setInterval(() => void send(), TRY_AGAIN_MILLISECONDS);
    window.addEventListener('online', send);
    return () => {
      open = false;
      clearInterval(timer);
      window.removeEventListener('online', send);
    };
  }, [lookAgain]);
  return { ...unsent, lookAgain };
}

/** Whether the browser believes that there is a network. */
export function useOnline(): boolean {
  const [online, setOnline] = useState(navigator.onLine);
  useEffect(() => {
    const look = () => setOnline(navigator.onLine);
    window.addEventListener('online', look);
    window.addEventListener('offline', look);
    return () => {
      window.removeEventListener('online', look);
      window.removeEventListener('offline', look);
    };
  }, []);
  return online;
}
