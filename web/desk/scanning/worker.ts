import { useEffect } from 'react';

/**
 * The worker that opens the scanner without a network, asked for when it is first opened with one. There is none
 * in development and on plain http: there the page must stay open.
 */
export function useKeptForLater(): void {
  useEffect(() => {
    if (!import.meta.env.PROD || !('serviceWorker' in navigator)) return;
    navigator.serviceWorker
      .register('/desk/worker.js', { scope: '/desk/activities/', updateViaCache: 'none' })
      .then(({ active }) => active?.postMessage('keep who is signed in'))
      .catch((error: unknown) => console.error('The scanner is not kept for later:', error));
  }, []);
}
