import { Asked } from '../../shared/components/asked.tsx';
import { EmptyState } from '../../shared/components/empty-state.tsx';
import { formatDay } from '../../shared/format.ts';
import { useLanguage } from '../../shared/words/words.ts';
import { Link, usePageParams } from '../links.ts';
import type { Report } from '../queries/answers.ts';
import { useReport } from '../queries/reports.ts';
import { PageHead } from '../shell/page-head.tsx';
import { useWords } from '../words/words.ts';
import { Paper } from './parts/paper.tsx';
import styles from './report/report.module.css';

/** What was done at an event that I came to, and the photos that the families agreed to. */
export function Page() {
  const { t } = useWords();
  const { activityId } = usePageParams<'/report/$activityId'>();
  const report = useReport(activityId);
  return (
    <>
      <PageHead title={t('report.title')} back="/my-activities" />
      <Asked question={report} lines={8}>
        {(answer) => <Opened report={answer} />}
      </Asked>
    </>
  );
}

function Opened({ report }: { readonly report: Report }) {
  const { t } = useWords();
  const language = useLanguage();
  const { title, host_name, begins_at, families, text, photos } = report;
  return (
    <article className={styles.report}>
      <h2>{title}</h2>
      <p className={styles.soft}>
        {[
          formatDay(begins_at, language),
          host_name,
          t('report.families', { count: families }),
        ].join(' · ')}
      </p>
      {text ? (
        <Paper>
          <p className={styles.text}>{text}</p>
        </Paper>
      ) : (
        <EmptyState title={t('report.none')} text={t('report.noneText')} />
      )}
      {photos.map(({ id, caption, width, height }) => (
        <figure key={id} className={styles.photo}>
          <img
            src={`/api/v1/photos/${id}/picture`}
            alt={caption || t('report.photo', { title })}
            width={width}
            height={height}
            loading="lazy"
          />
          {caption && <figcaption>{caption}</figcaption>}
        </figure>
      ))}
      {photos.length > 0 && (
        <p className={styles.soft}>
          {t('report.consent')} <Link to="/family">{t('report.toFamily')}</Link>
        </p>
      )}
    </article>
  );
}
