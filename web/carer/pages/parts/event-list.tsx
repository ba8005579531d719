import { formatPoints } from '../../../shared/format.ts';
import { OnwardIcon } from '../../../shared/icons.tsx';
import { useLanguage } from '../../../shared/words/words.ts';
import { Link } from '../../links.ts';
import type { ComingEvent, Registration } from '../../queries/answers.ts';
import { useWords } from '../../words/words.ts';
import styles from './list.module.css';
import { useSay } from './say.ts';
import { Tag, Tags } from './tag.tsx';
import { useWhen } from './when.ts';

type Listed = Omit<ComingEvent, 'registration_state'> & {
  readonly registration_state?: ComingEvent['registration_state'];
  readonly registration?: Registration | null;
};

/** Coming events, one press from signing up. */
export function EventList({ events }: { readonly events: readonly Listed[] }) {
  return (
    <ul className={styles.list}>
      {events.map((event) => (
        <li key={event.activity_id}>
          <EventRow event={event} />
        </li>
      ))}
    </ul>
  );
}

function EventRow({ event }: { readonly event: Listed }) {
  const say = useSay();
  const when = useWhen();
  return (
    <Link
      to="/activities/$activityId"
      params={{ activityId: event.activity_id }}
      className={styles.row ?? ''}
    >
      <span className={styles.words}>
        <span className={styles.title}>{event.title}</span>
        <span>{when(event.begins_at, event.ends_at)}</span>
        <span className={styles.soft}>
          {event.host_name} · {event.place}
        </span>
        <Tags>
          <EventState event={event} />
          <WorthTag worth={event.worth} />
          <Tag>{say(event.kind_name)}</Tag>
        </Tags>
      </span>
      <OnwardIcon size={1.1} />
    </Link>
  );
}

/** My own place at it, or how many are left. */
function EventState({ event }: { readonly event: Listed }) {
  const { t } = useWords();
  const state = event.registration?.state ?? event.registration_state;
  if (state === 'registered') {
    return <Tag tone="mint">{t('activities.signedUp')}</Tag>;
  }
  if (state === 'waiting') {
    return <Tag tone="amber">{t('activities.waiting')}</Tag>;
  }
  if (state === 'offered') {
    return <Tag tone="amber">{t('activities.offered')}</Tag>;
  }
  if (event.places_left === null) return null;
  if (event.places_left <= 0) return <Tag tone="amber">{t('activities.full')}</Tag>;
  return <Tag>{t('activities.places', { count: event.places_left })}</Tag>;
}

function WorthTag({ worth }: { readonly worth: number }) {
  const { t } = useWords();
  const language = useLanguage();
  if (worth <= 0) return null;
  return <Tag tone="mint">{t('activities.worth', { points: formatPoints(worth, language) })}</Tag>;
}
