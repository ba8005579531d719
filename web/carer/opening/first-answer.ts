import type { QueryClient } from '@tanstack/react-query';
import type { AnyRouter } from '@tanstack/react-router';
import type { PageTable } from '../../shared/routing/app-pages.tsx';

/** After this the page is drawn with grey lines; they then say better than the opening that something comes. */
const PATIENCE_MILLISECONDS = 1000;

/**
 * Waits for what the page one came to shows first. Its question has been under way since the page's own script, so
 * this is short; the page is then drawn once, not first in grey.
 */
export async function firstAnswer(
  client: QueryClient,
  router: AnyRouter,
  pages: PageTable,
): Promise<void> {
  const place = router.state.matches.at(-1);
  const page = await pages[place?.routeId ?? '']?.();
  const answered = page?.opensWith?.(client, place?.params ?? {});
  await Promise.race([
    answered,
    new Promise((resolve) => setTimeout(resolve, PATIENCE_MILLISECONDS)),
  ]);
}
