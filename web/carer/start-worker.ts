/** After the first load, so that keeping the app for later does not slow it now. */
const LATER_MILLISECONDS = 1_500;

/**
 * The worker that opens the app without a network. There is none in development, on plain http and in some
 * apps' own browsers: there the app needs the network, like every page.
 */
export function startWorker(): void {
  if (!import.meta.env.PROD || !('serviceWorker' in navigator)) return;
  const register = () =>
    void navigator.serviceWorker
      .register('/app/worker.js', { scope: '/app', updateViaCache: 'none' })
      .catch((error: unknown) => console.error('The app is not kept for later:', error));
  setTimeout(register, LATER_MILLISECONDS);
}
