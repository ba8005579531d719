import type { ReactNode } from 'react';
import styles from './terms.module.css';

interface TermsProps {
  /** A row without a value is left out. */
  readonly rows: readonly { readonly term: string; readonly value: ReactNode }[];
}

/** What is known of one thing: the word at the left, its value at the right. */
export function Terms({ rows }: TermsProps) {
  const known = rows.filter(({ value }) => value !== null && value !== undefined && value !== '');
  return (
    <dl className={styles.terms}>
      {known.map(({ term, value }) => (
        <div key={term} className={styles.row}>
          <dt>{term}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}
