import type { ReactNode } from 'react';
import styles from './section.module.css';

interface SectionProps {
  readonly title: string;
  /** At the right of the title: a link to all of it. */
  readonly action?: ReactNode;
  readonly children: ReactNode;
}

/** A part of a page under its own heading, without paper of its own. */
export function Section({ title, action, children }: SectionProps) {
  return (
    <section className={styles.section}>
      <header className={styles.head}>
        <h2 className={styles.title}>{title}</h2>
        {action}
      </header>
      {children}
    </section>
  );
}
