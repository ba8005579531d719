import { useSharedWords } from '../words/words.ts';
import styles from './loading.module.css';

/** Grey lines where text will be: `lines` of them, the last one shorter. Says "opening" once. */
export function Skeleton({ lines = 3 }: { readonly lines?: number }) {
  const { t } = useSharedWords();
  return (
    <div className={styles.skeleton} role="status" data-loading>
      <span className="spoken">{t('loading')}</span>
      {Array.from({ length: lines }, (_, line) => `line-${line}`).map((line) => (
        <span key={line} className={styles.line} aria-hidden="true" />
      ))}
    </div>
  );
}

interface LoadingBarProps {
  /** Of 100 done; without it the bar only says that something goes on. */
  readonly percent?: number;
  /** What is going on, for a screen reader and beside the bar. */
  readonly label: string;
}

/** Long work: an import, a download. */
export function LoadingBar({ percent, label }: LoadingBarProps) {
  const value = percent === undefined ? undefined : Math.round(percent);
  return (
    <div className={styles.loading}>
      <div className={styles.label}>
        <span>{label}</span>
        {value !== undefined && <span>{value}%</span>}
      </div>
      <div
        className={styles.track}
        role="progressbar"
        aria-label={label}
        aria-valuemin={0}
        aria-valuemax={100}
        aria-valuenow={value}
      >
        <span
          className={value === undefined ? styles.wandering : styles.done}
          style={value === undefined ? undefined : { width: `${value}%` }}
        />
      </div>
    </div>
  );
}
