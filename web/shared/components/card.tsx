import type { ReactNode } from 'react';
import styles from './card.module.css';

interface CardProps {
  readonly title?: ReactNode;
  /** Level of the title in the page's outline. */
  readonly level?: 2 | 3;
  /** At the right of the title: a link, a small button. */
  readonly action?: ReactNode;
  /** `mint` for what is settled and calm, `amber` for what is soon due. */
  readonly tone?: 'plain' | 'mint' | 'amber';
  readonly children: ReactNode;
}

/** White paper with a hairline. */
export function Card({ title, level = 2, action, tone = 'plain', children }: CardProps) {
  const Title = level === 2 ? 'h2' : 'h3';
  return (
    <section className={`${styles.card} ${styles[tone]}`}>
      {(title || action) && (
        <header className={styles.head}>
          {title && <Title className={styles.title}>{title}</Title>}
          {action}
        </header>
      )}
      {children}
    </section>
  );
}
