import {
  createContext,
  type ReactNode,
  useCallback,
  useContext,
  useEffect,
  useReducer,
} from 'react';
import { AlertIcon, DoneIcon } from '../icons.tsx';
import { oneToast, type Toast } from './one-toast.ts';
import styles from './toast.module.css';

const STAYS_MILLISECONDS = 6000;

const ToastContext = createContext<(toast: Toast | string) => void>(() => {});

/** `const say = useToast(); say('已为您报名')`. */
export function useToast(): (toast: Toast | string) => void {
  return useContext(ToastContext);
}

/** What is said of what came out; nothing, where the page says it itself. */
type Words<Result> = Toast | string | ((result: Result) => Toast | string | undefined);

/**
 * `sayWhenDone(accept.mutateAsync(id), '已为这家报名')`: says so even where the button that was pressed is gone by
 * then, as its row moved on; what is given to `mutate` itself would not be called any more. Failures are left to
 * the place where the deed was asked for.
 */
export function useSayWhenDone() {
  const say = useToast();
  return <Result,>(deed: Promise<Result>, words: Words<Result>): void => {
    deed.then(
      (result) => {
        const said = typeof words === 'function' ? words(result) : words;
        if (said !== undefined) say(said);
      },
      () => {},
    );
  };
}

/** Holds the one toast of an app and reads it out. */
export function ToastRoom({ children }: { readonly children: ReactNode }) {
  const [toast, tell] = useReducer(oneToast, undefined);
  const say = useCallback((next: Toast | string) => {
    tell({ said: typeof next === 'string' ? { text: next } : { ...next } });
  }, []);
  useEffect(() => {
    if (!toast || toast.kind === 'problem') return;
    const timer = setTimeout(() => tell({ ended: toast }), STAYS_MILLISECONDS);
    return () => clearTimeout(timer);
  }, [toast]);
  return (
    <ToastContext value={say}>
      {children}
      <div className={styles.room} role="status" aria-live="polite">
        {toast && <ToastCard toast={toast} onClose={() => tell({ ended: toast })} />}
      </div>
    </ToastContext>
  );
}

function ToastCard({ toast, onClose }: { readonly toast: Toast; readonly onClose: () => void }) {
  const { action, kind, text } = toast;
  return (
    <div className={styles.toast}>
      {kind === 'problem' ? <AlertIcon /> : <DoneIcon />}
      <button type="button" className={styles.text} onClick={onClose}>
        {text}
      </button>
      {action && (
        <button
          type="button"
          className={styles.action}
          onClick={() => {
            action.onPress();
            onClose();
          }}
        >
          {action.label}
        </button>
      )}
    </div>
  );
}
