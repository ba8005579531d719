import { formatDay } from '../../../shared/format.ts';
import { BackIcon, OnwardIcon } from '../../../shared/icons.tsx';
import { useLanguage } from '../../../shared/words/words.ts';
import { useWords } from '../../words/words.ts';
import styles from './calendar.module.css';
import { dayAfter, mondayOf, today } from './weeks.ts';

interface WeekStepsProps {
  readonly monday: string;
  readonly onGo: (monday: string) => void;
}

/** Back, which week, onward, and home to this week. */
export function WeekSteps({ monday, onGo }: WeekStepsProps) {
  const { t } = useWords();
  const language = useLanguage();
  const now = mondayOf(today());
  return (
    <nav className={styles.steps} aria-label={t('calendar.weeks')}>
      <button
        type="button"
        className={styles.step}
        aria-label={t('calendar.before')}
        onClick={() => onGo(dayAfter(monday, -7))}
      >
        <BackIcon />
      </button>
      <p className={styles.week} aria-live="polite">
        {formatDay(monday, language)} – {formatDay(dayAfter(monday, 6), language)}
      </p>
      <button
        type="button"
        className={styles.step}
        aria-label={t('calendar.after')}
        onClick={() => onGo(dayAfter(monday, 7))}
      >
        <OnwardIcon />
      </button>
      {monday !== now && (
        <button type="button" className={styles.now} onClick={() => onGo(now)}>
          {t('calendar.thisWeek')}
        </button>
      )}
    </nav>
  );
}
