import { useRef } from 'react';
import { useCodeCamera } from '../../../shared/camera/use-code-camera.ts';
import { useWords } from '../../words/words.ts';
import styles from './scanner.module.css';

/** A pass held before the camera is one scan, however many pictures see it. */
const SAME_PASS_MILLISECONDS = 4_000;

/** The camera at the back, which gives each pass it sees once. */
export function PassCamera({ onPass }: { readonly onPass: (pass: string) => void }) {
  const { t } = useWords();
  const last = useRef({ text: '', at: 0 });
  const { video, hasCamera } = useCodeCamera((text) => {
    const now = performance.now();
    const seen = text === last.current.text && now - last.current.at < SAME_PASS_MILLISECONDS;
    last.current = { text, at: now };
    if (!seen) onPass(text);
  });
  if (!hasCamera) {
    return (
      <div role="alert" className={styles.noCamera}>
        <p className={styles.strong}>{t('checkInScanner.noCamera')}</p>
        <p>{t('checkInScanner.noCameraText')}</p>
      </div>
    );
  }
  return (
    <div className={styles.camera}>
      <video
        ref={video}
        className={styles.video}
        muted
        playsInline
        aria-label={t('checkInScanner.looking')}
      />
      <p>{t('checkInScanner.looking')}</p>
    </div>
  );
}
