import { Asked } from '../../shared/components/asked.tsx';
import { formatDay } from '../../shared/format.ts';
import { useLanguage } from '../../shared/words/words.ts';
import { Link, usePageParams } from '../links.ts';
import { usePublicReport } from '../queries/reports.ts';
import { useWords } from '../words/words.ts';
import styles from './report/report.module.css';

/** What was done at a public event, with pictures that every family seen in them agreed to. */
export function Page() {
  const { t } = useWords();
  const language = useLanguage();
  const { activityId } = usePageParams<'/reports/$activityId'>();
  const report = usePublicReport(activityId);
  return (
    <Asked question={report} lines={8}>
      {({ title, host_name, begins_at, place, families, text, photos }) => (
        <article className={styles.report}>
          <h1 className={styles.title}>{title}</h1>
          <p className={styles.soft}>
            {[
              formatDay(begins_at, language),
              host_name,
              place,
              t('report.families', { count: families }),
            ].join(' · ')}
          </p>
          <p className={styles.text}>{text}</p>
          {photos.map(({ id, caption, width, height }) => (
            <figure key={id} className={styles.photo}>
              <img
                src={`/api/v1/public/photos/${id}/picture`}
                alt={caption || t('report.photo', { title })}
                width={width}
                height={height}
                loading="lazy"
              />
              {caption && <figcaption>{caption}</figcaption>}
            </figure>
          ))}
          <p>
            <Link to="/reports">{t('report.others')}</Link>
            {' · '}
            <Link to="/calendar">{t('report.toCalendar')}</Link>
          </p>
        </article>
      )}
    </Asked>
  );
}
