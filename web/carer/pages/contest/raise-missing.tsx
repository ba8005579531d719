import { useId, useState } from 'react';
import { formatDay } from '../../../shared/format.ts';
import { useLanguage } from '../../../shared/words/words.ts';
import { useChild } from '../../child.ts';
import { useMyRegistrations } from '../../queries/activities.ts';
import { useWords } from '../../words/words.ts';
import styles from './contest.module.css';
import { Raise } from './raise.tsx';

const NOT_LISTED = 'other';

/** Something that I did has no entry: one of my past events, or a day and the child's school. */
export function RaiseMissing() {
  const { t } = useWords();
  const child = useChild();
  const eventField = useId();
  const dayField = useId();
  const [event, setEvent] = useState('');
  const [day, setDay] = useState('');
  const past = usePastEvents();
  const isOther = event === NOT_LISTED || past.length === 0;
  const host = child?.school_id ? { host_id: child.school_id } : {};
  const about = isOther
    ? day === ''
      ? null
      : { claim: 'missing' as const, happened_on: day, ...host }
    : event === ''
      ? null
      : { claim: 'missing' as const, activity_id: event };
  return (
    <Raise
      about={about}
      label={t('contests.missing')}
      title={t('contests.missing')}
      example={t('contests.missingExample')}
    >
      {past.length > 0 && (
        <div className={styles.field}>
          <label htmlFor={eventField}>{t('contests.whichEvent')}</label>
          <EventChoice id={eventField} value={event} onChange={setEvent} />
        </div>
      )}
      {isOther && (
        <div className={styles.field}>
          <label htmlFor={dayField}>{t('contests.whichDay')}</label>
          <input
            id={dayField}
            type="date"
            required
            value={day}
            onChange={({ target }) => setDay(target.value)}
          />
          <p className={styles.soft}>{t('contests.toSchool')}</p>
        </div>
      )}
    </Raise>
  );
}

interface EventChoiceProps {
  readonly id: string;
  readonly value: string;
  readonly onChange: (event: string) => void;
}

function EventChoice({ id, value, onChange }: EventChoiceProps) {
  const { t } = useWords();
  const language = useLanguage();
  const past = usePastEvents();
  return (
    <select id={id} required value={value} onChange={({ target }) => onChange(target.value)}>
      <option value="">{t('contests.choose')}</option>
      {past.map(({ activity_id: activity, title, begins_at: at }) => (
        <option key={activity} value={activity}>
          {`${formatDay(at, language)} ${title}`}
        </option>
      ))}
      <option value={NOT_LISTED}>{t('contests.notListed')}</option>
    </select>
  );
}

/** The latest first, as the server gives them. */
function usePastEvents() {
  const items = useMyRegistrations().data?.items ?? [];
  return items.filter(
    ({ activity_state: state, ends_at: ends }) =>
      (state === 'published' || state === 'finished') && Date.parse(ends) < Date.now(),
  );
}
