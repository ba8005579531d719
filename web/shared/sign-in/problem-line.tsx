import { asProblem } from '../api-problem.ts';
import { AlertIcon } from '../icons.tsx';
import styles from './sign-in.module.css';

/** What went wrong with a form as a whole, and what to do, above its button. */
export function ProblemLine({ error }: { readonly error: unknown }) {
  if (!error) return null;
  const problem = asProblem(error);
  return (
    <div role="alert" className={styles.problem}>
      <AlertIcon />
      <p>
        {problem.title}
        {problem.detail && <span> {problem.detail}</span>}
        {problem.fields.map(({ field, reason }) => (
          <span key={field} className={styles.remedy}>
            {reason}
          </span>
        ))}
        <span className={styles.remedy}>{problem.remedy}</span>
      </p>
    </div>
  );
}
