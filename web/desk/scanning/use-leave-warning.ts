import { useBlocker } from '@tanstack/react-router';
import { useWords } from '../words/words.ts';

/** Whoever leaves or closes the page is told what has not been sent; it stays on the phone either way. */
export function useLeaveWarning(unsent: number): void {
  const { t } = useWords();
  useBlocker({
    shouldBlockFn: ({ current, next }) =>
      current.pathname !== next.pathname &&
      unsent > 0 &&
      !window.confirm(t('checkInScanner.leaveUnsent', { count: unsent })),
    enableBeforeUnload: () => unsent > 0,
  });
}
