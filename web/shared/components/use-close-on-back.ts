import { useEffect, useId, useRef } from 'react';

/**
 * The phone's back gesture closes what lies over the page instead of leaving the page: while it is open, the
 * history has one step more. Closed by its own button, the step is taken back.
 */
export function useCloseOnBack(open: boolean, onClose: () => void): void {
  const key = useId();
  const close = useRef(onClose);
  close.current = onClose;
  const stepBack = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => {
    if (!open) return;
    clearTimeout(stepBack.current);
    if (!isOnTop(key)) history.pushState({ ...history.state, over: key }, '');
    const listen = () => {
      if (!isOnTop(key)) close.current();
    };
    addEventListener('popstate', listen);
    return () => {
      removeEventListener('popstate', listen);
      // Later, for a link inside may be on its way to another page: its step is not taken back.
      stepBack.current = setTimeout(() => {
        if (isOnTop(key)) history.back();
      });
    };
  }, [open, key]);
}

function isOnTop(key: string): boolean {
  const state = history.state as { readonly over?: unknown } | null;
  return state?.over === key;
}
