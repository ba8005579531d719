import type { PublicActivity } from '../../../shared/api-types.gen.ts';
import { formatDay, formatSpan } from '../../../shared/format.ts';
import { useLanguage } from '../../../shared/words/words.ts';
import { Link } from '../../links.ts';
import { useWords } from '../../words/words.ts';
import { useSay } from '../say.ts';
import styles from './calendar.module.css';
import { dayOfInstant, today } from './weeks.ts';

interface WeekProps {
  readonly activities: readonly PublicActivity[];
  /** Ids of those about which anyone may read what was done. */
  readonly reported: ReadonlySet<string>;
}

/** Day after day; a day without events is left out. */
export function Week({ activities, reported }: WeekProps) {
  const { t } = useWords();
  const language = useLanguage();
  const days = new Map<string, PublicActivity[]>();
  for (const activity of activities) {
    const day = dayOfInstant(activity.begins_at);
    days.set(day, [...(days.get(day) ?? []), activity]);
  }
  return (
    <div className={styles.days}>
      {[...days].sort().map(([day, events]) => (
        <section key={day} className={styles.day}>
          <h2 className={styles.dayName}>
            {formatDay(day, language)}
            {day === today() && <span className={styles.todayMark}>{t('calendar.today')}</span>}
          </h2>
          <ul className={styles.events}>
            {events.map((event) => (
              <EventCard
                key={event.activity_id}
                event={event}
                isReported={reported.has(event.activity_id)}
              />
            ))}
          </ul>
        </section>
      ))}
    </div>
  );
}

interface EventCardProps {
  readonly event: PublicActivity;
  readonly isReported: boolean;
}

function EventCard({ event, isReported }: EventCardProps) {
  const { t } = useWords();
  const say = useSay();
  const language = useLanguage();
  const { places_left: left } = event;
  const isOver = Date.parse(event.ends_at) <= Date.now();
  const day = formatDay(dayOfInstant(event.begins_at), language);
  const time = formatSpan(event.begins_at, event.ends_at, language).replace(`${day} `, '');
  return (
    <li className={styles.event}>
      <details>
        <summary className={styles.summary}>
          <span className={styles.time}>{time}</span>
          <span>
            <span className={styles.name}>{event.title}</span>
            <span className={styles.soft}>
              {say(event.kind_name)} · {event.host_name}
              {isReported && ` · ${t('calendar.reported')}`}
            </span>
          </span>
        </summary>
        <div className={styles.more}>
          {event.description && <p className={styles.text}>{event.description}</p>}
          <dl className={styles.terms}>
            <dt>{t('calendar.place')}</dt>
            <dd>{event.place}</dd>
            <dt>{t('calendar.audience')}</dt>
            <dd>{event.audience}</dd>
            {!isOver && (
              <>
                <dt>{t('calendar.places')}</dt>
                <dd>{placesWord(left, t)}</dd>
              </>
            )}
          </dl>
          {isReported && (
            <p>
              <Link to="/reports/$activityId" params={{ activityId: event.activity_id }}>
                {t('calendar.report')}
              </Link>
            </p>
          )}
          {isOver && !isReported && <p className={styles.soft}>{t('calendar.over')}</p>}
          {!isOver && (
            <p>
              <a href={`/app/activities/${event.activity_id}`}>{t('calendar.signUp')}</a>
            </p>
          )}
        </div>
      </details>
    </li>
  );
}

function placesWord(left: number | null, t: ReturnType<typeof useWords>['t']): string {
  if (left === null) return t('calendar.placesFree');
  return left > 0 ? t('calendar.placesLeft', { count: left }) : t('calendar.full');
}
