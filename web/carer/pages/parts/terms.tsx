import type { ReactNode } from 'react';
import styles from './terms.module.css';

/** Term and what it is, one below another. A row whose value is empty is left out. */
export function Terms({
  rows,
}: {
  readonly rows: readonly { readonly term: string; readonly value: ReactNode }[];
}) {
  return (
    <dl className={styles.terms}>
      {rows
        .filter(({ value }) => value != null && value !== false && value !== '')
        .map(({ term, value }) => (
          <div key={term} className={styles.row}>
            <dt className={styles.term}>{term}</dt>
            <dd className={styles.value}>{value}</dd>
          </div>
        ))}
    </dl>
  );
}
