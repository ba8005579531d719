import { useEffect, useRef, useState } from 'react';
import { watchCodes } from '../../../shared/camera/watch-codes.ts';
import { useWords } from '../../words/words.ts';
import styles from './scanner.module.css';

/** A pass held before the camera is one scan, however many pictures see it. */
const SAME_PASS_MILLISECONDS = 4_000;

/** The camera at the back, which gives each pass it sees once. */
export function PassCamera({ onPass }: { readonly onPass: (pass: string) => void }) {
  const { t } = useWords();
  const video = useRef<HTMLVideoElement>(null);
  const last = useRef({ text: '', at: 0 });
  const listener = useRef(onPass);
  listener.current = onPass;
  const [state, setState] = useState<'looking' | 'no-camera'>('looking');
  useEffect(() => {
    if (!video.current) return;
    return watchCodes(video.current, {
      onText: (text) => {
        const now = performance.now();
        const seen = text === last.current.text && now - last.current.at < SAME_PASS_MILLISECONDS;
        last.current = { text, at: now };
        if (!seen) listener.current(text);
      },
      onNoCamera: () => setState('no-camera'),
    });
  }, []);
  if (state === 'no-camera') {
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
