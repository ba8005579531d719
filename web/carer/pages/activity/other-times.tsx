import { Link } from '../../links.ts';
import type { ActivityDetail } from '../../queries/answers.ts';
import { useWords } from '../../words/words.ts';
import list from '../parts/list.module.css';
import { Section } from '../parts/section.tsx';
import { Tag, Tags } from '../parts/tag.tsx';
import { useWhen } from '../parts/when.ts';

/** The same on another day: for whoever finds this one full, or is busy. */
export function OtherTimes({ activity }: { readonly activity: ActivityDetail }) {
  const { t } = useWords();
  const when = useWhen();
  if (activity.series.length === 0) return null;
  return (
    <Section title={t('activity.otherTimes')}>
      <ul className={list.list}>
        {activity.series.map(
          ({ activity_id: activityId, begins_at, ends_at, places_left: left }) => (
            <li key={activityId}>
              <Link to="/activities/$activityId" params={{ activityId }} className={list.row ?? ''}>
                <span className={list.words}>
                  <span>{when(begins_at, ends_at)}</span>
                  {left !== null && (
                    <Tags>
                      {left > 0 ? (
                        <Tag>{t('activities.places', { count: left })}</Tag>
                      ) : (
                        <Tag tone="amber">{t('activities.full')}</Tag>
                      )}
                    </Tags>
                  )}
                </span>
              </Link>
            </li>
          ),
        )}
      </ul>
    </Section>
  );
}
