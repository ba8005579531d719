import type { ReactNode } from 'react';
import styles from './tag.module.css';

interface TagProps {
  /** `mint` settled, `amber` soon or limited, `brick` stopped, `plain` a fact. */
  readonly tone?: 'plain' | 'mint' | 'amber' | 'brick';
  readonly children: ReactNode;
}

/** A word or two about a thing in a list. The word carries the meaning, the colour repeats it. */
export function Tag({ tone = 'plain', children }: TagProps) {
  return <span className={`${styles.tag} ${styles[tone]}`}>{children}</span>;
}

export function Tags({ children }: { readonly children: ReactNode }) {
  return <span className={styles.tags}>{children}</span>;
}
