import { formatSpan } from '../../../shared/format.ts';
import { useLanguage } from '../../../shared/words/words.ts';
import { Link } from '../../links.ts';
import type { ActivityDetail } from '../../queries/shapes.ts';
import { useWords } from '../../words/words.ts';
import { ActivityStateTag } from '../parts/activity-state.tsx';
import { Section } from '../parts/section.tsx';
import styles from './activity.module.css';

/** The other times at which it is held. */
export function Series({ activity }: { readonly activity: ActivityDetail }) {
  const { t } = useWords();
  const language = useLanguage();
  if (activity.series.length === 0) return null;
  return (
    <Section title={t('activity.series')}>
      <ul className={styles.series}>
        {activity.series.map((one) => (
          <li key={one.activity_id}>
            <Link to="/activities/$activityId" params={{ activityId: one.activity_id }}>
              {formatSpan(one.begins_at, one.ends_at, language)}
            </Link>{' '}
            <ActivityStateTag state={one.state} />
          </li>
        ))}
      </ul>
    </Section>
  );
}
