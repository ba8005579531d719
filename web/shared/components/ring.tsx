import type { ReactNode } from 'react';
import styles from './ring.module.css';

interface RingProps {
  readonly value: number;
  readonly of: number;
  /** The whole sentence: 「已得 16.5 分,满 20 分可获得证明」. */
  readonly label: string;
  /** In the middle: the number large, the unit small. */
  readonly children: ReactNode;
  /** Edge in em. */
  readonly size?: number;
}

const RADIUS = 44;
const AROUND = 2 * Math.PI * RADIUS;

/** How far one has come. Full is full: more than `of` does not go round again. */
export function Ring({ value, of, label, children, size = 8 }: RingProps) {
  const share = of > 0 ? Math.min(1, Math.max(0, value / of)) : 0;
  return (
    <div
      className={styles.ring}
      style={{ width: `${size}em`, height: `${size}em` }}
      role="img"
      aria-label={label}
    >
      <svg viewBox="0 0 100 100" aria-hidden="true">
        <circle cx="50" cy="50" r={RADIUS} className={styles.track} />
        {share > 0 && (
          <circle
            cx="50"
            cy="50"
            r={RADIUS}
            className={share === 1 ? styles.full : styles.way}
            strokeDasharray={`${share * AROUND} ${AROUND}`}
            transform="rotate(-90 50 50)"
          />
        )}
      </svg>
      <div className={styles.middle} aria-hidden="true">
        {children}
      </div>
    </div>
  );
}
