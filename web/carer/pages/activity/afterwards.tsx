import { buttonLook } from '../../../shared/components/button.tsx';
import { Card } from '../../../shared/components/card.tsx';
import { Link } from '../../links.ts';
import type { ActivityDetail } from '../../queries/answers.ts';
import { useWords } from '../../words/words.ts';
import { Raise } from '../contest/raise.tsx';
import styles from './activity.module.css';

/** It is over: how was it, what was done, thanks; and what is missing of it. */
export function Afterwards({ activity }: { readonly activity: ActivityDetail }) {
  const { t } = useWords();
  const { activity_id, came_as, ends_at, state, registration } = activity;
  const isHeld = state === 'finished' || (state === 'published' && hasPassed(ends_at));
  const isMine = came_as !== null || (registration !== null && registration.state !== 'cancelled');
  return (
    <>
      <IWasThere activity={activity} />
      {isHeld && isMine && hasPassed(ends_at) && (
        <Raise
          about={{ claim: 'missing', activity_id }}
          kind="plain"
          label={t('contests.missingHere')}
          title={t('contests.missing')}
          example={t('contests.missingExample')}
        />
      )}
    </>
  );
}

const hasPassed = (instant: string) => Date.parse(instant) <= Date.now();

/** How was it, what was done, and thanks. */
function IWasThere({ activity }: { readonly activity: ActivityDetail }) {
  const { t } = useWords();
  const { activity_id: activityId, came_as, ends_at, is_private, state, is_thanked } = activity;
  const isOver = state === 'finished' || hasPassed(ends_at);
  if (!isOver || came_as === null || is_private) return null;
  const mayRate = came_as !== 'speaker';
  return (
    <Card title={is_thanked ? t('thanks.openText') : t('rate.ask')}>
      <div className={styles.actions}>
        {is_thanked && (
          <Link
            to="/thanks/$activityId"
            params={{ activityId }}
            className={buttonLook({ kind: 'quiet', wide: true })}
          >
            {t('thanks.open')}
          </Link>
        )}
        {mayRate && (
          <Link
            to="/rate/$activityId"
            params={{ activityId }}
            className={buttonLook({ kind: 'quiet', wide: true })}
          >
            {t('rate.open')}
          </Link>
        )}
        {state === 'finished' && (
          <Link
            to="/report/$activityId"
            params={{ activityId }}
            className={buttonLook({ kind: 'quiet', wide: true })}
          >
            {t('report.open')}
          </Link>
        )}
      </div>
    </Card>
  );
}
