import { Asked } from '../../shared/components/asked.tsx';
import { QrCode } from '../../shared/components/qr-code.tsx';
import { formatInstant, formatSpan } from '../../shared/format.ts';
import { useLanguage } from '../../shared/words/words.ts';
import { usePageParams } from '../links.ts';
import { useActivity } from '../queries/activities.ts';
import type { ActivityDetail } from '../queries/shapes.ts';
import { useTopics } from '../queries/topics.ts';
import { useWords } from '../words/words.ts';
import styles from './activity/print.module.css';
import { PrintHead } from './activity/print-head.tsx';
import { Terms } from './parts/terms.tsx';

/** One sheet for the school's gate: what, when, where, and the code by which one signs up. */
export function Page() {
  const { activityId } = usePageParams<'/activities/$activityId/poster'>();
  const activity = useActivity(activityId);
  return (
    <Asked question={activity} lines={10}>
      {(detail) => <Poster activity={detail} />}
    </Asked>
  );
}

function Poster({ activity }: { readonly activity: ActivityDetail }) {
  const { t } = useWords();
  const language = useLanguage();
  const { activity_id, registration_closes_at: closes, capacity } = activity;
  return (
    <>
      <PrintHead activityId={activity_id} title={t('poster.title')} lead={t('poster.lead')} />
      <article className={styles.poster}>
        <p className={styles.host}>{activity.host_name}</p>
        <h2 className={styles.big}>{activity.title}</h2>
        <Terms
          rows={[
            {
              term: t('activity.time'),
              value: formatSpan(activity.begins_at, activity.ends_at, language),
            },
            { term: t('activityForm.place'), value: activity.place },
            { term: t('poster.forWhom'), value: activity.audience },
            {
              term: t('poster.places'),
              value: capacity === null ? null : t('poster.placesOf', { capacity }),
            },
            { term: t('activityForm.closes'), value: closes && formatInstant(closes, language) },
            { term: t('activityForm.bring'), value: activity.bring },
          ]}
        />
        {activity.description && <p className={styles.about}>{activity.description}</p>}
        {activity.has_topics && <TopicsToChoose activityId={activity_id} />}
        <div className={styles.code}>
          <QrCode
            text={`${window.location.origin}/app/activities/${activity_id}`}
            label={t('poster.qr')}
            size={200}
          />
          <p className={styles.how}>{t('poster.how')}</p>
        </div>
      </article>
    </>
  );
}

/** At the gate too one reads what may be talked about. */
function TopicsToChoose({ activityId }: { readonly activityId: string }) {
  const { t } = useWords();
  const { items = [] } = useTopics(activityId).data ?? {};
  if (items.length === 0) return null;
  return (
    <section>
      <h3>{t('topics.poster')}</h3>
      <ul className={styles.topics}>
        {items.map(({ id, title }) => (
          <li key={id}>{title}</li>
        ))}
      </ul>
    </section>
  );
}
