import { useEffect, useState } from 'react';
import { ErrorState } from '../../shared/components/error-state.tsx';
import { Skeleton } from '../../shared/components/loading.tsx';
import { QrCode } from '../../shared/components/qr-code.tsx';
import { formatSpan } from '../../shared/format.ts';
import { CloseIcon } from '../../shared/icons.tsx';
import { useLanguage } from '../../shared/words/words.ts';
import { Link, usePageParams } from '../links.ts';
import { useActivity, useActivityKinds } from '../queries/activities.ts';
import { useHallCode } from '../queries/attendance.ts';
import type { ActivityDetail, HallCode } from '../queries/shapes.ts';
import { useWords } from '../words/words.ts';
import { useAwakeScreen } from './check-in/awake.ts';
import { CountdownRing } from './check-in/countdown-ring.tsx';
import { FullScreen } from './check-in/full-screen.tsx';
import styles from './check-in/hall.module.css';

/** The hall's screen: a code that changes every quarter minute, and how many are there. No names. */
export function Page() {
  const { activityId } = usePageParams<'/activities/$activityId/screen'>();
  const activity = useActivity(activityId, { live: true });
  const code = useHallCode(activityId);
  const kinds = useActivityKinds();
  const kind = kinds.data?.items.find(({ id }) => id === activity.data?.kind);
  useAwakeScreen();
  return (
    <FullScreen room="hall">
      <Head activityId={activityId} activity={activity.data} />
      <Codes
        twice={kind?.check_in === 'entry-and-exit'}
        code={code.data}
        error={code.error}
        retry={() => void code.refetch()}
      />
      <Foot activity={activity.data} />
    </FullScreen>
  );
}

interface HeadProps {
  readonly activityId: string;
  readonly activity: ActivityDetail | undefined;
}

function Head({ activityId, activity }: HeadProps) {
  const { t } = useWords();
  const language = useLanguage();
  return (
    <header className={styles.head}>
      <div>
        <h1 className={styles.title}>{activity?.title ?? t('checkInScreen.title')}</h1>
        {activity && (
          <p className={styles.when}>
            {formatSpan(activity.begins_at, activity.ends_at, language)} · {activity.place}
          </p>
        )}
      </div>
      <Link
        to="/activities/$activityId"
        params={{ activityId }}
        className={styles.close ?? ''}
        aria-label={t('checkInScreen.leave')}
      >
        <CloseIcon />
      </Link>
    </header>
  );
}

interface CodesProps {
  /** Who leaves scans once more. */
  readonly twice: boolean;
  readonly code: HallCode | undefined;
  readonly error: unknown;
  readonly retry: () => void;
}

function Codes({ twice, code, error, retry }: CodesProps) {
  const { t } = useWords();
  const edge = useCodeEdge();
  if (!code) return error ? <ErrorState error={error} retry={retry} /> : <Skeleton lines={8} />;
  return (
    <div className={styles.codes}>
      <div className={styles.qr}>
        <QrCode text={code.link} label={t('checkInScreen.qr')} size={edge} />
      </div>
      <div className={styles.words}>
        <p className={styles.how}>{t(twice ? 'checkInScreen.howTwice' : 'checkInScreen.how')}</p>
        <p className={styles.soft}>{t('checkInScreen.orType')}</p>
        <p className={styles.code}>
          <span className="spoken">{t('checkInScreen.code')} </span>
          {code.code.slice(0, 4)}
          <span className={styles.gap} />
          {code.code.slice(4)}
        </p>
        <div className={styles.change}>
          <CountdownRing key={code.code} milliseconds={code.next_in_ms} />
          <span>{t(error ? 'checkInScreen.stale' : 'checkInScreen.changes')}</span>
        </div>
      </div>
    </div>
  );
}

/** Whole CSS pixels: the code as large as the hall's screen allows. */
function useCodeEdge(): number {
  const [edge, setEdge] = useState(codeEdge);
  useEffect(() => {
    const measure = () => setEdge(codeEdge());
    window.addEventListener('resize', measure);
    return () => window.removeEventListener('resize', measure);
  }, []);
  return edge;
}

const PART_OF_HEIGHT = 0.62;
const PART_OF_WIDTH = 0.48;
const NARROW_PIXELS = 800;

function codeEdge(): number {
  const { innerWidth, innerHeight } = window;
  if (innerWidth < NARROW_PIXELS) return Math.min(innerWidth - 64, innerHeight * 0.5);
  return Math.round(Math.min(innerHeight * PART_OF_HEIGHT, innerWidth * PART_OF_WIDTH));
}

function Foot({ activity }: { readonly activity: ActivityDetail | undefined }) {
  const { t } = useWords();
  const entered = activity?.desk?.entered;
  if (entered === undefined) return null;
  return (
    <footer className={styles.foot} aria-live="polite">
      <span className={styles.here}>{entered}</span> {t('checkInScreen.here', { count: entered })}
    </footer>
  );
}
