import styles from './hall.module.css';

const RADIUS = 20;
const AROUND = 2 * Math.PI * RADIUS;

/** Empties in the time given. Give it a `key` to begin anew. Still for who asked for less motion. */
export function CountdownRing({ milliseconds }: { readonly milliseconds: number }) {
  return (
    <svg viewBox="0 0 48 48" className={styles.ring} aria-hidden="true">
      <circle cx="24" cy="24" r={RADIUS} className={styles.track} />
      <circle
        cx="24"
        cy="24"
        r={RADIUS}
        className={styles.running}
        strokeDasharray={AROUND}
        style={{ animationDuration: `${milliseconds}ms`, ['--around' as string]: `${AROUND}` }}
        transform="rotate(-90 24 24)"
      />
    </svg>
  );
}
