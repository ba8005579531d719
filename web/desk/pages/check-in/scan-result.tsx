import { asProblem } from '../../../shared/api-problem.ts';
import { formatHours } from '../../../shared/format.ts';
import { AlertIcon, DoneIcon } from '../../../shared/icons.tsx';
import { useLanguage } from '../../../shared/words/words.ts';
import type { CheckedIn } from '../../queries/shapes.ts';
import { useWords } from '../../words/words.ts';
import styles from './scanner.module.css';

/** What the last scan came to. */
export type Scanned =
  | { readonly answer: CheckedIn; readonly error?: never }
  | { readonly answer?: never; readonly error: unknown };

/** Large, with sign and word: read at arm's length in a queue. */
export function ScanResult({ scanned }: { readonly scanned: Scanned | undefined }) {
  return (
    <div aria-live="assertive" className={styles.resultRoom}>
      {scanned?.answer && <Done answer={scanned.answer} />}
      {scanned?.error !== undefined && <Refused error={scanned.error} />}
    </div>
  );
}

function Done({ answer }: { readonly answer: CheckedIn }) {
  const { t } = useWords();
  const language = useLanguage();
  const { direction, repeated, minutes } = answer;
  const verb = direction === 'entry' ? 'checkInScanner.entered' : 'checkInScanner.left';
  const again =
    direction === 'entry' ? 'checkInScanner.enteredBefore' : 'checkInScanner.leftBefore';
  return (
    <div className={`${styles.result} ${repeated ? styles.again : styles.done}`}>
      <DoneIcon size={3} />
      <div>
        <p className={styles.who}>{answer.carer_name}</p>
        <p className={styles.verdict}>{t(repeated ? again : verb)}</p>
        {minutes !== null && (
          <p>{t('checkInScanner.minutes', { time: formatHours(minutes, language) })}</p>
        )}
      </div>
    </div>
  );
}

function Refused({ error }: { readonly error: unknown }) {
  const { title, remedy } = asProblem(error);
  return (
    <div className={`${styles.result} ${styles.refused}`}>
      <AlertIcon size={3} />
      <div>
        <p className={styles.verdict}>{title}</p>
        <p>{remedy}</p>
      </div>
    </div>
  );
}
