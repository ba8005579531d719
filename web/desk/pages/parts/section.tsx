import type { ReactNode } from 'react';
import styles from './section.module.css';

interface SectionProps {
  readonly title: ReactNode;
  /** At the right of the title. */
  readonly action?: ReactNode;
  readonly children: ReactNode;
}

/** A titled part of a page or sheet. */
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

/** A white sheet on the page's ground. */
export function Paper({ children }: { readonly children: ReactNode }) {
  return <div className={styles.paper}>{children}</div>;
}

/** One under the other, with air between. */
export function Stacked({ children }: { readonly children: ReactNode }) {
  return <div className={styles.stacked}>{children}</div>;
}

/** Calm words to know before one goes on. */
export function Note({ children }: { readonly children: ReactNode }) {
  return <p className={styles.note}>{children}</p>;
}
