import { type ReactNode, useEffect, useId, useRef } from 'react';
import { CloseIcon } from '../icons.tsx';
import { useSharedWords } from '../words/words.ts';
import styles from './dialog.module.css';
import { useCloseOnBack } from './use-close-on-back.ts';

interface DialogProps {
  readonly open: boolean;
  /** Asked by Escape, by the cross, by a press beside it, by going back. */
  readonly onClose: () => void;
  readonly title: string;
  readonly children: ReactNode;
  /** The buttons, main one first. */
  readonly actions?: ReactNode;
  /** `sheet` rises from the lower edge of a phone, under the thumb. */
  readonly shape?: 'dialog' | 'sheet';
}

/** The browser's own modal: it keeps the focus inside, gives it back, and makes the rest inert. */
export function Dialog({ open, onClose, title, children, actions, shape = 'dialog' }: DialogProps) {
  const { t } = useSharedWords();
  const ref = useRef<HTMLDialogElement>(null);
  const titleId = useId();
  useCloseOnBack(open, onClose);
  useEffect(() => {
    if (open) ref.current?.showModal();
    else ref.current?.close();
  }, [open]);
  return (
    <dialog
      ref={ref}
      className={`${styles.dialog} ${styles[shape]}`}
      aria-labelledby={titleId}
      onClose={onClose}
      onMouseDown={(event) => {
        if (event.target === ref.current) onClose();
      }}
    >
      {open && (
        <div className={styles.inside}>
          <header className={styles.head}>
            <h2 id={titleId} className={styles.title}>
              {title}
            </h2>
            <button
              type="button"
              className={styles.close}
              aria-label={t('do.close')}
              onClick={onClose}
            >
              <CloseIcon />
            </button>
          </header>
          {children}
          {actions && <footer className={styles.actions}>{actions}</footer>}
        </div>
      )}
    </dialog>
  );
}

/** A dialog from the lower edge: the phone's way. */
export function BottomSheet(props: Omit<DialogProps, 'shape'>) {
  return <Dialog {...props} shape="sheet" />;
}
