import { useEffect } from 'react';

/**
 * The worker that opens the verify page without a network, asked for when it is first opened with one. There is none in
 * development, on plain http and in some apps' own browsers: there the page needs the network.
 */
export function useKeptForLater(): void {
  useEffect(() => {
    if (!import.meta.env.PROD || !('serviceWorker' in navigator)) return;
    navigator.serviceWorker
      .register('/verify/worker.js', { scope: '/verify', updateViaCache: 'none' })
      .catch((error: unknown) => console.error('The page is not kept for later:', error));
  }, []);
}
