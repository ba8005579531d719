import { buttonLook } from '../../../shared/components/button.tsx';
import { Card } from '../../../shared/components/card.tsx';
import { Link } from '../../links.ts';
import type { ActivityDetail } from '../../queries/answers.ts';
import { useWords } from '../../words/words.ts';
import styles from './activity.module.css';

/** I was there and it is over: how was it, what was done, and thanks. */
export function Afterwards({ activity }: { readonly activity: ActivityDetail }) {
  const { t } = useWords();
  const { activity_id: activityId, came_as, ends_at, is_private, state, is_thanked } = activity;
  const isOver = state === 'finished' || Date.parse(ends_at) <= Date.now();
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
