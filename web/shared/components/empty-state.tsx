import type { ComponentType, ReactNode } from 'react';
import { SproutDrawing } from '../drawings.tsx';
import styles from './state.module.css';

interface EmptyStateProps {
  /** What is not here yet, warmly. */
  readonly title: string;
  /** What to do first. */
  readonly text?: ReactNode;
  readonly action?: ReactNode;
  readonly drawing?: ComponentType;
  /** `h1` where nothing else on the page is its title. */
  readonly titleAs?: 'p' | 'h1';
}

/** A page or list with nothing on it, which says what to do first. */
export function EmptyState({
  title,
  text,
  action,
  drawing: Drawing = SproutDrawing,
  titleAs: Title = 'p',
}: EmptyStateProps) {
  return (
    <div className={styles.state}>
      <Drawing />
      <Title className={styles.title}>{title}</Title>
      {text && <p className={styles.text}>{text}</p>}
      {action && <div className={styles.action}>{action}</div>}
    </div>
  );
}
