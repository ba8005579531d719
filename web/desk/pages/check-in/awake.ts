import { useEffect } from 'react';

/** Keeps the screen lit while a page that others look at is open; browsers without it simply dim. */
export function useAwakeScreen(): void {
  useEffect(() => {
    let lock: WakeLockSentinel | undefined;
    let open = true;
    const keep = async () => {
      if (!open || document.visibilityState !== 'visible' || !('wakeLock' in navigator)) return;
      // Refused on low battery: then the screen dims, and nothing else changes.
      lock = await navigator.wakeLock.request('screen').catch(() => undefined);
    };
    void keep();
    document.addEventListener('visibilitychange', keep);
    return () => {
      open = false;
      document.removeEventListener('visibilitychange', keep);
      void lock?.release();
    };
  }, []);
}
