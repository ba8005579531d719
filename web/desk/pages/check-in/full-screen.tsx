import { type ReactNode, useEffect } from 'react';
import { createPortal } from 'react-dom';
import styles from './full-screen.module.css';

interface FullScreenProps {
  /** `hall` for a projector, `phone` for a hand. */
  readonly room: 'hall' | 'phone';
  readonly children: ReactNode;
}

/** Lays a page over the whole desk, which sleeps behind it: nothing there can be reached by key or reader. */
export function FullScreen({ room, children }: FullScreenProps) {
  useEffect(() => {
    const desk = document.getElementById('root');
    if (!desk) return;
    desk.inert = true;
    return () => {
      desk.inert = false;
    };
  }, []);
  return createPortal(
    <main className={`${styles.screen} ${styles[room]}`}>{children}</main>,
    document.body,
  );
}
