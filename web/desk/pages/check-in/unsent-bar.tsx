import { formatInstant } from '../../../shared/format.ts';
import { minutesOff } from '../../../shared/server-clock.ts';
import { useLanguage } from '../../../shared/words/words.ts';
import type { Unsent } from '../../scanning/use-unsent.ts';
import { useWords } from '../../words/words.ts';
import styles from './scanner.module.css';

interface UnsentBarProps {
  readonly unsent: Unsent;
  readonly online: boolean;
}

/** What is not with the server yet, and since when; whether there is a network; whether the clock is right. */
export function UnsentBar({ unsent, online }: UnsentBarProps) {
  const { t } = useWords();
  const language = useLanguage();
  const { count, since, conflicts, problem } = unsent;
  const off = minutesOff();
  return (
    <div className={styles.bars}>
      <div role="status">
        {count > 0 ? (
          <div className={styles.unsent}>
            <p className={styles.strong}>
              {t('checkInScanner.unsent', {
                count,
                since: since ? formatInstant(since, language) : '',
              })}
            </p>
            <p>{t(online ? 'checkInScanner.sending' : 'checkInScanner.sendsLater')}</p>
            {online && problem && problem.status !== 0 && (
              <p>
                {problem.title} {problem.remedy}
              </p>
            )}
          </div>
        ) : (
          !online && <p className={styles.calm}>{t('checkInScanner.offline')}</p>
        )}
      </div>
      {conflicts > 0 && (
        <p className={styles.unsent}>{t('checkInScanner.conflicts', { count: conflicts })}</p>
      )}
      {off !== undefined && (
        <p role="alert" className={styles.unsent}>
          {t(off > 0 ? 'checkInScanner.clockAhead' : 'checkInScanner.clockBehind', {
            count: Math.abs(off),
          })}
        </p>
      )}
    </div>
  );
}
