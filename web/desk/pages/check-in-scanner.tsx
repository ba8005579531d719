import { Segmented } from 'antd';
import { useCallback, useRef, useState } from 'react';
import { BackIcon } from '../../shared/icons.tsx';
import { useFilters } from '../../shared/routing/app-pages.tsx';
import { Link, usePageParams } from '../links.ts';
import { useActivity } from '../queries/activities.ts';
import { useCheckIn } from '../queries/attendance.ts';
import type { CheckIn } from '../queries/shapes.ts';
import { useWords } from '../words/words.ts';
import { useAwakeScreen } from './check-in/awake.ts';
import { ByName } from './check-in/by-name.tsx';
import { FullScreen } from './check-in/full-screen.tsx';
import { PassCamera } from './check-in/pass-camera.tsx';
import { type Scanned, ScanResult } from './check-in/scan-result.tsx';
import styles from './check-in/scanner.module.css';
import { signal } from './check-in/signal.ts';

/** The phone at the door: one pass after the other, or a name for who has no phone. */
export function Page() {
  const { t } = useWords();
  const { activityId } = usePageParams<'/activities/$activityId/scanner'>();
  const [{ by }, setFilters] = useFilters({ by: 'camera' });
  const { data: activity } = useActivity(activityId, { live: true });
  const { scanned, checkIn } = useScans(activityId);
  useAwakeScreen();
  return (
    <FullScreen room="phone">
      <div className={styles.scanner}>
        <header className={styles.head}>
          <Link
            to="/activities/$activityId"
            params={{ activityId }}
            className={styles.back ?? ''}
            aria-label={t('checkInScanner.leave')}
          >
            <BackIcon />
          </Link>
          <div>
            <h1 className={styles.title}>{activity?.title ?? t('checkInScanner.title')}</h1>
            {activity?.desk && (
              <p className={styles.soft}>
                {t('checkInScanner.here', { count: activity.desk.entered })}
              </p>
            )}
          </div>
        </header>
        <Segmented
          block
          size="large"
          value={by}
          onChange={(next) => setFilters({ by: String(next) })}
          options={[
            { value: 'camera', label: t('checkInScanner.byCamera') },
            { value: 'name', label: t('checkInScanner.byName') },
          ]}
        />
        <ScanResult scanned={scanned} />
        {by === 'name' ? (
          <ByName activityId={activityId} onChosen={(id) => void checkIn({ carer_id: id })} />
        ) : (
          <PassCamera onPass={(pass) => void checkIn({ pass })} />
        )}
      </div>
    </FullScreen>
  );
}

/** Sends each scan once, with the phone's own id, so that a lost answer may be asked for again. */
function useScans(activityId: string) {
  const { mutateAsync } = useCheckIn(activityId);
  const [scanned, setScanned] = useState<Scanned>();
  const busy = useRef(false);
  const checkIn = useCallback(
    async (who: Pick<CheckIn, 'pass' | 'carer_id'>) => {
      if (busy.current) return;
      busy.current = true;
      try {
        const answer = await mutateAsync({ ...who, device_scan_id: newScanId() });
        signal(answer.repeated ? 'again' : 'done');
        setScanned({ answer });
      } catch (error) {
        signal('refused');
        setScanned({ error });
      } finally {
        busy.current = false;
      }
    },
    [mutateAsync],
  );
  return { scanned, checkIn };
}

/** A UUID of version 4; `crypto.randomUUID` is missing on plain http. */
function newScanId(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x40;
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80;
  const hex = Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}
