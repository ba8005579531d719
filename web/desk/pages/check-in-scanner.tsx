import { Segmented } from 'antd';
import { useCallback } from 'react';
import { ErrorState } from '../../shared/components/error-state.tsx';
import { BackIcon } from '../../shared/icons.tsx';
import { useFilters } from '../../shared/routing/app-pages.tsx';
import { Link, usePageParams } from '../links.ts';
import { useActivity } from '../queries/activities.ts';
import { useScanner } from '../queries/scanner.ts';
import type { Scanned, Whom } from '../scanning/take-scan.ts';
import { useLeaveWarning } from '../scanning/use-leave-warning.ts';
import { useScans } from '../scanning/use-scans.ts';
import { useOnline, useUnsent } from '../scanning/use-unsent.ts';
import { useKeptForLater } from '../scanning/worker.ts';
import { useWords } from '../words/words.ts';
import { useAwakeScreen } from './check-in/awake.ts';
import { ByName } from './check-in/by-name.tsx';
import { FullScreen } from './check-in/full-screen.tsx';
import { HandScanner } from './check-in/hand-scanner.tsx';
import { PassCamera } from './check-in/pass-camera.tsx';
import { ScanResult } from './check-in/scan-result.tsx';
import styles from './check-in/scanner.module.css';
import { signal } from './check-in/signal.ts';
import { UnsentBar } from './check-in/unsent-bar.tsx';
import { ChildrenWhoCame } from './parts/children-who-came.tsx';

/** The phone at the door: one pass after the other, with network or without; or a name for who has no phone. */
export function Page() {
  const { t } = useWords();
  const { activityId } = usePageParams<'/activities/$activityId/scanner'>();
  const [{ by }, setFilters] = useFilters({ by: 'camera' });
  const scanner = useScanner(activityId);
  const unsent = useUnsent();
  const online = useOnline();
  const { lookAgain } = unsent;
  const onDone = useCallback(
    (scanned: Scanned) => {
      signal(soundOf(scanned));
      void lookAgain();
    },
    [lookAgain],
  );
  const { data: activity } = useActivity(activityId, { live: true });
  const { scanned, take } = useScans(scanner.data, onDone);
  useAwakeScreen();
  useLeaveWarning(unsent.count);
  useKeptForLater();
  return (
    <FullScreen room="phone">
      <div className={styles.scanner}>
        <Head activityId={activityId} title={scanner.data?.title} here={activity?.desk?.entered} />
        {scanner.error && <ErrorState error={scanner.error} retry={() => void scanner.refetch()} />}
        <UnsentBar unsent={unsent} online={online} />
        <Segmented
          block
          size="large"
          value={by}
          onChange={(next) => setFilters({ by: String(next) })}
          options={[
            { value: 'camera', label: t('checkInScanner.byCamera') },
            { value: 'hand', label: t('checkInScanner.byHand') },
            { value: 'name', label: t('checkInScanner.byName') },
          ]}
        />
        <ScanResult scanned={scanned} />
        {scanned?.is === 'answer' && activity?.with_children && (
          <ChildrenWhoCame
            key={scanned.answer.attendance_id}
            attendanceId={scanned.answer.attendance_id}
          />
        )}
        {scanner.data && <Taking by={by} activityId={activityId} online={online} take={take} />}
      </div>
    </FullScreen>
  );
}

function soundOf(scanned: Scanned): 'done' | 'again' | 'refused' {
  if (scanned.is === 'answer') return scanned.answer.repeated ? 'again' : 'done';
  if (scanned.is === 'kept') return 'done';
  if (scanned.is !== 'verdict') return 'refused';
  const { is } = scanned.verdict;
  if (is === 'refused') return 'refused';
  return is === 'entry' || is === 'exit' ? 'done' : 'again';
}

interface HeadProps {
  readonly activityId: string;
  readonly title: string | undefined;
  /** How many have entered. */
  readonly here: number | undefined;
}

function Head({ activityId, title, here }: HeadProps) {
  const { t } = useWords();
  return (
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
        <h1 className={styles.title}>{title ?? t('checkInScanner.title')}</h1>
        {here !== undefined && (
          <p className={styles.soft}>{t('checkInScanner.here', { count: here })}</p>
        )}
      </div>
    </header>
  );
}

interface TakingProps {
  readonly by: string;
  readonly activityId: string;
  readonly online: boolean;
  readonly take: (whom: Whom) => void;
}

function Taking({ by, activityId, online, take }: TakingProps) {
  const { t } = useWords();
  if (by === 'hand') return <HandScanner onPass={(pass) => take({ pass })} />;
  if (by !== 'name') return <PassCamera onPass={(pass) => take({ pass })} />;
  // There is no list of names on this phone, so without network there is none to find.
  if (!online) return <p className={styles.noCamera}>{t('checkInScanner.noNames')}</p>;
  return <ByName activityId={activityId} onChosen={(id) => take({ carer_id: id })} />;
}
