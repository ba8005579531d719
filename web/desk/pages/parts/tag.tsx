import type { ReactNode } from 'react';
import styles from './tag.module.css';

export type Tone = 'plain' | 'mint' | 'amber' | 'brick';

interface TagProps {
  /** `mint` settled, `amber` soon or limited, `brick` stopped, `plain` a fact. */
  readonly tone?: Tone;
  readonly children: ReactNode;
}

/** A word or two about a row. The word carries the meaning, the colour repeats it. */
export function Tag({ tone = 'plain', children }: TagProps) {
  return <span className={`${styles.tag} ${styles[tone]}`}>{children}</span>;
}
