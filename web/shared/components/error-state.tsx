import { asProblem } from '../api-problem.ts';
import { KiteDrawing } from '../drawings.tsx';
import { useSharedWords } from '../words/words.ts';
import { Button } from './button.tsx';
import styles from './state.module.css';

/** Asking again does not give anybody another post. */
const NOT_ALLOWED = 403;

interface ErrorStateProps {
  /** Whatever was thrown; an `ApiProblem` says its own sentence. */
  readonly error: unknown;
  readonly retry?: () => void;
}

/** What happened, what to do, and a code to quote. */
export function ErrorState({ error, retry }: ErrorStateProps) {
  const { t } = useSharedWords();
  const problem = asProblem(error);
  return (
    <div className={styles.state} role="alert">
      <KiteDrawing />
      <p className={styles.title}>{problem.title}</p>
      {problem.detail && <p className={styles.text}>{problem.detail}</p>}
      <p className={styles.text}>{problem.remedy}</p>
      {retry && problem.status !== NOT_ALLOWED && (
        <div className={styles.action}>
          <Button kind="quiet" onClick={retry}>
            {t('do.retry')}
          </Button>
        </div>
      )}
      <p className={styles.code}>
        {t('problem.code', { code: [problem.code, problem.reference].filter(Boolean).join(' · ') })}
      </p>
    </div>
  );
}
