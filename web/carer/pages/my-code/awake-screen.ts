import { useEffect } from 'react';

/** Keeps the screen on while a page is open, where the browser can; again after a look elsewhere. */
export function useAwakeScreen(): void {
  useEffect(() => {
    if (!('wakeLock' in navigator)) return;
    let lock: WakeLockSentinel | undefined;
    let open = true;
    const ask = async () => {
      if (document.visibilityState !== 'visible') return;
      // A phone that saves its battery refuses: then the screen goes dark as it always does.
      const granted = await navigator.wakeLock.request('screen').catch(() => undefined);
      if (open) lock = granted;
      else void granted?.release();
    };
    void ask();
    document.addEventListener('visibilitychange', ask);
    return () => {
      open = false;
      document.removeEventListener('visibilitychange', ask);
      void lock?.release();
    };
  }, []);
}
