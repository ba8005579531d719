import { asProblem } from '../../../shared/api-problem.ts';
import { formatHours } from '../../../shared/format.ts';
import { AlertIcon, DoneIcon } from '../../../shared/icons.tsx';
import { useLanguage } from '../../../shared/words/words.ts';
import type { CheckedIn } from '../../queries/shapes.ts';
import type { RefusedWhy, Verdict } from '../../scanning/judge.ts';
import type { Scanned } from '../../scanning/take-scan.ts';
import { useWords } from '../../words/words.ts';
import styles from './scanner.module.css';

/** Large, with sign and word: read at arm's length in a queue. */
export function ScanResult({ scanned }: { readonly scanned: Scanned | undefined }) {
  return (
    <div aria-live="assertive" className={styles.resultRoom}>
      {scanned && <Result scanned={scanned} />}
    </div>
  );
}

function Result({ scanned }: { readonly scanned: Scanned }) {
  const { t } = useWords();
  switch (scanned.is) {
    case 'answer':
      return <Answered answer={scanned.answer} />;
    case 'verdict':
      return <Judged verdict={scanned.verdict} />;
    case 'kept':
      return <Done verdict={t('checkInScanner.kept')} note={t('checkInScanner.notSentYet')} />;
    case 'no-pass':
      return <Refused title={t('checkInScanner.noPass')} remedy={t('checkInScanner.noPassText')} />;
    case 'refused': {
      const { title, remedy } = asProblem(scanned.error);
      return <Refused title={title} remedy={`${remedy} ${t('checkInScanner.keptAnyway')}`} />;
    }
    case 'error': {
      const { title, remedy } = asProblem(scanned.error);
      return <Refused title={title} remedy={remedy} />;
    }
  }
}

const done = { entry: 'checkInScanner.entered', exit: 'checkInScanner.left' } as const;
const again = {
  entry: 'checkInScanner.enteredBefore',
  exit: 'checkInScanner.leftBefore',
} as const;

function Answered({ answer }: { readonly answer: CheckedIn }) {
  const { t } = useWords();
  const language = useLanguage();
  const { direction, repeated, minutes } = answer;
  const time = minutes === null ? undefined : formatHours(minutes, language);
  return (
    <Done
      name={answer.carer_name}
      repeated={repeated}
      verdict={t((repeated ? again : done)[direction])}
      note={time && t('checkInScanner.minutes', { time })}
    />
  );
}

const refusedWords = {
  forged: ['checkInScanner.forged', 'checkInScanner.forgedText'],
  'other-event': ['checkInScanner.otherEvent', 'checkInScanner.otherEventText'],
  expired: ['checkInScanner.expired', 'checkInScanner.expiredText'],
  closed: ['checkInScanner.closed', 'checkInScanner.closedText'],
} as const satisfies Record<RefusedWhy, readonly [string, string]>;

function Judged({ verdict }: { readonly verdict: Verdict }) {
  const { t } = useWords();
  if (verdict.is === 'refused') {
    const [title, remedy] = refusedWords[verdict.why];
    return <Refused title={t(title)} remedy={`${t(remedy)} ${t('checkInScanner.keptAnyway')}`} />;
  }
  const { is, name, hadPlace } = verdict;
  const repeated = is === 'again-in' || is === 'again-out';
  const direction = is === 'entry' || is === 'again-in' ? 'entry' : 'exit';
  const note = t(hadPlace ? 'checkInScanner.notSentYet' : 'checkInScanner.hadNoPlace');
  return (
    <Done
      name={name}
      repeated={repeated}
      verdict={t((repeated ? again : done)[direction])}
      note={repeated ? undefined : note}
    />
  );
}

interface DoneProps {
  readonly name?: string;
  readonly repeated?: boolean;
  readonly verdict: string;
  readonly note?: string | undefined;
}

function Done({ name, repeated = false, verdict, note }: DoneProps) {
  return (
    <div className={`${styles.result} ${repeated ? styles.again : styles.done}`}>
      <DoneIcon size={3} />
      <div>
        {name && <p className={styles.who}>{name}</p>}
        <p className={styles.verdict}>{verdict}</p>
        {note && <p>{note}</p>}
      </div>
    </div>
  );
}

function Refused({ title, remedy }: { readonly title: string; readonly remedy: string }) {
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
