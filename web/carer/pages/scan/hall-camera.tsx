import { useRef, useState } from 'react';
import { useCodeCamera } from '../../../shared/camera/use-code-camera.ts';
import { Button } from '../../../shared/components/button.tsx';
import { useGo } from '../../links.ts';
import { useWords } from '../../words/words.ts';
import { readScannedAddress } from '../check-in/hall-code.ts';
import styles from './scan.module.css';

/** The phone's camera on the hall's screen; the first check-in code it sees is used. */
export function HallCamera({ onClose }: { readonly onClose: () => void }) {
  const { t } = useWords();
  const go = useGo();
  const seen = useRef(false);
  const [isOther, setIsOther] = useState(false);
  const { video, hasCamera } = useCodeCamera((text) => {
    const found = readScannedAddress(text);
    if (!found) return setIsOther(true);
    if (seen.current) return;
    seen.current = true;
    void go({ to: '/check-in', hash: `${found.activityId}.${found.code}` });
  });
  if (!hasCamera) {
    return (
      <div role="alert" className={styles.noCamera}>
        <p className={styles.strong}>{t('scan.noCamera')}</p>
        <p>{t('scan.noCameraText')}</p>
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
        aria-label={t('scan.looking')}
      />
      <p role="status">{isOther ? t('scan.notOurs') : t('scan.looking')}</p>
      <Button kind="quiet" wide onClick={onClose}>
        {t('scan.close')}
      </Button>
    </div>
  );
}
