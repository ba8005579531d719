import { formatInstant, formatSpan } from '../../../shared/format.ts';
import { useLanguage } from '../../../shared/words/words.ts';
import { Link } from '../../links.ts';
import type { AnomalyFile } from '../../queries/anomalies.ts';
import { useWords } from '../../words/words.ts';
import { Section } from '../parts/section.tsx';
import { Tag } from '../parts/tag.tsx';
import styles from './anomalies.module.css';

/** What is on record of one carer; from each presence one step leads to where it is corrected. */
export function Presences({ presences }: Pick<AnomalyFile, 'presences'>) {
  const { t } = useWords();
  const language = useLanguage();
  return (
    <Section title={t('anomalies.presences')}>
      <ul className={styles.list}>
        {presences.map((one) => (
          <li key={`${one.attendance_id} ${one.from_at}`} className={styles.item}>
            <strong>{one.title ?? t('anomalies.elsewhere')}</strong>
            <span className={styles.facts}>
              <span>{formatSpan(one.from_at, one.until_at, language)}</span>
              <span>{t('anomalies.counted', { minutes: one.minutes })}</span>
              {one.place && <span>{one.place}</span>}
            </span>
            {one.activity_id && one.attendance_id && (
              <Link
                to="/activities/$activityId"
                params={{ activityId: one.activity_id }}
                search={{ attendance: one.attendance_id }}
              >
                {t('anomalies.correct')}
              </Link>
            )}
          </li>
        ))}
      </ul>
    </Section>
  );
}

/** Whom one phone checked in, or was stopped for. */
export function Uses({ anomaly }: { readonly anomaly: AnomalyFile }) {
  const { t } = useWords();
  const language = useLanguage();
  const { uses, uses_elsewhere: elsewhere } = anomaly;
  return (
    <Section title={t('anomalies.uses')}>
      <ul className={styles.list}>
        {uses.map((use) => (
          <li key={`${use.at} ${use.carer_name}`} className={styles.item}>
            <span className={styles.facts}>
              <strong>{use.carer_name}</strong>
              <Tag tone={use.got_in ? 'mint' : 'plain'}>
                {t(use.got_in ? 'anomalies.gotIn' : 'anomalies.stopped')}
              </Tag>
              <span>{formatInstant(use.at, language)}</span>
            </span>
            {use.activity_id && (
              <Link to="/activities/$activityId" params={{ activityId: use.activity_id }}>
                {use.title}
              </Link>
            )}
          </li>
        ))}
      </ul>
      {elsewhere > 0 && <p>{t('anomalies.usesElsewhere', { count: elsewhere })}</p>}
    </Section>
  );
}

/** A host's events, each with how many have all that counts. */
export function Events({ events }: Pick<AnomalyFile, 'events'>) {
  const { t } = useWords();
  const language = useLanguage();
  return (
    <Section title={t('anomalies.events')}>
      <ul className={styles.list}>
        {events.map((event) => (
          <li key={event.activity_id} className={styles.item}>
            <Link to="/activities/$activityId" params={{ activityId: event.activity_id }}>
              {event.title}
            </Link>
            <span className={styles.facts}>
              <span>{formatSpan(event.begins_at, event.ends_at, language)}</span>
              <span>{t('anomalies.ofThem', { came: event.came, whole: event.whole })}</span>
            </span>
          </li>
        ))}
      </ul>
    </Section>
  );
}
