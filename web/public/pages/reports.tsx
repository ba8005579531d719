import type { PublicReportInList } from '../../shared/api-types.gen.ts';
import { Asked } from '../../shared/components/asked.tsx';
import { Button } from '../../shared/components/button.tsx';
import { EmptyState } from '../../shared/components/empty-state.tsx';
import { MorningDrawing } from '../../shared/drawings.tsx';
import { formatDay } from '../../shared/format.ts';
import { useLanguage } from '../../shared/words/words.ts';
import { Link } from '../links.ts';
import { usePublicReports } from '../queries/reports.ts';
import { useWords } from '../words/words.ts';
import styles from './reports/reports.module.css';

/** What was held, for anyone: the host's words, and pictures that every family seen in them agreed to. */
export function Page() {
  const { t } = useWords();
  const reports = usePublicReports();
  return (
    <div className={styles.page}>
      <header>
        <h1 className={styles.title}>{t('reports.title')}</h1>
        <p className={styles.soft}>{t('reports.lead')}</p>
      </header>
      <Asked question={reports} lines={8}>
        {({ pages }) => {
          const items = pages.flatMap((page) => page.items);
          if (items.length === 0) {
            return (
              <EmptyState
                drawing={MorningDrawing}
                title={t('reports.none')}
                text={t('reports.noneText')}
              />
            );
          }
          return (
            <ul className={styles.list}>
              {items.map((report) => (
                <ReportCard key={report.activity_id} report={report} />
              ))}
            </ul>
          );
        }}
      </Asked>
      {reports.hasNextPage && (
        <Button
          kind="quiet"
          wide
          busy={reports.isFetchingNextPage}
          onClick={() => void reports.fetchNextPage()}
        >
          {t('reports.more')}
        </Button>
      )}
      <p>
        <Link to="/calendar">{t('report.toCalendar')}</Link>
      </p>
    </div>
  );
}

function ReportCard({ report }: { readonly report: PublicReportInList }) {
  const { t } = useWords();
  const language = useLanguage();
  const { activity_id, title, host_name, begins_at, place, text, photos, cover } = report;
  return (
    <li className={styles.card}>
      {cover && (
        <img
          src={`/api/v1/public/photos/${cover.id}/picture?size=small`}
          alt={cover.caption || t('report.photo', { title })}
          width={cover.width}
          height={cover.height}
          loading="lazy"
          className={styles.cover}
        />
      )}
      <div className={styles.words}>
        <h2 className={styles.name}>
          <Link to="/reports/$activityId" params={{ activityId: activity_id }}>
            {title}
          </Link>
        </h2>
        <p className={styles.soft}>
          {[formatDay(begins_at, language), host_name, place].join(' · ')}
        </p>
        <p className={styles.text}>{text}</p>
        {photos > 1 && <p className={styles.soft}>{t('reports.photos', { count: photos })}</p>}
      </div>
    </li>
  );
}
